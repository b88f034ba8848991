import * as vscode from 'vscode';

/** How long a scroll of one side may echo from the other, in milliseconds. */
const echo = 200;

/** Keeps the editors of a document and its preview at one place. Lines are raw, 0-based, with fractions. */
export class ScrollLink implements vscode.Disposable {
  readonly #document: () => vscode.TextDocument | undefined;
  readonly #send: (line: number) => void;
  readonly #subscription: vscode.Disposable;
  #quietUntil = 0;

  constructor(document: () => vscode.TextDocument | undefined, send: (line: number) => void) {
    this.#document = document;
    this.#send = send;
    this.#subscription = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
      this.#scrolled(textEditor),
    );
  }

  /** Tells the preview where the editor is. */
  sendPlace(): void {
    const editor = this.#editor();
    if (editor) this.#send(topOf(editor));
  }

  /** The preview was scrolled: the editor follows. */
  follow(line: number): void {
    const editor = this.#editor();
    if (!editor) return;
    this.quiet();
    const at = new vscode.Position(Math.min(Math.floor(line), editor.document.lineCount - 1), 0);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
  }

  /** What the editor does now is no scrolling of the person. */
  quiet(): void {
    this.#quietUntil = Date.now() + echo;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find((editor) => editor.document === this.#document());
  }

  #scrolled(editor: vscode.TextEditor): void {
    if (editor.document === this.#document() && Date.now() >= this.#quietUntil) this.#send(topOf(editor));
  }
}

function topOf(editor: vscode.TextEditor): number {
  return editor.visibleRanges[0]?.start.line ?? 0;
}

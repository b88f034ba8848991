import * as vscode from 'vscode';

/** How long a scroll of one side may echo from the other, in milliseconds. */
const echo = 200;

/** Keeps the editors of a document and its preview at one place. Places are raw offsets. */
export class ScrollLink implements vscode.Disposable {
  readonly #document: () => vscode.TextDocument | undefined;
  readonly #send: (offset: number) => void;
  readonly #subscription: vscode.Disposable;
  #quietUntil = 0;
  /** Line the editor was scrolled to for the preview: what still has it at the top was not scrolled by the person, however late it is told. */
  #put = -1;
  /** It has come there: what moves it now is the person. */
  #arrived = false;

  constructor(document: () => vscode.TextDocument | undefined, send: (offset: number) => void) {
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
  follow(offset: number): void {
    const editor = this.#editor();
    if (!editor) return;
    this.quiet();
    const at = editor.document.positionAt(offset);
    this.#put = at.line;
    this.#arrived = editor.visibleRanges[0]?.start.line === at.line;
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
  }

  /** What the editor does now is no scrolling of the person. */
  quiet(): void {
    this.#quietUntil = Date.now() + echo;
    this.#arrived = false;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find((editor) => editor.document === this.#document());
  }

  #scrolled(editor: vscode.TextEditor): void {
    if (editor.document !== this.#document()) return;
    if (editor.visibleRanges[0]?.start.line === this.#put) {
      this.#arrived = true;
      return;
    }
    if (Date.now() < this.#quietUntil && !this.#arrived) return;
    this.#put = -1;
    this.#send(topOf(editor));
  }
}

/** A long line that is wrapped on the screen may have its beginning above the edge. */
function topOf({ visibleRanges, document }: vscode.TextEditor): number {
  const [first] = visibleRanges;
  return first ? document.offsetAt(first.start) : 0;
}

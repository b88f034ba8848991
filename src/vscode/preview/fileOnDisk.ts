import * as vscode from 'vscode';

/** Watches whether the file of a document is there: VS Code keeps the text of one that was deleted, and saves only what was typed since. */
export class FileOnDisk implements vscode.Disposable {
  readonly #uri: vscode.Uri;
  readonly #changed: () => void;
  readonly #subscriptions: vscode.Disposable;
  #gone = false;
  #disposed = false;

  constructor(uri: vscode.Uri, changed: () => void) {
    this.#uri = uri;
    this.#changed = changed;
    const look = (touched: vscode.Uri) => {
      if (touched.toString() === uri.toString()) void this.#look();
    };
    // The name itself may hold what a pattern takes for a wildcard.
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*'),
      false,
      true,
    );
    this.#subscriptions = vscode.Disposable.from(
      watcher,
      watcher.onDidDelete(look),
      watcher.onDidCreate(look),
      vscode.workspace.onDidSaveTextDocument((document) => look(document.uri)),
    );
  }

  /** True once the file was deleted, until it is there again. */
  get gone(): boolean {
    return this.#gone;
  }

  dispose(): void {
    this.#disposed = true;
    this.#subscriptions.dispose();
  }

  async #look(): Promise<void> {
    const gone = !(await exists(this.#uri));
    if (this.#disposed || gone === this.#gone) return;
    this.#gone = gone;
    this.#changed();
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}

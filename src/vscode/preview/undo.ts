import * as vscode from 'vscode';

/** The commands that give the keyboard to an editor group, by its column. */
const focusCommands = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'].map(
  (name) => `workbench.action.focus${name}EditorGroup`,
);

/** A place of the preview that gives the keyboard away and takes it back. */
export interface Borrower {
  /** Its column now. */
  column(): vscode.ViewColumn | undefined;
  takeBack(): void;
}

/** What VS Code does with the text document whose editor has the keyboard. */
export type EditorCommand = 'undo' | 'redo' | 'workbench.action.files.save';

/**
 * Runs such a command on a text document. VS Code runs it on the editor that has the keyboard, so the document's editor gets it
 * for a moment: within one turn of the window where it can be seen, so that no key that follows goes astray.
 */
export async function runInEditor(
  document: vscode.TextDocument,
  command: EditorCommand,
  borrower: Borrower,
): Promise<void> {
  const home = borrower.column();
  const column = columnOf(document);
  const lend = column && column !== home && isOnTop(document, column) ? focusCommands[column - 1] : undefined;
  const back = home && focusCommands[home - 1];
  if (lend && back) {
    await vscode.commands.executeCommand('runCommands', { commands: [lend, command, back] });
    return;
  }
  try {
    const viewColumn = column ?? home ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: false, preview: false });
    await vscode.commands.executeCommand(command);
  } finally {
    borrower.takeBack();
  }
}

/** The column in which the document is open, a visible one first. */
export function columnOf(document: vscode.TextDocument): vscode.ViewColumn | undefined {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (visible?.viewColumn) return visible.viewColumn;
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => shows(tab, document)));
  return group?.viewColumn;
}

function isOnTop(document: vscode.TextDocument, column: vscode.ViewColumn): boolean {
  const group = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === column);
  return group?.activeTab !== undefined && shows(group.activeTab, document);
}

function shows(tab: vscode.Tab, document: vscode.TextDocument): boolean {
  return tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === document.uri.toString();
}

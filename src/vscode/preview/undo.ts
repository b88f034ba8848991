import * as vscode from 'vscode';

/**
 * Runs undo or redo on a text document. VS Code runs them on the editor that has the focus, so the document's editor gets it
 * for a moment; `giveBack` returns it. False where the document cannot be shown.
 */
export async function runInEditor(
  document: vscode.TextDocument,
  command: 'undo' | 'redo',
  elsewhere: vscode.ViewColumn,
  giveBack: () => void,
): Promise<boolean> {
  const column = columnOf(document) ?? elsewhere;
  try {
    await vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: false, preview: false });
    await vscode.commands.executeCommand(command);
    return true;
  } finally {
    giveBack();
  }
}

/** The column in which the document is open, a visible one first. */
export function columnOf(document: vscode.TextDocument): vscode.ViewColumn | undefined {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (visible?.viewColumn) return visible.viewColumn;
  const uri = document.uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri),
  );
  return group?.viewColumn;
}

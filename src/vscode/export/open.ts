import * as vscode from 'vscode';
import type { Format } from './formats.ts';

/** True where programs of the person's own machine reach the file: not in a browser, and not on another machine. */
export function isOnThisMachine(file: vscode.Uri): boolean {
  const { env } = vscode;
  return file.scheme === 'file' && env.remoteName === undefined && env.uiKind === vscode.UIKind.Desktop;
}

/** Tells that a file was written and offers to open it: text in the editor, other files in their own program where that reaches them. */
export async function offerToOpen(file: vscode.Uri, { isText }: Pick<Format, 'isText'>): Promise<void> {
  const open = vscode.l10n.t('Open');
  const show = vscode.l10n.t('Show in Explorer');
  const canOpen = isText || isOnThisMachine(file);
  const canShow = vscode.workspace.getWorkspaceFolder(file) !== undefined;
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Exported to {0}.', vscode.workspace.asRelativePath(file)),
    ...(canOpen ? [open] : []),
    ...(canShow ? [show] : []),
  );
  if (answer === show) await vscode.commands.executeCommand('revealInExplorer', file);
  else if (answer === open && isText) await vscode.window.showTextDocument(file);
  else if (answer === open && !(await vscode.env.openExternal(file))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('No program opened {0}.', file.fsPath));
  }
}

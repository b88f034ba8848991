import * as vscode from 'vscode';

/** Asks what is to be made of a newsletter, and runs the command that makes it. Answers what that answers. */
export async function chooseExport(given: unknown): Promise<unknown> {
  const choices = [
    { label: vscode.l10n.t('Web page'), description: 'HTML', command: 'policyNewsletter.exportHtml' },
    { label: vscode.l10n.t('Word document'), description: 'DOCX', command: 'policyNewsletter.exportDocx' },
    { label: vscode.l10n.t('Plain text'), command: 'policyNewsletter.exportText' },
    { label: vscode.l10n.t('Copy as Rich Text'), command: 'policyNewsletter.copyRichText' },
    { label: vscode.l10n.t('Print…'), command: 'policyNewsletter.print' },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t('Export the newsletter as') });
  return chosen && vscode.commands.executeCommand(chosen.command, given);
}

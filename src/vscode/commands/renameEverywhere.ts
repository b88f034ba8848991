import * as vscode from 'vscode';
import { isValidTerm, renameEdits } from '../../core/features/references.ts';
import { renameInGlossary } from '../../core/glossary/renameEntry.ts';
import type { GlossaryFiles } from '../glossaryFiles.ts';
import { newslettersWith, type TermScan } from '../termScan.ts';

/**
 * The edit that gives an abbreviation another name in all newsletters and glossaries of the workspace; undefined once cancelled.
 * @throws where the new name cannot be a term
 */
export async function renameEverywhere(
  term: string,
  newName: string,
  scan: TermScan,
  files: GlossaryFiles,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  if (!isValidTerm(newName)) throw new Error(vscode.l10n.t('“{0}” cannot be a term.', newName));
  const edit = new vscode.WorkspaceEdit();
  for await (const { uri, analysis, positions } of newslettersWith(term, scan, token)) {
    for (const change of renameEdits(term, newName, analysis)) {
      edit.replace(uri, positions.rangeFromRaw(change), change.text);
    }
  }
  for (const uri of await files.files()) {
    const glossary = await vscode.workspace.openTextDocument(uri);
    for (const change of renameInGlossary(glossary.getText(), term, newName)) {
      const range = new vscode.Range(glossary.positionAt(change.start), glossary.positionAt(change.end));
      edit.replace(uri, range, change.text);
    }
  }
  return token.isCancellationRequested ? undefined : edit;
}

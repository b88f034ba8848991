import * as vscode from 'vscode';
import type { Message } from '../core/lint/model.ts';
import type { TextEdit } from '../core/text/range.ts';
import type { DocumentAnalysis } from './analyses.ts';

/** A core message in the language of the editor. */
export function translate({ message, args = [] }: Message): string {
  return vscode.l10n.t(message, ...args);
}

/** Raw edits as VS Code's text edits; VS Code gives inserted line breaks the document's own kind. */
export function toTextEdits(found: DocumentAnalysis, edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map((edit) => vscode.TextEdit.replace(found.positions.rangeFromRaw(edit), edit.text));
}

/**
 * Carries out raw edits made for the state `found` as one undo step. Tells the person and answers false where the document has
 * changed since, or the editor refuses.
 */
export async function applyRawEdits(
  document: vscode.TextDocument,
  found: DocumentAnalysis,
  edits: readonly TextEdit[],
): Promise<boolean> {
  if (document.isClosed || document.version !== found.version) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The document has changed meanwhile; nothing was edited.'));
    return false;
  }
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.set(document.uri, toTextEdits(found, edits));
  return applyWorkspaceEdit(workspaceEdit);
}

/** Applies an edit and tells the person where the editor refuses it. */
export async function applyWorkspaceEdit(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const applied = await vscode.workspace.applyEdit(edit);
  if (!applied) void vscode.window.showErrorMessage(vscode.l10n.t('The editor did not take the change.'));
  return applied;
}

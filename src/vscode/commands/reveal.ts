import * as vscode from 'vscode';
import { isCount } from '../../shared/guards.ts';
import type { Command } from './command.ts';

/** Id of the command behind the links of a card: shows a line, or the first place of a text, in a document. */
export const revealId = 'policyNewsletter.reveal';

/** Shows a place: arguments are the document's URI, and a 0-based line or a text to look for. */
export const revealCommand: Command = {
  id: revealId,
  async execute(uri: unknown, place: unknown) {
    if (typeof uri !== 'string') return;
    const wanted = vscode.Uri.parse(uri, true);
    if (!isKnown(wanted)) return;
    const document = await vscode.workspace.openTextDocument(wanted);
    const at = positionOf(document, place);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  },
};

/** Links are made of what documents and glossaries say: they lead to open documents and files of the workspace, nowhere else. */
function isKnown(uri: vscode.Uri): boolean {
  const open = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  return open || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

function positionOf(document: vscode.TextDocument, place: unknown): vscode.Position {
  if (isCount(place)) return document.validatePosition(new vscode.Position(place, 0));
  const offset = typeof place === 'string' ? document.getText().indexOf(place) : 0;
  return document.positionAt(Math.max(0, offset));
}

import * as vscode from 'vscode';
import type { Command } from './command.ts';

/** Id of the command behind the links of a card: shows a line, or the first place of a text, in a document. */
export const revealId = 'policyNewsletter.reveal';

/** Shows a place: arguments are the document's URI, and a 0-based line or a text to look for. */
export const revealCommand: Command = {
  id: revealId,
  async execute(uri: unknown, place: unknown) {
    if (typeof uri !== 'string') return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const at = positionOf(document, place);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  },
};

function positionOf(document: vscode.TextDocument, place: unknown): vscode.Position {
  if (typeof place === 'number') return document.validatePosition(new vscode.Position(place, 0));
  const offset = typeof place === 'string' ? document.getText().indexOf(place) : 0;
  return document.positionAt(Math.max(0, offset));
}

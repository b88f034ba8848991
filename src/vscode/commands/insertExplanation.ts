import * as vscode from 'vscode';
import { isCount } from '../../shared/guards.ts';
import { hoverCard } from '../../core/features/hoverCard.ts';
import type { Analyses } from '../analyses.ts';
import { applyRawEdits } from '../edits.ts';
import type { Command } from './command.ts';

/** Id of the command behind “Insert explanation” on a card. */
export const insertExplanationId = 'policyNewsletter.insertExplanation';

/** Puts （items） behind the term at a place; arguments are the document's URI, its version and the raw offset. */
export function insertExplanationCommand(analyses: Analyses): Command {
  return {
    id: insertExplanationId,
    async execute(uri: unknown, version: unknown, offset: unknown) {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
      if (!document || !isCount(offset)) return false;
      const found = analyses.get(document);
      if (found.version !== version) {
        void vscode.window.showWarningMessage(vscode.l10n.t('The document has changed meanwhile; nothing was edited.'));
        return false;
      }
      const card = hoverCard(offset, found.analysis, found.glossary, found.context);
      const action = card?.actions.find((one) => one.id === 'insertExplanation');
      return action ? applyRawEdits(document, found, [action.edit]) : false;
    },
  };
}

import * as vscode from 'vscode';
import { demoteEdit, notAHeadingEdit, promoteEdit } from '../../core/features/marks.ts';
import type { Page } from '../../core/newsletter/readPage.ts';
import type { TextEdit } from '../../core/text/range.ts';
import type { Analyses } from '../analyses.ts';
import { applyRawEdits } from '../edits.ts';
import { targetNewsletter, type Command } from './command.ts';

/** Raises the heading at the cursor by one level, or makes the paragraph there a heading. */
export const promoteHeadingCommand = (analyses: Analyses): Command =>
  markCommand('policyNewsletter.promoteHeading', promoteEdit, analyses);

/** Lowers the heading at the cursor by one level. */
export const demoteHeadingCommand = (analyses: Analyses): Command =>
  markCommand('policyNewsletter.demoteHeading', demoteEdit, analyses);

/** Marks what was taken for a heading at the cursor as a paragraph. */
export const notAHeadingCommand = (analyses: Analyses): Command =>
  markCommand('policyNewsletter.notAHeading', notAHeadingEdit, analyses);

/** A command that sets or clears a mark; arguments: URI and 0-based line, or none for the active editor's cursor. */
function markCommand(
  id: string,
  editFor: (page: Page, offset: number) => TextEdit | undefined,
  analyses: Analyses,
): Command {
  return {
    id,
    async execute(uri?: unknown, line?: unknown) {
      const target = targetNewsletter(analyses, uri);
      if (!target) return false;
      const { document, editor, found } = target;
      const place = typeof line === 'number' ? new vscode.Position(line, 0) : editor?.selection.active;
      const edit = place && editFor(found.analysis, found.positions.toRaw(place));
      if (edit) return applyRawEdits(document, found, [edit]);
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no heading here to change.'));
      return false;
    },
  };
}

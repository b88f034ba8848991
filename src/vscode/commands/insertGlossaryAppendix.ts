import * as vscode from 'vscode';
import { appendixEdit } from '../../core/features/appendix.ts';
import type { Analyses } from '../analyses.ts';
import { applyRawEdits } from '../edits.ts';
import { targetNewsletter, type Command } from './command.ts';

/** Puts 名词解释 at the end of a newsletter, or brings the one that is there up to date, as one undo step. */
export function insertGlossaryAppendixCommand(analyses: Analyses): Command {
  return {
    id: 'policyNewsletter.insertGlossaryAppendix',
    async execute(uri?: unknown) {
      await analyses.ready;
      const target = targetNewsletter(analyses, uri);
      if (!target) return false;
      const { document, found } = target;
      const edit = appendixEdit(found.analysis, found.glossary, found.context);
      if (edit) return applyRawEdits(document, found, [edit]);
      void vscode.window.showInformationMessage(vscode.l10n.t('The glossary appendix has nothing to add.'));
      return false;
    },
  };
}

import * as vscode from 'vscode';
import { rewrapEdits } from '../../core/features/rewrap.ts';
import type { Analyses } from '../analyses.ts';
import { applyRawEdits } from '../edits.ts';
import { rewrapOptions } from '../settings.ts';
import { targetNewsletter, type Command } from './command.ts';

/** Narrowest and widest column that can be asked for, in cells. */
const narrowest = 8;
const widest = 200;

/** Wraps the paragraphs of a newsletter, or the selected ones, to a column; asks for its width. */
export function rewrapDocumentCommand(analyses: Analyses): Command {
  return {
    id: 'policyNewsletter.rewrapDocument',
    async execute(uri?: unknown, given?: unknown) {
      const target = targetNewsletter(analyses, uri);
      if (!target) return false;
      const options = rewrapOptions(target.document);
      const cells = typeof given === 'number' ? given : await askForWidth(options.cells);
      if (cells === undefined) return false;
      const { document, editor, found } = target;
      const selected = editor && !editor.selection.isEmpty && { range: found.positions.rangeToRaw(editor.selection) };
      const edits = rewrapEdits(found.analysis, { ...options, cells, ...selected });
      return edits.length > 0 && applyRawEdits(document, found, edits);
    },
  };
}

async function askForWidth(usual: number): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('How many characters to a line?'),
    value: String(usual),
    validateInput: (text) =>
      Number(text) >= narrowest && Number(text) <= widest
        ? undefined
        : vscode.l10n.t('A number from {0} to {1}', narrowest, widest),
  });
  return answer === undefined ? undefined : Number(answer);
}

import * as vscode from 'vscode';
import { repairEdits } from '../core/features/repair.ts';
import type { Analyses } from './analyses.ts';
import { toTextEdits } from './edits.ts';
import { newsletterSelector } from './languages.ts';
import { repairOptions } from './settings.ts';

/** Format Document and Format Selection: repair the whole text or what overlaps the selection. */
export function registerFormatting(analyses: Analyses): vscode.Disposable {
  const repairs = (document: vscode.TextDocument, range?: vscode.Range): vscode.TextEdit[] => {
    const found = analyses.get(document);
    const options = repairOptions(document);
    const within = range && { range: found.positions.rangeToRaw(range) };
    return toTextEdits(found, repairEdits(found.analysis, { ...options, ...within }));
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentFormattingEditProvider(newsletterSelector, {
      provideDocumentFormattingEdits: (document) => repairs(document),
    }),
    vscode.languages.registerDocumentRangeFormattingEditProvider(newsletterSelector, {
      provideDocumentRangeFormattingEdits: (document, range) => repairs(document, range),
    }),
  );
}

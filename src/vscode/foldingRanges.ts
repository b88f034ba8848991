import * as vscode from 'vscode';
import { foldsOf } from '../core/features/folding.ts';
import type { Analyses } from './analyses.ts';
import { newsletterSelector } from './languages.ts';

/** Folding by articles, sections and leads. */
export function registerFoldingRanges(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(newsletterSelector, {
    provideFoldingRanges: (document) =>
      foldsOf(analyses.get(document).analysis).map((fold) => new vscode.FoldingRange(fold.startLine, fold.endLine)),
  });
}

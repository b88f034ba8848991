import * as vscode from 'vscode';
import { touches } from '../core/text/range.ts';
import type { Analyses } from './analyses.ts';
import { explainedSelector, explainsTerms } from './languages.ts';

/** Hover cards for abbreviations. */
export function registerHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(explainedSelector, {
    async provideHover(document, position, token) {
      if (!explainsTerms(document)) return undefined;
      await analyses.ready;
      if (token.isCancellationRequested) return undefined;
      const { analysis, positions } = analyses.get(document);
      const offset = positions.toReading(position);
      const use = analysis.terms.find((term) => touches(term, offset));
      if (!use) return undefined;
      return new vscode.Hover(use.term, positions.rangeFromReading(use));
    },
  });
}

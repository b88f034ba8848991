import * as vscode from 'vscode';
import { termPlaces } from '../core/features/references.ts';
import type { Analyses } from './analyses.ts';
import { newsletterSelector } from './languages.ts';
import { termUnder } from './termScan.ts';

/** Marks every place of the term at the cursor; its definition as a written one. */
export function registerDocumentHighlights(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(newsletterSelector, {
    provideDocumentHighlights(document, position) {
      const under = termUnder(document, position, analyses);
      if (!under) return undefined;
      const { analysis, positions } = analyses.get(document);
      return termPlaces(under.term, analysis).map(
        (place) =>
          new vscode.DocumentHighlight(
            positions.rangeFromRaw(place),
            place.kind === 'definition' ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read,
          ),
      );
    },
  });
}

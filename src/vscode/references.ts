import * as vscode from 'vscode';
import { termPlaces } from '../core/features/references.ts';
import { newsletterSelector } from './languages.ts';
import { newslettersWith, termUnder, type TermScan } from './termScan.ts';

/** Find All References over the newsletters of the workspace. */
export function registerReferences(scan: TermScan): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(newsletterSelector, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const under = termUnder(document, position, scan.analyses);
      if (!under) return undefined;
      const locations: vscode.Location[] = [];
      for await (const { uri, analysis, positions } of newslettersWith(under.term, scan, token)) {
        for (const place of termPlaces(under.term, analysis)) {
          if (place.kind === 'definition' && !includeDeclaration) continue;
          locations.push(new vscode.Location(uri, positions.rangeFromRaw(place)));
        }
      }
      return locations;
    },
  });
}

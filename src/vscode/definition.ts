import * as vscode from 'vscode';
import { definitionPlaces } from '../core/features/references.ts';
import { explain } from '../core/features/explanation.ts';
import type { Analyses } from './analyses.ts';
import { newsletterSelector } from './languages.ts';
import { termUnder } from './termScan.ts';

/** Go to Definition and Peek: where this document defines the term, or else the file whose meaning explains it. */
export function registerDefinition(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(newsletterSelector, {
    async provideDefinition(document, position) {
      await analyses.ready;
      const under = termUnder(document, position, analyses);
      if (!under) return undefined;
      const found = analyses.get(document);
      const { definedAt, nearest } = explain(under.term, found.analysis, found.glossary, found.context);
      const own = definitionPlaces(definedAt?.term ?? under.term, found.analysis);
      const targets = own.length
        ? own.map((place) => ({ uri: document.uri, range: found.positions.rangeFromRaw(place) }))
        : nearest && nearest.layer.kind !== 'builtin'
          ? [await placeIn(vscode.Uri.parse(nearest.layer.id), nearest.entry.term)]
          : [];
      return targets.map(({ uri, range }): vscode.LocationLink => ({
        originSelectionRange: under.range,
        targetUri: uri,
        targetRange: range,
      }));
    },
  });
}

/** Where a text first stands in a file; its start where it does not. */
async function placeIn(uri: vscode.Uri, text: string): Promise<{ uri: vscode.Uri; range: vscode.Range }> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.getText().indexOf(text);
  const start = Math.max(0, at);
  const end = at < 0 ? 0 : at + text.length;
  return { uri, range: new vscode.Range(document.positionAt(start), document.positionAt(end)) };
}

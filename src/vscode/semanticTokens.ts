import * as vscode from 'vscode';
import type { Analyses, DocumentAnalysis } from './analyses.ts';
import { newsletterSelector } from './languages.ts';
import { highlightsTerms } from './settings.ts';

const legend = new vscode.SemanticTokensLegend(['abbreviation'], ['explained', 'unexplained']);
const explained = 1;
const unexplained = 2;

/** Marks for abbreviations, explained or not; themable, and gone where the setting `terms.highlight` says so. */
export function registerSemanticTokens(analyses: Analyses): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    analyses.onDidReconsider(() => changed.fire()),
    vscode.languages.registerDocumentSemanticTokensProvider(
      newsletterSelector,
      {
        onDidChangeSemanticTokens: changed.event,
        provideDocumentSemanticTokens: (document) =>
          highlightsTerms(document) ? tokensOf(analyses.get(document)) : new vscode.SemanticTokens(new Uint32Array()),
      },
      legend,
    ),
  );
}

function tokensOf({ analysis, positions }: DocumentAnalysis): vscode.SemanticTokens {
  const builder = new vscode.SemanticTokensBuilder(legend);
  const { reading } = analysis;
  for (const use of analysis.terms) {
    const modifiers = use.explainedBy === null ? unexplained : explained;
    const { start, end } = reading.rawRange(use);
    // A token cannot span lines: a broken term gives one for each line it stands on.
    for (const piece of linePieces(reading.raw, start, end)) {
      const { line, character } = positions.fromRaw(piece.start);
      builder.push(line, character, piece.end - piece.start, 0, modifiers);
    }
  }
  return builder.build();
}

function* linePieces(raw: string, start: number, end: number): Generator<{ start: number; end: number }> {
  const visible = /[^\s][^\r\n]*/g;
  const text = raw.slice(start, end);
  for (const match of text.matchAll(visible)) {
    const at = start + match.index;
    yield { start: at, end: at + match[0].trimEnd().length };
  }
}

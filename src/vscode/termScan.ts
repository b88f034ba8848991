import type * as vscode from 'vscode';
import { findDefinitions } from '../core/abbreviations/definitions.ts';
import { findTermUses } from '../core/abbreviations/uses.ts';
import type { TermAnalysis } from '../core/features/documentTerms.ts';
import { termAt } from '../core/features/hoverCard.ts';
import { termKey } from '../core/glossary/normalize.ts';
import { readPage } from '../core/newsletter/readPage.ts';
import type { Analyses } from './analyses.ts';
import type { Glossaries } from './glossaries.ts';
import { Positions } from './positions.ts';
import type { NewsletterText, WorkspaceNewsletters } from './workspaceNewsletters.ts';

/** What features that follow a term through the workspace need. */
export interface TermScan {
  readonly analyses: Analyses;
  readonly glossaries: Glossaries;
  readonly newsletters: WorkspaceNewsletters;
}

/** The terms of one newsletter of the workspace, with the way to its positions. */
export interface ScannedNewsletter extends NewsletterText {
  readonly analysis: TermAnalysis;
  readonly title: string;
  readonly positions: Positions;
}

/** The newsletters of the workspace in which a term may stand, open or not, one after the other. */
export async function* newslettersWith(
  term: string,
  { newsletters, glossaries }: TermScan,
  token: vscode.CancellationToken,
): AsyncGenerator<ScannedNewsletter> {
  const characters = [...new Set(termKey(term))];
  for await (const text of newsletters.all(token)) {
    // The term may be wrapped, spaced or overprinted; each of its characters is there in any case.
    if (!characters.every((character) => text.raw.includes(character))) continue;
    const { reading, newsletter } = readPage(text.raw);
    const { definitions } = findDefinitions(reading.text, newsletter.blocks);
    const glossary = glossaries.forDocument(text.uri);
    const terms = findTermUses(reading.text, newsletter.blocks, definitions, glossary);
    const analysis = { reading, definitions, terms };
    yield { ...text, analysis, title: newsletter.title, positions: new Positions(reading) };
  }
}

/** The term at a position of a document and its range; undefined where none is. */
export function termUnder(
  document: vscode.TextDocument,
  position: vscode.Position,
  analyses: Analyses,
): { readonly term: string; readonly range: vscode.Range } | undefined {
  const { analysis, positions } = analyses.get(document);
  const use = termAt(positions.toReading(position), analysis);
  return use && { term: use.term, range: positions.rangeFromReading(use) };
}

import type { Analysis } from '../analysis.ts';
import { isSkipped, termKey } from '../glossary/normalize.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import { definitionsOf, usesOf, type TermAnalysis } from './documentTerms.ts';

/** A place where a term stands; raw UTF-16 offsets. */
export interface TermPlace extends TextRange {
  readonly kind: 'definition' | 'use';
}

/** Where a document defines a term: the term itself, raw offsets, in text order. */
export function definitionPlaces(term: string, analysis: TermAnalysis): readonly TextRange[] {
  return definitionsOf(term, analysis).map(({ range }) => analysis.reading.rawRange(range));
}

/** Every place where a document defines or uses a term, in text order, each once. Serves references and highlights. */
export function termPlaces(term: string, analysis: TermAnalysis): readonly TermPlace[] {
  const places = new Map<number, TermPlace>();
  for (const use of usesOf(term, analysis)) places.set(use.start, { ...analysis.reading.rawRange(use), kind: 'use' });
  for (const { range } of definitionsOf(term, analysis)) {
    places.set(range.start, { ...analysis.reading.rawRange(range), kind: 'definition' });
  }
  return [...places.values()].sort((a, b) => a.start - b.start);
}

/**
 * Edits of the raw text that rename a term wherever the document defines or uses it. A term broken over a line keeps the
 * break: the characters are replaced one by one around what stands between them, and the new term is broken after as many
 * characters, so that no line changes but by the term. Nothing else is touched.
 */
export function renameEdits(term: string, newTerm: string, analysis: TermAnalysis): readonly TextEdit[] {
  const key = termKey(newTerm);
  if (key === '' || key === termKey(term)) return [];
  return termPlaces(term, analysis).flatMap((place) => renameAt(analysis.reading.raw, place, key));
}

/** One edit per unbroken run of the term; runs that stay the same get none. */
function renameAt(raw: string, place: TextRange, newTerm: string): TextEdit[] {
  const runs = runsOf(raw, place);
  const edits: TextEdit[] = [];
  let taken = 0;
  for (const [i, run] of runs.entries()) {
    const isLast = i === runs.length - 1;
    let end = isLast ? newTerm.length : Math.min(newTerm.length, taken + run.end - run.start);
    // A surrogate pair is one character: it goes to the next line as a whole.
    if (!isLast && /[\ud800-\udbff]/.test(newTerm[end - 1] ?? '')) end--;
    const text = newTerm.slice(taken, end);
    taken = end;
    if (raw.slice(run.start, run.end) !== text) edits.push({ start: run.start, end: run.end, text });
  }
  return edits;
}

/** The stretches of a raw range between white space. */
function runsOf(raw: string, { start, end }: TextRange): TextRange[] {
  const runs: TextRange[] = [];
  let from = -1;
  for (let i = start; i <= end; i++) {
    const inRun = i < end && !isSkipped(raw.charCodeAt(i));
    if (inRun && from < 0) from = i;
    if (!inRun && from >= 0) {
      runs.push({ start: from, end: i });
      from = -1;
    }
  }
  return runs;
}

/** True where a term can be renamed to `newTerm`: something is left of it without white space and quotation marks. */
export function isValidTerm(newTerm: string): boolean {
  const key = termKey(newTerm);
  return key.length > 0 && key.length <= 60 && !/["“”‘’「」『』\r\n]/.test(key);
}

/** Where the definition, or else the first use, of each term of a document stands; raw offsets. For document symbols of terms and links. */
export function firstPlaces(
  analysis: Pick<Analysis, 'reading' | 'definitions' | 'terms'>,
): ReadonlyMap<string, TextRange> {
  const places = new Map<string, TextRange>();
  for (const { term, range } of analysis.definitions) {
    if (!places.has(termKey(term))) places.set(termKey(term), analysis.reading.rawRange(range));
  }
  for (const use of analysis.terms) {
    if (!places.has(termKey(use.term))) places.set(termKey(use.term), analysis.reading.rawRange(use));
  }
  return places;
}

import type { TextRange } from '../text/range.ts';
import type { Candidate } from './candidates.ts';
import type { Fit } from './fit.ts';
import type { CountMismatch } from './model.ts';

/** The miscount that a short fit shows: of the whole term, or of the one part that is off (三少 of 三多三少), with its place in the term. */
export function mismatchOf(
  { term, range, numeric }: Pick<Candidate, 'term' | 'range' | 'numeric'>,
  itemsRange: TextRange,
  { items, parts, off }: Fit & { kind: 'short' },
): CountMismatch {
  const part = off === undefined ? undefined : numeric?.parts[off];
  if (off === undefined || !part) return { term, range, itemsRange, expected: numeric?.expected ?? 0, items };
  let at = 0;
  for (const { term: name } of numeric?.parts.slice(0, off) ?? []) at = term.indexOf(name, at) + name.length;
  const start = range.start + Math.max(0, term.indexOf(part.term, at));
  const place = { start, end: start + part.term.length };
  const listed = parts?.[off]?.items ?? items;
  return { term: part.term, whole: term, range: place, itemsRange, expected: part.count ?? 0, items: listed };
}

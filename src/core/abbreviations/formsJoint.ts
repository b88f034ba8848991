import { numericOf, type Candidate } from './candidates.ts';
import { isBracketOpen, closingOf, firstOf, splitAt, trimmed } from './lists.ts';
import { linkAt, tailOf } from './links.ts';
import type { Reading } from './reading.ts';
import { fitCandidate } from './stretch.ts';

/** A quoted term of a row; offsets are inside its quotation marks. */
interface Neighbour {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const before = /“([^“”]{2,14})”[、和与及]?$/;
const behind = /^[、和与及]?“([^“”]{2,14})”/;

/**
 * “三大高地”“五大战略”：甲、乙、丙，丁、…: terms side by side share one list, which is parted into as many groups. Null where the term
 * stands alone or the list does not fit all of them.
 */
export function readJoint(text: string, candidate: Candidate, blockEnd: number): Reading | null {
  const row = rowOf(text, candidate);
  if (row.length < 2) return null;
  const last = row.at(-1) as Neighbour;
  const tail = tailOf(text, last.end + 1, blockEnd);
  const range = listRange(text, tail.end, blockEnd);
  if (!range) return null;
  const own = row.findIndex((one) => one.start === candidate.range.start);
  const span = { spanStart: candidate.quoted.start, spanEnd: range.end };
  for (const separators of ['；;', '，,', '，,；;']) {
    const groups = splitAt(text, range.start, range.end, separators);
    if (groups.length !== row.length) continue;
    const fits = row.map(({ term, start, end }, i) => {
      const quoted = { start: start - 1, end: end + 1 };
      return fitCandidate(text, groups[i] as typeof range, {
        term,
        range: { start, end },
        quoted,
        numeric: numericOf(term),
      });
    });
    const fit = fits[own];
    if (!fit || fits.some((one) => one.kind !== 'exact')) continue;
    return { form: 'colon', fit, strong: false, itemsRange: groups[own] as typeof range, ...span };
  }
  return null;
}

/** The quoted terms with numerals that stand side by side with a candidate, itself included, in order. */
function rowOf(text: string, { term, range, quoted }: Candidate): readonly Neighbour[] {
  const row: Neighbour[] = [{ term, ...range }];
  for (let at = quoted.start; row.length < 5; at = (row[0] as Neighbour).start - 1) {
    const found = before.exec(text.slice(Math.max(0, at - 18), at));
    if (!found?.[1] || !numericOf(found[1])) break;
    const start = at - found[0].length + 1;
    row.unshift({ term: found[1], start, end: start + found[1].length });
  }
  for (let at = quoted.end; row.length < 5; at = (row.at(-1) as Neighbour).end + 1) {
    const found = behind.exec(text.slice(at, at + 18));
    if (!found?.[1] || !numericOf(found[1])) break;
    const end = at + found[0].length - 1;
    row.push({ term: found[1], start: end - found[1].length, end });
  }
  return row;
}

/** The list behind a colon, 即 or an opening bracket at an offset, up to the end of the sentence or bracket. */
function listRange(text: string, at: number, blockEnd: number): { start: number; end: number } | null {
  if (isBracketOpen(text.charAt(at))) {
    const close = closingOf(text, at, blockEnd);
    return close < 0 ? null : trimmed(text, at + 1, close);
  }
  const link = linkAt(text, at);
  if (!link || link.kind === 'is') return null;
  return trimmed(text, link.end, firstOf(text, link.end, Math.min(blockEnd, link.end + 300), '。！？\n'));
}

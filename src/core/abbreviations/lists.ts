import type { TextRange } from '../text/range.ts';

const openers = '“‘《〈（(【「『［[';
const closers = '”’》〉）)】」』］]';

/** What a character means for a list: 1 opens a pair, 2 closes one, 4 may part items; 0 is text. By UTF-16 code. */
export const listKinds = new Uint8Array(0x10000);
for (const mark of openers) listKinds[mark.charCodeAt(0)] = 1;
for (const mark of closers) listKinds[mark.charCodeAt(0)] = 2;
for (const mark of '、，,；;。！？!?：:—→\n和与及') listKinds[mark.charCodeAt(0)] = 4;

/** The stretch without white space at its ends. */
export function trimmed(text: string, start: number, end: number): TextRange {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0x3000 || code === 0xa0;
}

/** Where the bracket or quote that opens at `open` closes; -1 where it does not before `end`. */
export function closingOf(text: string, open: number, end: number): number {
  let depth = 0;
  for (let i = open; i < end; i++) {
    const char = text.charAt(i);
    if (isBracketOpen(char)) depth++;
    else if (isBracketClose(char) && --depth === 0) return i;
  }
  return -1;
}

/** True for （ and (. */
export function isBracketOpen(char: string): boolean {
  return char === '（' || char === '(';
}

function isBracketClose(char: string): boolean {
  return char === '）' || char === ')';
}

/** Splits `[start, end)` at each of `separators` (marks of the table above) that stands in no quotes, book marks or brackets; pieces are trimmed, empty ones left out. */
export function splitAt(text: string, start: number, end: number, separators: string): TextRange[] {
  const pieces = split(text, start, end, separators, true);
  // A quote that never closes would hide every separator behind it.
  return pieces ?? split(text, start, end, separators, false) ?? [];
}

function split(text: string, start: number, end: number, separators: string, nested: boolean): TextRange[] | null {
  const pieces: TextRange[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const kind = listKinds[text.charCodeAt(i)];
    if (kind === 0) continue;
    if (nested && kind === 1) depth++;
    else if (nested && kind === 2) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(text.charAt(i))) {
      push(text, from, i, pieces);
      from = i + 1;
    }
  }
  if (nested && depth > 0) return null;
  push(text, from, end, pieces);
  return pieces;
}

function push(text: string, start: number, end: number, pieces: TextRange[]): void {
  const piece = trimmed(text, start, end);
  if (piece.end > piece.start) pieces.push(piece);
}

/** Where `needle` first stands wholly inside `[from, to)`; -1 where it does not. Unlike `indexOf` it never looks past `to`. */
export function indexIn(text: string, needle: string, from: number, to: number): number {
  const at = from < to ? text.slice(from, to).indexOf(needle) : -1;
  return at < 0 ? -1 : from + at;
}

/** The first of `marks` at depth zero in `[start, end)`, or `end`. */
export function firstOf(text: string, start: number, end: number, marks: string): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    const kind = listKinds[text.charCodeAt(i)];
    if (kind === 0) continue;
    if (kind === 1) depth++;
    else if (kind === 2) {
      if (depth === 0) return i;
      depth--;
    } else if (depth === 0 && marks.includes(text.charAt(i))) return i;
  }
  return end;
}

const conjunction = /以及|和|与|及/g;
/** Words in which 和, 与 or 及 joins nothing. */
const bound =
  /和(?:谐|平(?![台安原均津])|美(?![丽化好])|睦|解(?!决)|气|合(?![作力法理同规格适成])|善(?!治)|约|田|煦)|[共温缓饱柔总暖祥调亲讲]和|与(?:会(?!议)|时俱)|[参给赠授干]与|及(?:时|格|早|其|第)|[普涉提触波危顾遍论企]及/;

/** True where 和, 与 or 及 may join two things in `slice`: not in 参与 or 和谐. */
export function holdsConjunction(slice: string): boolean {
  for (const { index } of slice.matchAll(conjunction))
    if (!bound.test(slice.slice(Math.max(0, index - 1), index + 3))) return true;
  return false;
}

/**
 * Splits the last piece of a list at its 和, 与, 及 or 以及 (A、B和C); null where it has none. Of several the one counts whose right
 * side begins or ends as `like`, an item of the list, does.
 */
export function splitLast(text: string, piece: TextRange, like = ''): TextRange[] | null {
  const slice = text.slice(piece.start, piece.end);
  let best: TextRange[] | null = null;
  let bestScore = 0;
  for (const match of slice.matchAll(conjunction)) {
    const at = match.index;
    const around = slice.slice(Math.max(0, at - 1), at + match[0].length + 2);
    const quoted = lastOf(slice, '“《（', at) > lastOf(slice, '”》）', at);
    if (at === 0 || quoted || (match[0] !== '以及' && bound.test(around))) continue;
    const left = trimmed(text, piece.start, piece.start + at);
    const right = trimmed(text, piece.start + at + match[0].length, piece.end);
    const tooShort = left.end - left.start < 2 && right.end - right.start > 1;
    if (left.end === left.start || right.end === right.start || tooShort) continue;
    const opens = like.length > 1 && text.startsWith(like.slice(0, 2), right.start);
    const ends = text.charAt(left.end - 1) === text.charAt(right.end - 1);
    const score = 1 + (opens ? 2 : 0) + (ends ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [[left, right], score];
  }
  return best;
}

/** The last place in front of `end` where one of `marks` stands; -1 where none does. */
const lastOf = (text: string, marks: string, end: number): number =>
  end === 0 ? -1 : Math.max(...Array.from(marks, (mark) => text.lastIndexOf(mark, end - 1)));

/** Neighbouring quoted items without a mark between them (“甲”“乙”《丙》) as pieces of their own. */
export function splitNeighbours(text: string, piece: TextRange): TextRange[] {
  const first = text.charAt(piece.start);
  if (first !== '“' && first !== '《') return [piece];
  const slice = text.slice(piece.start, piece.end);
  if (!/^(?:“[^“”]+”|《[^《》]+》){2,}$/.test(slice)) return [piece];
  return [...slice.matchAll(/“[^“”]+”|《[^《》]+》/g)].map((match) => ({
    start: piece.start + match.index,
    end: piece.start + match.index + match[0].length,
  }));
}

import { CharClass, charClass } from '../text/charClass.ts';
import { Fixed } from './fixed.ts';
import { LineFlag, type Lines } from './lines.ts';

const leastRows = 3;
const leastCells = 3;

/** Marks rows of tables: three lines and more in a row of three cells and more, which spaces part and no sentence fills. */
export function markTables(lines: Lines, kind: Uint8Array): void {
  for (let i = 0; i < lines.count; i++) {
    if (!isRow(lines, kind, i)) continue;
    let end = i + 1;
    let figures = holdsFigure(lines, i) ? 1 : 0;
    for (; end < lines.count && isRow(lines, kind, end); end++) if (holdsFigure(lines, end)) figures++;
    if (end - i >= leastRows && figures * 2 >= end - i) kind.fill(Fixed.Table, i, end);
    i = end - 1;
  }
  markNames(lines, kind);
}

/** Lists of names: two lines and more of several names each, with wide spaces between them. */
function markNames(lines: Lines, kind: Uint8Array): void {
  for (let i = 0; i < lines.count; i++) {
    if (!isNameRow(lines, kind, i)) continue;
    let end = i + 1;
    while (end < lines.count && !lines.gap[end] && isNameRow(lines, kind, end)) end++;
    if (end - i >= 2) kind.fill(Fixed.Table, i, end);
    i = end - 1;
  }
}

const nameRow = /^(?:\p{Script=Han}{1,8}(?:\u3000|[ \u00a0]{2,4})){2,}\p{Script=Han}{1,8}$/u;

/** 丁小满　余　松　沈玉兰 */
function isNameRow({ raw, start, end, flags }: Lines, kind: Uint8Array, i: number): boolean {
  if (kind[i] || !((flags[i] as number) & LineFlag.Space)) return false;
  return (end[i] as number) - (start[i] as number) <= longestNames && nameRow.test(raw.slice(start[i], end[i]));
}

const longestNames = 80;

function isRow(lines: Lines, kind: Uint8Array, i: number): boolean {
  const flags = lines.flags[i] as number;
  if (kind[i] || !(flags & LineFlag.Space) || flags & (LineFlag.Sentence | LineFlag.Comma | LineFlag.Spaced))
    return false;
  const tail = lines.tail[i] as number;
  if (tail === CharClass.Terminal || tail === CharClass.Comma || tail === CharClass.Semicolon) return false;
  const { raw } = lines;
  let cells = 1;
  let space = false;
  for (let at = lines.start[i] as number; at < (lines.end[i] as number); at++) {
    const value = charClass[raw.charCodeAt(at)] as number;
    if (value === CharClass.Comma || value === CharClass.Terminal) {
      // 12.5 and 1,200 are figures.
      if (raw.charCodeAt(at) > 0x7f) return false;
    }
    if (value === CharClass.Space) space = true;
    else if (space) {
      cells++;
      space = false;
    }
  }
  return cells >= leastCells;
}

function holdsFigure({ raw, start, end }: Lines, i: number): boolean {
  for (let at = start[i] as number; at < (end[i] as number); at++) {
    if (charClass[raw.charCodeAt(at)] === CharClass.Digit) return true;
  }
  return false;
}

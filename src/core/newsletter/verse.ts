import { CharClass, charClass } from '../text/charClass.ts';
import { reach } from './columns.ts';
import { Fixed } from './fixed.ts';
import type { Layout } from './layout.ts';
import { LineFlag, type Lines } from './lines.ts';
import { markerOf } from './lineText.ts';

/** A line of verse has 3 to 12 characters, in half cells with its mark. */
const narrowest = 8;
const widest = 26;
const leastLines = 4;

/**
 * Marks lines of verse that end with marks: four and more of one width, with a full stop at last.
 * Verse without marks looks like a heading of many lines and is told from it by what stands around it.
 */
export function markVerse(lines: Lines, kind: Uint8Array): void {
  for (let i = 0; i < lines.count; i++) {
    if (!mayBeVerse(lines, kind, i)) continue;
    let end = i + 1;
    while (end < lines.count && isLike(lines, i, end) && mayBeVerse(lines, kind, end)) end++;
    // Where a page holds little else, its lines look like a column of their width; no prose breaks at every mark.
    if (end - i >= leastLines && lines.tail[end - 1] === CharClass.Terminal) kind.fill(Fixed.Verse, i, end);
    i = end - 1;
  }
}

function mayBeVerse(lines: Lines, kind: Uint8Array, i: number): boolean {
  const width = lines.width[i] as number;
  if (kind[i] || width < narrowest || width > widest) return false;
  const tail = lines.tail[i] as number;
  if (tail !== CharClass.Comma && tail !== CharClass.Terminal && tail !== CharClass.Semicolon) return false;
  return !((lines.flags[i] as number) & (LineFlag.Sentence | LineFlag.Bold));
}

const isLike = (lines: Lines, first: number, i: number) => lines.width[i] === lines.width[first] && !lines.gap[i];

/**
 * Marks stanzas of lines of any length: four and more short lines that blank lines set apart, broken where no prose of the page breaks.
 * What stands before all text is a headline.
 */
export function markStanzas(lines: Lines, layout: Layout, kind: Uint8Array): void {
  const couplets: number[] = [];
  let texts = 0;
  for (let i = 0; i < lines.count;) {
    const end = stanzaEnd(lines, i);
    if (texts > 1 && end - i >= leastLines && isStanza(lines, layout, kind, i, end)) {
      if (isTwoCouplets(lines, i, end)) couplets.push(i);
      else kind.fill(Fixed.Verse, i, end);
    }
    for (; i < end; i++) if (!kind[i]) texts++;
  }
  // Two couplets are a heading, unless the page prints verse.
  if (couplets.length && kind.includes(Fixed.Verse)) for (const i of couplets) kind.fill(Fixed.Verse, i, i + 4);
}

/** Four lines of about one length without marks at their ends. */
function isTwoCouplets({ width, tail }: Lines, start: number, end: number): boolean {
  if (end - start !== 4) return false;
  const widths = width.subarray(start, end);
  return (
    Math.max(...widths) - Math.min(...widths) <= 4 && tail.subarray(start, end).every((each) => each === CharClass.Wide)
  );
}

function stanzaEnd(lines: Lines, start: number): number {
  let end = start + 1;
  while (end < lines.count && !lines.gap[end]) end++;
  return end;
}

function isStanza(lines: Lines, layout: Layout, kind: Uint8Array, start: number, end: number): boolean {
  let full = 0;
  for (let i = start; i < end; i++) {
    const width = lines.width[i] as number;
    if (kind[i] || width < 6 || width > widest || (lines.flags[i] as number) & noVerse || !mayEnd(lines, i))
      return false;
    if (i + 1 < end && fillsColumn(lines, layout, i, i === start)) full++;
    if (markerOf(lines, i)) return false;
  }
  return full * 3 <= end - start - 1;
}

const noVerse =
  LineFlag.Sentence |
  LineFlag.Label |
  LineFlag.Bold |
  LineFlag.Doubled |
  LineFlag.BoldStart |
  LineFlag.Opens |
  LineFlag.Closes;

/** Verse ends its lines with a word, a comma or the end of a sentence, and holds no figures. */
function mayEnd({ raw, start, end, tail }: Lines, i: number): boolean {
  const last = tail[i] as number;
  if (last !== CharClass.Wide && last !== CharClass.Comma && last !== CharClass.Terminal) return false;
  for (let at = start[i] as number; at < (end[i] as number); at++)
    if (charClass[raw.charCodeAt(at)] === CharClass.Digit) return false;
  return true;
}

/** True for a line that prose would break as the column does. */
function fillsColumn(lines: Lines, layout: Layout, i: number, first: boolean): boolean {
  const slack = (layout.column[i] as number) - reach(lines, i);
  const hangs = lines.tail[i] !== CharClass.Wide ? 2 : 0;
  return slack >= -hangs && slack <= (first ? 5 : 3);
}

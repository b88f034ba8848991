import { CharClass } from '../text/charClass.ts';
import { LineFlag, type Lines } from './lines.ts';

/** What `markVerse` marks lines with; see `Fixed`. */
const verse = 6;
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
    if (end - i >= leastLines && lines.tail[end - 1] === CharClass.Terminal) kind.fill(verse, i, end);
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

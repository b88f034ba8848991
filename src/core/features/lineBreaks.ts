import { readMarker } from '../newsletter/markers.ts';
import { CharClass, charClass, classWidth } from '../text/charClass.ts';
import type { TextRange } from '../text/range.ts';

/** Signs and units that stay on the line of the figure in front of them. */
const unitSigns = '%％‰℃°万亿千百年月日号时分元米克吨';
/** Cells by which the first line of a paragraph is set in. */
const indentCells = 2;

const classOf = (text: string, at: number): number => charClass[text.charCodeAt(at)] as number;

/** True for what is read as one word, figure or address: letters, digits and half-width signs. */
function isWordPart(text: string, at: number, value: number): boolean {
  const code = text.charCodeAt(at);
  return (code > 0x20 && code < 0x7f) || value === CharClass.Latin || value === CharClass.Digit;
}

/** Marks that may not start a line (GB/T 15834-2011, 5.1): closing and pausing ones, and the middle dot. */
function mayStart(text: string, at: number, value: number): boolean {
  if (value === CharClass.Close || value === CharClass.Terminal || value === CharClass.Comma) return false;
  if (value === CharClass.Semicolon || value === CharClass.Colon || value === CharClass.LowSurrogate) return false;
  const code = text.charCodeAt(at);
  // ～ ~ · ‐ – stand between two parts; combining marks and variation selectors belong to the character in front.
  if (code === 0xff5e || code === 0x7e || code === 0xb7 || code === 0x2010 || code === 0x2013) return false;
  return !((code >= 0x300 && code <= 0x36f) || (code >= 0xfe00 && code <= 0xfe0f) || code === 0x200d);
}

/** True where a line may end in front of the code unit at `at` of a block (GB/T 15834-2011, 5.1). */
export function mayPart(text: string, at: number): boolean {
  const before = classOf(text, at - 1);
  const after = classOf(text, at);
  if (after === CharClass.Space)
    return before === CharClass.Latin && text[at] === ' ' && classOf(text, at + 1) === CharClass.Latin;
  if (before === CharClass.Space || before === CharClass.Open || before === CharClass.HighSurrogate) return false;
  if (before === CharClass.Newline || after === CharClass.Newline || after === CharClass.Ignorable) return false;
  if (!mayStart(text, at, after) || text.charCodeAt(at - 1) === 0x200d) return false;
  if (before === CharClass.Dash && after === CharClass.Dash) return false;
  if (isWordPart(text, at - 1, before) && isWordPart(text, at, after)) return false;
  return !(before === CharClass.Digit && unitSigns.includes(text.charAt(at)));
}

/** The same for text that is to be read again: a line that opens like a numbered heading would be read as one. */
function mayBreak(text: string, at: number, end: number): boolean {
  return mayPart(text, at) && readMarker(text, at, end) === null;
}

/**
 * Where the lines of a paragraph end, as offsets of its text: each is the first code unit of the next line, or the space between
 * two Latin words that the line end stands for. The first line is two cells shorter. What cannot be parted overhangs.
 *
 * @param range the paragraph in `text`, UTF-16 offsets
 * @param cells width of the column; a full-width character takes one cell
 * @param held offsets in front of which no line may end
 */
export function lineBreaks(
  text: string,
  range: TextRange,
  cells: number,
  held: ReadonlySet<number> = new Set(),
): readonly number[] {
  const breaks: number[] = [];
  let room = (cells - indentCells) * 2;
  let width = 0;
  let chance = -1;
  let widthAtChance = 0;
  for (let i = range.start; i < range.end; i++) {
    if (i > range.start && mayBreak(text, i, range.end) && !held.has(i)) {
      chance = i;
      widthAtChance = width;
    }
    width += classWidth[classOf(text, i)] as number;
    if (width <= room || chance < 0) continue;
    breaks.push(chance);
    width -= widthAtChance + (text[chance] === ' ' ? 1 : 0);
    chance = -1;
    room = cells * 2;
  }
  return breaks;
}

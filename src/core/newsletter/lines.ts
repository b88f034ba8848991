import { readsAlike } from '../repair/radicals.ts';
import { CharClass, charClass, classWidth } from '../text/charClass.ts';
import { carryDoubling, markDoubled } from './overprint.ts';
import { takeOutPageBreaks } from './pageBreaks.ts';
import { numbersOf } from './sheetMemory.ts';

/** What a line holds that the plain text would not: a reason to look closer. */
export const LineFlag = {
  /** White space inside the line. */
  Space: 1,
  /** Overprinted characters. */
  Doubled: 2,
  /** Radicals or compatibility ideographs. */
  Radical: 4,
  /** Two or more dashes in a row. */
  Dash: 8,
  /** Zero-width characters. */
  Ignorable: 16,
  /** Mostly overprinted: set in bold as a whole. */
  Bold: 32,
  /** Every character set apart by a space (工 作 简 报). */
  Spaced: 64,
  /** A mark of the line closes a pair that an earlier line opened. */
  Closes: 128,
  /** A pair opened in the line is still open at its end. */
  Opens: 256,
  /** A comma stands inside the line. */
  Comma: 512,
  /** A sentence ends inside the line. */
  Sentence: 1024,
  /** A sentence or clause ends within the first characters: the line goes on with what came before. */
  Remainder: 2048,
  /** A label and what it stands for (主办单位：…). */
  Label: 4096,
  /** Set in by exactly two ideographic spaces: the mark of a paragraph. */
  Indented: 8192,
  /** Opens with an overprinted sentence and goes on without: a run-in lead. */
  BoldStart: 16384,
  /** Overprinted, yet set apart by it from nothing: a term in quotation marks inside a sentence, or a line of a page printed twice throughout. */
  Unstressed: 32768,
} as const;

/** True for flags of a line that overprinting sets apart, be it in part. */
export const stressed = (flags: number): boolean => (flags & LineFlag.Doubled) > 0 && !(flags & LineFlag.Unstressed);

/**
 * The lines of a raw text that hold something, as parallel arrays. Offsets are UTF-16 code units of the raw text, widths half
 * cells (a Chinese character takes two), measured as the line reads: without stray spaces and overprinting.
 */
export interface Lines {
  readonly raw: string;
  count: number;
  /** Number of line breaks in the raw text. */
  breaks: number;
  /** First and behind-last offset of the content, white space trimmed. */
  start: Int32Array;
  end: Int32Array;
  /** 0-based number of the raw line. */
  number: Int32Array;
  /** Blank lines between this line and the one before, less those that stand between all lines. */
  gap: Int32Array;
  /** White space in front of the content, in half cells. */
  indent: Int32Array;
  width: Int32Array;
  /** White space inside the line, in half cells, where lines were filled with it; 0 everywhere on pages where it came in later. */
  spaces: Int32Array;
  /** The part of it that stands beside figures and words of Latin script. */
  figureSpaces: Int32Array;
  /** Class of the first character. */
  head: Uint8Array;
  /** Class of the last character; closing marks are looked through to a terminal behind them. */
  tail: Uint8Array;
  flags: Uint16Array;
  /** Second halves of overprinted pairs, raw offsets ascending, by line index; only lines flagged `Doubled`. */
  readonly doubled: Map<number, readonly number[]>;
  /** The page was overprinted here and there. */
  partlyDoubled: boolean;
  /** Indices of lines in front of which a page number was taken out of the sentence. */
  pageBreaks: ReadonlySet<number>;
}

/** Reads the lines of a raw text; line breaks are `\n`, `\r\n`, `\r`, and `\r\r\n` counts once. */
export function scanLines(raw: string): Lines {
  const lines = allocate(raw);
  let number = 0;
  let blanks = 0;
  let offset = 0;
  const length = raw.length;
  while (offset <= length) {
    const next = scanLine(lines, raw, offset, number, blanks);
    blanks = next.held ? 0 : blanks + 1;
    offset = next.end;
    if (offset >= length) break;
    let breaks = 1;
    if (raw.charCodeAt(offset) === 13) {
      if (raw.charCodeAt(offset + 1) === 10) offset++;
      else if (raw.charCodeAt(offset + 1) === 13 && raw.charCodeAt(offset + 2) === 10) {
        offset += 2;
        breaks = 2;
      }
    }
    offset++;
    number += breaks;
  }
  lines.breaks = number;
  if (lines.doubled.size) carryDoubling(lines);
  lines.pageBreaks = takeOutPageBreaks(lines);
  dropCommonGap(lines);
  return lines;
}

const step = { end: 0, held: false };

function scanLine(lines: Lines, raw: string, from: number, number: number, blanks: number): typeof step {
  const length = raw.length;
  let i = from;
  let indent = 0;
  let code = 0;
  let value = CharClass.Newline as number;
  for (; i < length; i++) {
    code = raw.charCodeAt(i);
    value = charClass[code] as number;
    if (value === CharClass.Space) indent += code === 0x3000 ? 2 : code === 9 ? 4 : 1;
    else if (value !== CharClass.Ignorable) break;
  }
  if (i >= length || value === CharClass.Newline) {
    step.end = i;
    step.held = false;
    return step;
  }
  const start = i;
  const head = value;
  let flags = 0;
  let width = 0;
  let pairs = 0;
  let depth = 0;
  let spaces = 0;
  let inner = 0;
  let besideFigures = 0;
  let end = i;
  let previous = -1;
  let previousClass = -1;
  for (; i < length; i++) {
    code = raw.charCodeAt(i);
    value = charClass[code] as number;
    // Nearly all of a line is ideographs in a row.
    if (value === CharClass.Wide && previousClass === CharClass.Wide && code !== previous && end === i) {
      width += 2;
      previous = code;
      end = i + 1;
      continue;
    }
    if (value === CharClass.Newline) break;
    if (value === CharClass.Space) {
      spaces++;
      continue;
    }
    if (i > end && i > start) {
      flags |= LineFlag.Space;
      const room = raw.charCodeAt(end) === 0x3000 ? 2 * (i - end) : i - end;
      inner += room;
      if (isFigure(value) !== isFigure(previousClass)) besideFigures += room;
    }
    if (
      value !== CharClass.Digit &&
      (code === previous ||
        ((value === CharClass.Radical || previousClass === CharClass.Radical) && readsAlike(code, previous)))
    )
      pairs++;
    if (value === CharClass.Open) depth++;
    else if (value === CharClass.Close) {
      // 1) and a) open nothing.
      if (depth) depth--;
      else if (code !== 0x29 || previousClass > CharClass.Latin) flags |= LineFlag.Closes;
    }
    if (previousClass >= CharClass.Terminal && previousClass <= CharClass.Comma) {
      flags |= insideMark(previousClass, previous, width);
    }
    if (value >= CharClass.Dash && value <= CharClass.Ignorable) {
      if (value === CharClass.Radical) flags |= LineFlag.Radical;
      else if (value === CharClass.Ignorable) flags |= LineFlag.Ignorable;
      else if (previousClass === CharClass.Dash) flags |= LineFlag.Dash;
    }
    width += classWidth[value] as number;
    previous = code;
    previousClass = value;
    end = i + 1;
  }
  if (depth) flags |= LineFlag.Opens;
  if (indent === 4 && start === from + 2 && raw.charCodeAt(from) === 0x3000) flags |= LineFlag.Indented;
  const at = lines.count++;
  if (at >= lines.start.length) grow(lines);
  lines.start[at] = start;
  lines.end[at] = end;
  lines.number[at] = number;
  lines.gap[at] = blanks;
  lines.indent[at] = indent;
  lines.width[at] = width;
  lines.spaces[at] = inner;
  lines.figureSpaces[at] = besideFigures;
  lines.head[at] = head;
  lines.flags[at] = flags;
  if (pairs >= 2) markDoubled(lines, at);
  if (spaces >= 2 && flags & LineFlag.Space) markSpaced(lines, at);
  lines.tail[at] = tailClass(raw, start, end);
  step.end = i;
  step.held = true;
  return step;
}

const isFigure = (value: number) => value <= CharClass.Latin && value !== CharClass.Wide;

/** What a mark inside a line tells about it; `width` is that of the text up to and with the mark. */
export function insideMark(value: number, code: number, width: number): number {
  // 3．10种 numbers, and ends nothing.
  if (code === 0xff0e) return 0;
  if (value === CharClass.Terminal) return width <= 8 ? LineFlag.Sentence | LineFlag.Remainder : LineFlag.Sentence;
  if (value === CharClass.Colon) return width <= 18 ? LineFlag.Label : 0;
  if (code !== 0xff0c) return 0;
  // A clause of one character is the end of one.
  return width <= 4 ? LineFlag.Comma | LineFlag.Remainder : LineFlag.Comma;
}

/** 工 作 简 报: single ideographs, each with a space behind it. */
function markSpaced(lines: Lines, at: number): void {
  const { raw } = lines;
  let single = 0;
  let joined = 0;
  let previousSpace = true;
  for (let i = lines.start[at] as number; i < (lines.end[at] as number); i++) {
    const space = charClass[raw.charCodeAt(i)] === CharClass.Space;
    if (!space) {
      if (previousSpace) single++;
      else joined++;
    }
    previousSpace = space;
  }
  if (single >= 3 && joined * 3 <= single) lines.flags[at] = (lines.flags[at] as number) | LineFlag.Spaced;
}

/** The class that tells how a line ends: a terminal behind closing marks counts as the end of a sentence. */
function tailClass(raw: string, start: number, end: number): number {
  let i = end - 1;
  let value = charClass[raw.charCodeAt(i)] as number;
  if (raw.charCodeAt(i) === 0x6444 && isCredit(raw, start, i)) return CharClass.Terminal;
  if (value !== CharClass.Close) return value;
  while (i > start && value === CharClass.Close) value = charClass[raw.charCodeAt(--i)] as number;
  if (value === CharClass.Terminal) return value;
  return endsBehindBracket(raw, start, end) ? CharClass.Terminal : CharClass.Close;
}

/** …插秧。 李 明 摄: a caption ends with who took the photo, be it on a line of its own. */
function isCredit(raw: string, start: number, end: number): boolean {
  let name = 0;
  for (let i = end - 1; i >= start; i--) {
    const value = charClass[raw.charCodeAt(i)] as number;
    if (value === CharClass.Terminal || value === CharClass.Close) return name > 0;
    if (value === CharClass.Space || ('/／'.includes(raw[i] as string) && !name)) continue;
    // 航拍摄
    if (value !== CharClass.Wide || ++name > longestName || raw[i] === '拍') return false;
  }
  return name > 0;
}

const longestName = 4;

/** Longest byline behind a sentence, brackets and spaces included. */
const longestByline = 32;

/** …插秧。（记者 李明）: the sentence ends in front of a bracket that holds no sentence. */
function endsBehindBracket(raw: string, start: number, end: number): boolean {
  const last = raw[end - 1];
  if (last !== '）' && last !== ')') return false;
  const from = Math.max(start, end - longestByline);
  for (let i = end - 2; i >= from; i--) {
    const code = raw.charCodeAt(i);
    if (code === 0xff08 || code === 0x28) {
      let before = i - 1;
      while (before > start && charClass[raw.charCodeAt(before)] === CharClass.Space) before--;
      return before >= start && charClass[raw.charCodeAt(before)] === CharClass.Terminal;
    }
    const value = charClass[code] as number;
    if (value >= CharClass.Close && value <= CharClass.Comma && code !== 0x3001) return false;
  }
  return false;
}

/** Where blank lines stand between nearly all lines they say nothing; the least common number of them is taken away. */
function dropCommonGap(lines: Lines): void {
  if (lines.count < 4) return;
  const seen = new Int32Array(4);
  for (let i = 1; i < lines.count; i++) {
    const gap = Math.min(3, lines.gap[i] as number);
    seen[gap] = (seen[gap] as number) + 1;
  }
  const limit = (lines.count - 1) * 0.02;
  let common = 0;
  for (let sum = seen[0] as number; common < 3 && sum <= limit; sum += seen[common] as number) common++;
  if (common) for (let i = 1; i < lines.count; i++) lines.gap[i] = Math.max(0, (lines.gap[i] as number) - common);
}

/** Room for a line in eight code units; narrower columns make it grow. */
function allocate(raw: string): Lines {
  const size = Math.max(16, raw.length >> 3);
  return {
    raw,
    count: 0,
    breaks: 0,
    start: numbersOf(Int32Array, size),
    end: numbersOf(Int32Array, size),
    number: numbersOf(Int32Array, size),
    gap: numbersOf(Int32Array, size),
    indent: numbersOf(Int32Array, size),
    width: numbersOf(Int32Array, size),
    spaces: numbersOf(Int32Array, size),
    figureSpaces: numbersOf(Int32Array, size),
    head: numbersOf(Uint8Array, size),
    tail: numbersOf(Uint8Array, size),
    flags: numbersOf(Uint16Array, size),
    doubled: new Map(),
    partlyDoubled: false,
    pageBreaks: new Set(),
  };
}

function grow(lines: Lines): void {
  for (const key of ['start', 'end', 'number', 'gap', 'indent', 'width', 'spaces', 'figureSpaces'] as const) {
    const grown = new Int32Array(lines[key].length * 2);
    grown.set(lines[key]);
    lines[key] = grown;
  }
  for (const key of ['head', 'tail'] as const) {
    const grown = new Uint8Array(lines[key].length * 2);
    grown.set(lines[key]);
    lines[key] = grown;
  }
  const flags = new Uint16Array(lines.flags.length * 2);
  flags.set(lines.flags);
  lines.flags = flags;
}

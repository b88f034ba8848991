import { CharClass } from '../text/charClass.ts';
import { LineFlag, type Lines } from './lines.ts';
import { numbersOf } from './sheetMemory.ts';

/** How the first line of a paragraph differs from the others. */
export type IndentStyle = 'kept' | 'lost' | 'none';

/** What the page's own lines tell about how it is set. */
export interface Layout {
  /** Width of the column around each line, in half cells; 0 where lines are not wrapped. */
  readonly column: Int16Array;
  readonly indent: IndentStyle;
  /** Indent of the first lines of paragraphs beyond the margin, where it was kept, in half cells; 0 elsewhere. */
  readonly firstIndent: number;
  /** Nearly all paragraphs of the page are set in, or show that they were. */
  readonly indentSure: boolean;
  /** Log-odds that a blank line, or none, stands between two blocks rather than inside one. */
  readonly gapOdds: number;
  readonly noGapOdds: number;
  /** Indent of ordinary continuation lines, in half cells. */
  readonly margin: number;
}

const chunk = 16;
const widest = 200;
/** How far beyond the widest line the look at a width goes. */
const beyond = 5;

/** Estimates column, indents and the meaning of blank lines from all lines of the page. */
export function estimateLayout(lines: Lines): Layout {
  const column = settleSpaces(lines);
  const margin = usualIndent(lines, column);
  return { column, margin, ...estimateIndent(lines, column, margin), ...estimateGaps(lines, column) };
}

/** Width a line takes from the margin on, in half cells. */
export function reach(lines: Lines, i: number): number {
  const indent = lines.indent[i] as number;
  return (lines.width[i] as number) + (lines.spaces[i] as number) + (indent <= 8 ? indent : 0);
}

/**
 * White space inside lines either filled them when they were set or came in with extraction. Estimates the columns both ways, and
 * leaves in `lines.spaces` what counts: more lines with spaces in them are full where the measure is right.
 */
function settleSpaces(lines: Lines): Int16Array {
  if (!lines.spaces.subarray(0, lines.count).some((space) => space > 0)) return estimateColumns(lines);
  const filled = estimateColumns(lines);
  const { spaces } = lines;
  const set = fullness(lines, filled, spaces);
  lines.spaces = numbersOf(Int32Array, spaces.length);
  const plain = estimateColumns(lines);
  if (set <= fullness(lines, plain, spaces) + leastGain) return plain;
  lines.spaces = spaces;
  return filled;
}

/** What counting spaces must gain, in full lines. */
const leastGain = 1;

/** How many of the lines with spaces in them are full; a line one half cell off counts for less. */
function fullness(lines: Lines, column: Int16Array, spaces: Int32Array): number {
  let full = 0;
  for (let i = 0; i < lines.count; i++) {
    const width = column[i] as number;
    if (width && spaces[i]) full += Math.max(0, 3 - Math.abs(width - reach(lines, i))) / 3;
  }
  return full;
}

/** True where the line ends inside a sentence: with no mark, or with a mark that only divides. */
export function endsOpen(tail: number): boolean {
  return tail !== CharClass.Terminal && tail !== CharClass.Colon && tail !== CharClass.Semicolon;
}

/**
 * The column as its lines show it: the width that most lines reach and hardly any exceeds, estimated in windows, since a page may
 * set its articles in columns of different width.
 */
function estimateColumns(lines: Lines): Int16Array {
  const column = numbersOf(Int16Array, lines.count);
  const reaches = numbersOf(Int32Array, lines.count);
  for (let i = 0; i < lines.count; i++) reaches[i] = reach(lines, i);
  const histogram = numbersOf(Uint16Array, widest + beyond);
  for (let from = 0; from < lines.count; from += chunk) {
    const low = Math.max(0, from - chunk);
    const high = Math.min(lines.count, from + chunk * 2);
    histogram.fill(0);
    let top = 0;
    for (let i = low; i < high; i++) {
      const width = Math.min(widest, reaches[i] as number);
      histogram[width] = (histogram[width] as number) + 1;
      if (width > top) top = width;
    }
    const width = bestWidth(histogram, high - low, Math.min(top, widest - 1));
    column.fill(isWrapped(lines, reaches, low, high, width) ? width : 0, from, Math.min(lines.count, from + chunk));
  }
  return column;
}

const fewLines = 20;

/** The width most lines agree on, give or take a squeezed or hanging mark; lines that exceed it speak against it. */
function bestWidth(histogram: Uint16Array, total: number, top: number): number {
  const at = (width: number) => histogram[width] as number;
  let best = 0;
  let bestScore = 0;
  let over = at(widest);
  for (let width = top; width >= 12; width--) {
    if (width + 5 < widest) over += at(width + 5);
    if (!at(width)) continue;
    const near = at(width) + 0.8 * (at(width - 1) + at(width + 1)) + 0.5 * (at(width - 2) + at(width + 2));
    // Where few lines tell, one more than a hanging mark beyond tells as well, and one two cells short, as lost indents leave it.
    const few = total < fewLines ? 0.5 * (at(width - 4) + at(width - 5)) - at(width + 3) - at(width + 4) : 0;
    const score = near + few - 2 * over;
    if (score <= bestScore || at(width) + at(width - 1) + at(width - 2) < Math.max(2, total * 0.1)) continue;
    bestScore = score;
    best = width;
  }
  return best;
}

/** A column is one only if its full lines break off inside sentences; lines that hold whole paragraphs do not. */
function isWrapped(lines: Lines, reaches: Int32Array, low: number, high: number, width: number): boolean {
  if (!width) return false;
  let full = 0;
  let open = 0;
  for (let i = low; i < high; i++) {
    const own = reaches[i] as number;
    if (own < width - 4 || own > width + 4) continue;
    full++;
    const next = i + 1 < lines.count ? (lines.head[i + 1] as number) : CharClass.Newline;
    if (endsOpen(lines.tail[i] as number) && next !== CharClass.Newline) open++;
  }
  return open >= 2 && open >= full * (width > 110 ? 0.6 : 0.4);
}

/** True where line `i` can only go on from the line before: that one is full and breaks off inside a sentence. */
function surelyContinues(lines: Lines, column: Int16Array, i: number): boolean {
  const width = column[i] as number;
  return width > 0 && reach(lines, i - 1) >= width - 2 && endsOpen(lines.tail[i - 1] as number);
}

/** True where line `i` can only be a start: the line before is short and ends a sentence. */
function surelyStarts(lines: Lines, column: Int16Array, i: number): boolean {
  const width = column[i] as number;
  return width > 0 && reach(lines, i - 1) <= width - 6 && lines.tail[i - 1] === CharClass.Terminal;
}

function usualIndent(lines: Lines, column: Int16Array): number {
  const seen = new Map<number, number>();
  for (let i = 1; i < lines.count; i++) {
    if (!surelyContinues(lines, column, i)) continue;
    const indent = lines.indent[i] as number;
    seen.set(indent, (seen.get(indent) ?? 0) + 1);
  }
  let usual = 0;
  for (const [indent, times] of seen) if (times > (seen.get(usual) ?? 0)) usual = indent;
  return usual;
}

function estimateIndent(
  lines: Lines,
  column: Int16Array,
  margin: number,
): { indent: IndentStyle; indentSure: boolean; firstIndent: number } {
  const seen = new Uint16Array(9);
  let kept = 0;
  let lost = 0;
  let none = 0;
  for (let i = 1; i + 1 < lines.count; i++) {
    const width = column[i] as number;
    const ended = lines.tail[i - 1] === CharClass.Terminal;
    const apart = (lines.gap[i] as number) > 0 && (ended || reach(lines, i - 1) <= width - 6);
    const start = width ? apart || surelyStarts(lines, column, i) : ended;
    if (!start || (lines.flags[i] as number) & LineFlag.Bold) continue;
    const indent = (lines.indent[i] as number) - margin;
    if (indent >= 2 && indent <= 8) {
      kept++;
      seen[indent] = (seen[indent] as number) + 1;
    } else if (!width) none++;
    else if (endsOpen(lines.tail[i] as number)) {
      const short = width - reach(lines, i);
      if (short >= 3 && short <= 6) lost++;
      else if (short < 3) none++;
    }
  }
  const indentSure = kept >= 5 && kept >= 4 * (lost + none);
  if (kept > lost + none) return { indent: 'kept', indentSure, firstIndent: seen.indexOf(Math.max(...seen)) };
  // Extraction loses indents more often than newspapers do without them.
  return { indent: lost >= none ? 'lost' : 'none', indentSure: lost >= 3 && lost >= 3 * none, firstIndent: 0 };
}

function estimateGaps(lines: Lines, column: Int16Array): { gapOdds: number; noGapOdds: number } {
  let inside = 0;
  let insideGap = 0;
  let between = 0;
  let betweenGap = 0;
  for (let i = 1; i < lines.count; i++) {
    const gap = (lines.gap[i] as number) > 0 ? 1 : 0;
    if (surelyContinues(lines, column, i)) {
      inside++;
      insideGap += gap;
    } else if (surelyStarts(lines, column, i)) {
      between++;
      betweenGap += gap;
    }
  }
  const share = (part: number, all: number) => (part + 0.3) / (all + 0.6);
  const clamp = (odds: number) => Math.max(-3, Math.min(3, odds));
  return {
    gapOdds: clamp(Math.log(share(betweenGap, between) / share(insideGap, inside))),
    noGapOdds: clamp(Math.log(share(between - betweenGap, between) / share(inside - insideGap, inside))),
  };
}

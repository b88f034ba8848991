import { CharClass } from '../text/charClass.ts';
import { LineFlag, type Lines } from './lines.ts';
import { numbersOf } from './sheetMemory.ts';

const chunk = 16;
const widest = 200;
/** How far beyond the widest line the look at a width goes. */
const beyond = 5;
/** Two cells. */
const lostIndent = 4;

/** Width a line takes from the margin on, in half cells. */
export function reach(lines: Lines, i: number): number {
  const indent = lines.indent[i] as number;
  return (lines.width[i] as number) + (lines.spaces[i] as number) + (indent <= 8 ? indent : 0);
}

/** True where the line ends inside a sentence: with no mark, or with a mark that only divides. */
export function endsOpen(tail: number): boolean {
  return tail !== CharClass.Terminal && tail !== CharClass.Colon && tail !== CharClass.Semicolon;
}

/**
 * Width of the column around each line. White space inside lines either filled them when they were set or came in with extraction,
 * and what stands beside figures may have come another way than the rest. Estimates the columns all ways, and leaves in `lines.spaces`
 * what counts: more lines are full where the measure is right. Half cells by line; 0 where lines are not wrapped.
 */
export function estimateColumns(lines: Lines): Int16Array {
  const { count, spaces: all, figureSpaces: figures } = lines;
  const others = numbersOf(Int32Array, all.length);
  let besideFigures = false;
  let elsewhere = false;
  for (let i = 0; i < count; i++) {
    others[i] = (all[i] as number) - (figures[i] as number);
    if (figures[i]) besideFigures = true;
    if (others[i]) elsewhere = true;
  }
  if (!besideFigures && !elsewhere) return columnsOf(lines);
  const nothing = numbersOf(Int32Array, all.length);
  const choices = besideFigures && elsewhere ? [nothing, all, figures, others] : [nothing, all];
  let best: Lines['spaces'] = nothing;
  let column: Int16Array = numbersOf(Int16Array, 0);
  let most = -Infinity;
  for (const spaces of choices) {
    lines.spaces = spaces;
    const columns = columnsOf(lines);
    const full = fullness(lines, columns);
    if (full <= most + leastGain) continue;
    most = full;
    best = spaces;
    column = columns;
  }
  lines.spaces = best;
  return column;
}

/** What counting spaces must gain, in full lines. */
const leastGain = 0.9;

/** How many lines are full, or first lines short by the indent they lost; a line one half cell off counts for less. */
function fullness(lines: Lines, column: Int16Array): number {
  let full = 0;
  for (let i = 0; i < lines.count; i++) {
    const width = column[i] as number;
    if (!width) continue;
    const slack = Math.abs(width - reach(lines, i));
    const first = mayBeFirst(lines, width, i) ? Math.abs(slack - lostIndent) : slack;
    // That a line is short by an indent is one assumption more.
    full += Math.max(0, 3 - slack, (3 - first) / 2) / 3;
  }
  return full;
}

/** True behind the end of a sentence, a blank line or a line far from full. */
const mayBeFirst = (lines: Lines, width: number, i: number) =>
  i > 0 &&
  (lines.tail[i - 1] === CharClass.Terminal || (lines.gap[i] as number) > 0 || reach(lines, i - 1) <= width - 6);

/**
 * The column as its lines show it: the width that most lines reach and hardly any exceeds, estimated in windows, since a page may
 * set its articles in columns of different width.
 */
function columnsOf(lines: Lines): Int16Array {
  const { count } = lines;
  const column = numbersOf(Int16Array, count);
  const reaches = numbersOf(Int32Array, count);
  for (let i = 0; i < count; i++) reaches[i] = reach(lines, i);
  const widths = noWidths();
  const windows: Window[] = [];
  let low = 0;
  let high = 0;
  for (let from = 0; from < count; from += chunk) {
    // From window to window most lines stay.
    while (high < Math.min(count, from + chunk * 2)) countLine(widths, lines, reaches, high++, 1);
    while (low < from - chunk) countLine(widths, lines, reaches, low++, -1);
    const width = bestWidth(widths, high - low);
    const wrapped = isWrapped(lines, reaches, low, high, width);
    const { running } = widths;
    windows.push({
      width: wrapped ? width : 0,
      sure: ((running[width - 1] as number) || (running[width] as number) || (running[width + 1] as number)) > 0,
    });
  }
  for (const [at, window] of windows.entries())
    column.fill(widthAmong(windows, window, at), at * chunk, Math.min(count, (at + 1) * chunk));
  return column;
}

/** How many lines of a window are how wide. */
interface Widths {
  readonly all: Uint16Array;
  /** Those that end with a mark that may hang over the column. */
  readonly marked: Uint16Array;
  /** Those inside a sentence. */
  readonly running: Uint16Array;
  /** None is wider. */
  top: number;
}

const noWidths = (): Widths => ({
  all: numbersOf(Uint16Array, widest + beyond),
  marked: numbersOf(Uint16Array, widest + beyond),
  running: numbersOf(Uint16Array, widest + beyond),
  top: 0,
});

/** Counts a line in, by 1, or out again, by -1. */
function countLine(widths: Widths, lines: Lines, reaches: Int32Array, i: number, by: number): void {
  const { all, marked, running } = widths;
  const width = Math.min(widest, reaches[i] as number);
  all[width] = (all[width] as number) + by;
  if (mayHang(lines.tail[i] as number)) marked[width] = (marked[width] as number) + by;
  else if (runsOn(lines, reaches, i)) running[width] = (running[width] as number) + by;
  if (width > widths.top) widths.top = width;
  while (widths.top > 0 && !all[widths.top]) widths.top--;
}

interface Window {
  readonly width: number;
  /** Lines that run on reach the width. */
  readonly sure: boolean;
}

/** Where only first lines are seen, the column of the lines around tells that they lost an indent. */
function widthAmong(windows: readonly Window[], { width, sure }: Window, at: number): number {
  if (!width || sure) return width;
  for (const near of [windows[at - 1], windows[at + 1]]) {
    if (near?.sure && Math.abs(near.width - width - lostIndent) <= 1) return near.width;
  }
  return width;
}

/** Inside a sentence, with the line before nearly as wide: no headline does that. */
function runsOn(lines: Lines, reaches: Int32Array, i: number): boolean {
  return (
    i > 0 &&
    !lines.gap[i] &&
    !((lines.flags[i] as number) & LineFlag.Bold) &&
    !mayHang(lines.tail[i - 1] as number) &&
    (reaches[i - 1] as number) >= (reaches[i] as number) - 6
  );
}

/** A mark that may not start a line hangs over the column. */
const mayHang = (tail: number) => tail >= CharClass.Close && tail <= CharClass.Comma;

/**
 * The width most lines agree on, give or take a squeezed or hanging mark, or the indent that first lines lost; lines that exceed it
 * speak against it.
 */
function bestWidth({ all, marked, running, top }: Widths, total: number): number {
  const at = (width: number) => all[width] as number;
  const hard = (width: number) => at(width) - (marked[width] as number);
  let best = 0;
  let bestScore = 0;
  let over = at(widest);
  for (let width = Math.min(top, widest - 1); width >= 12; width--) {
    if (width + 3 < widest) over += at(width + 3) + 2 * (running[width + 3] as number);
    // What is left could not make up for it.
    if (total - 2.2 * over < bestScore) break;
    if (!at(width)) continue;
    const near = at(width) + 0.6 * at(width - 1) + 0.4 * at(width - 2);
    const first = 0.6 * (at(width - lostIndent) + at(width - lostIndent - 1));
    // First lines alone make no column.
    const short = Math.min(first, 2 * at(width) + 4 * (running[width] as number));
    const hanging = 0.6 * ((marked[width + 1] as number) + (marked[width + 2] as number));
    const score = near + short + hanging - 0.6 * hard(width + 1) - 1.2 * hard(width + 2) - 2.2 * over;
    const seen = at(width) + at(width - 1) + at(width - 2) + (running[width] as number);
    if (score <= bestScore || seen < Math.max(2, total * 0.05)) continue;
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

import { CharClass } from '../text/charClass.ts';
import { endsOpen, estimateColumns, reach } from './columns.ts';
import { LineFlag, type Lines } from './lines.ts';
import { markerOf } from './lineText.ts';

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

/** Estimates column, indents and the meaning of blank lines from all lines of the page. */
export function estimateLayout(lines: Lines): Layout {
  const column = estimateColumns(lines);
  const margin = usualIndent(lines, column);
  return { column, margin, ...estimateIndent(lines, column, margin), ...estimateGaps(lines, column) };
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
  let likely = 0;
  for (let i = 1; i + 1 < lines.count; i++) {
    const width = column[i] as number;
    const ended = lines.tail[i - 1] === CharClass.Terminal;
    const isShort = reach(lines, i - 1) <= width - 6;
    const apart = (lines.gap[i] as number) > 0 && (ended || isShort);
    const start = width ? apart || surelyStarts(lines, column, i) : ended;
    if ((!start && !ended && !isShort) || (lines.flags[i] as number) & LineFlag.Bold) continue;
    const indent = (lines.indent[i] as number) - margin;
    if (indent >= 2 && indent <= 8) {
      if (!start) continue;
      kept++;
      seen[indent] = (seen[indent] as number) + 1;
    } else if (!width) none++;
    else if (endsOpen(lines.tail[i] as number)) {
      const short = width - reach(lines, i);
      if (short >= 3 && short <= 6) {
        if (start) lost++;
        else likely += 0.5;
      } else if (short < 3) {
        if (isHeadingNumber(lines, i)) likely -= 0.3;
        else if (start) none++;
        else if (isShort) likely -= 0.5;
      }
    }
  }
  const indentSure = kept >= 5 && kept >= 4 * (lost + none);
  if (kept > lost + none) return { indent: 'kept', indentSure, firstIndent: seen.indexOf(Math.max(...seen)) };
  // Extraction loses indents more often than newspapers do without them.
  return {
    indent: lost + likely >= none ? 'lost' : 'none',
    indentSure: lost >= 3 && lost >= 3 * none,
    firstIndent: 0,
  };
}

/** 一、 and 第一章 stand before headings, which are set otherwise than paragraphs. */
function isHeadingNumber(lines: Lines, i: number): boolean {
  const kind = markerOf(lines, i)?.kind;
  return kind === 'numeral' || kind === 'chapter';
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

import { findDoubled } from '../repair/doubled.ts';
import { repairLine, type SpaceRule } from '../repair/lineRepairs.ts';
import { CharClass, charClass } from '../text/charClass.ts';
import { ReadingText, RepairTable, type RepairCode } from '../text/readingText.ts';
import { Fixed } from './fixed.ts';
import type { FixedLines } from './fixedLines.ts';
import type { InlineJump } from './jumpLines.ts';
import type { Layout } from './layout.ts';
import { LineFlag, type Lines } from './lines.ts';
import type { Marker } from './markers.ts';
import type { BlockKind } from './model.ts';
import { Label, type Segmentation } from './segment.ts';

/** A block before levels and leads are known. Offsets are UTF-16 code units of the reading text. */
export interface RawBlock {
  kind: BlockKind;
  start: number;
  end: number;
  /** Indices of its first and last line among the lines that hold something. */
  readonly from: number;
  to: number;
  readonly marker: Marker | null;
  /** Log-odds of being a heading. */
  readonly odds: number;
  /** A heading over several pieces of news in brief. */
  rubric?: boolean;
}

/** A block while its offsets are still those of the raw text. */
interface Span extends RawBlock {
  /** Where its part of its first line ends, if not where the line does. */
  readonly firstEnd?: number;
}

/** Turns labelled lines into blocks and makes the reading text on the way. */
export function buildBlocks(
  lines: Lines,
  layout: Layout,
  fixed: FixedLines,
  segmentation: Segmentation,
): { reading: ReadingText; blocks: RawBlock[] } {
  const spans = collectSpans(lines, fixed, segmentation);
  const repairs = new RepairTable(lines.count);
  for (const [i, span] of spans.entries()) {
    joinJump(spans[i - 1], span, repairs);
    repairSpan(lines, layout, span, repairs);
  }
  const reading = new ReadingText(lines.raw, repairs);
  for (const span of spans) {
    span.start = reading.toReading(span.start);
    span.end = reading.toReading(span.end);
  }
  // Of a mark with nothing but control characters behind it, nothing is left to read.
  return { reading, blocks: spans.filter((span) => span.end > span.start) };
}

const fixedKinds: Readonly<Record<number, BlockKind>> = {
  [Fixed.Jump]: 'jump',
  [Fixed.Byline]: 'byline',
  [Fixed.Furniture]: 'furniture',
  [Fixed.Signature]: 'signature',
  [Fixed.Issue]: 'masthead',
  [Fixed.Verse]: 'verse',
  [Fixed.Table]: 'table',
};

const noCuts: readonly InlineJump[] = [];

function collectSpans(lines: Lines, fixed: FixedLines, { label, markers, headingOdds }: Segmentation): Span[] {
  const spans: Span[] = [];
  let jump = 0;
  for (let i = 0; i < lines.count; i++) {
    const firstCut = jump;
    while (fixed.jumps[jump]?.line === i) jump++;
    const cuts = jump > firstCut ? fixed.jumps.slice(firstCut, jump) : noCuts;
    const last = spans.at(-1);
    const current = label[i];
    const start = lines.start[i] as number;
    const end = lines.end[i] as number;
    // A jump line at the start of the line parts it from the line before, in tables and verse too.
    const parted = cuts[0]?.start === start;
    const goesOn =
      !parted &&
      (current === Label.ParagraphOn ||
        current === Label.HeadingOn ||
        (isRow(fixed.kind[i] as number) && fixed.kind[i - 1] === fixed.kind[i] && !lines.gap[i]) ||
        (fixed.kind[i] === Fixed.Jump && last?.kind === 'jump' && last.end <= start && isBroken(lines, last)));
    if (goesOn && last) {
      last.end = end;
      last.to = i;
    } else {
      if (last && lines.pageBreaks.has(i)) addPageNumber(lines, spans, i);
      const marker = markers[i] ?? null;
      const kind = fixedKinds[fixed.kind[i] as number] ?? (isHeading(current) ? 'heading' : 'paragraph');
      // The mark of a heading is a person's note to the reader of the page, not text.
      const text = marker?.kind === 'hash' ? start + marker.length : start;
      spans.push({ kind, start: text, end, from: i, to: i, marker, odds: headingOdds[i] as number });
    }
    for (const cut of cuts) addJump(lines.raw, spans, cut, i);
  }
  return spans.filter((span) => span.end > span.start);
}

const isHeading = (label: number | undefined): boolean => label === Label.Heading || label === Label.HeadingOn;

/** Lines of one kind that are one block, each on a line of its own. */
const isRow = (kind: number) => kind === Fixed.Verse || kind === Fixed.Table;

/** A jump line whose bracket is still open at the end of its line. */
function isBroken(lines: Lines, span: Span): boolean {
  const text = lines.raw.slice(span.start, span.end);
  return /[（(【]/u.test(text) && !/[）)】]/u.test(text);
}

/** A page number that was taken out from between two lines that do not belong together after all is furniture. */
function addPageNumber({ raw, ...lines }: Lines, spans: Span[], i: number): void {
  let start = lines.end[i - 1] as number;
  let end = lines.start[i] as number;
  while (start < end && isBlank(raw, start)) start++;
  while (end > start && isBlank(raw, end - 1)) end--;
  spans.push({ kind: 'furniture', start, end, from: i, to: i, marker: null, odds: 0 });
}

function isBlank(raw: string, at: number): boolean {
  const value = charClass[raw.charCodeAt(at)];
  return value === CharClass.Space || value === CharClass.Newline || value === CharClass.Ignorable;
}

function addJump(raw: string, spans: Span[], cut: InlineJump, line: number): void {
  const host = spans.at(-1) as Span;
  const { start, end } = cut;
  const jump: Span = { kind: 'jump', start, end, from: line, to: line, marker: null, odds: 0, firstEnd: end };
  if (cut.start === host.start) {
    spans.splice(-1, 0, jump);
    host.start = end;
    while (host.start < host.end && isBlank(raw, host.start)) host.start++;
  } else spans.push(jump);
}

/** An inline jump line follows its sentence without a space. */
function joinJump(before: Span | undefined, span: Span, into: RepairTable): void {
  if (!before || before.to !== span.from || before.end >= span.start) return;
  if (before.kind !== 'jump' && span.kind !== 'jump') return;
  into.add('repair/stray-space', before.end, span.start, '');
}

function repairSpan(lines: Lines, layout: Layout, span: Span, into: RepairTable): void {
  const heading = span.kind === 'heading';
  const rule: SpaceRule = heading ? 'title' : span.kind === 'paragraph' || span.kind === 'jump' ? 'running' : 'keep';
  for (let i = span.from; i <= span.to; i++) {
    const start = Math.max(span.start, lines.start[i] as number);
    const end = i === span.to ? span.end : endOfLine(lines, span, i);
    if (i > span.from) joinLines(lines, layout, span, i, into);
    const flags = lines.flags[i] as number;
    const doubled = heading ? headingDoubled(lines, i, start, end) : lines.doubled.get(i);
    if (
      flags & (LineFlag.Space | LineFlag.Doubled | LineFlag.Radical | LineFlag.Dash | LineFlag.Ignorable) ||
      doubled?.length
    ) {
      repairLine(
        lines.raw,
        start,
        end,
        doubled,
        flags & LineFlag.Spaced && span.kind !== 'table' ? 'running' : rule,
        into,
      );
    }
  }
}

const noPairs: readonly number[] = [];
/** Pairs that hardly ever stand in a line by chance. */
const longRun = 4;

/** In a heading two pairs are enough to tell overprinting, unless the lines around tell even one. */
function headingDoubled(lines: Lines, i: number, start: number, end: number): readonly number[] {
  const found = findDoubled(lines.raw, start, end, true, lines.partlyDoubled);
  const known = lines.doubled.get(i);
  // 工作作为为民 is no overprinting: a short run alone must fill its line.
  if (!known && !lines.partlyDoubled && found.length < longRun && found.length * 2 < (end - start) * 0.7)
    return noPairs;
  return known && known.length > found.length ? known : found;
}

/** Where what a span has of one of its lines ends; its last line aside. */
function endOfLine(lines: Lines, span: Span, line: number): number {
  return line === span.from && span.firstEnd !== undefined ? span.firstEnd : (lines.end[line] as number);
}

/** What stands between two lines of one block: nothing is read there, but a space between words of Latin script. */
function joinLines(lines: Lines, layout: Layout, span: Span, i: number, into: RepairTable): void {
  const { raw, pageBreaks } = lines;
  if (
    span.kind === 'verse' ||
    span.kind === 'table' ||
    (span.kind === 'heading' && !isWrappedTitle(lines, layout, span, i))
  )
    return;
  // Of two jump lines on one line nothing is left for the block that goes on behind them.
  const start = Math.max(span.start, endOfLine(lines, span, i - 1));
  const end = lines.start[i] as number;
  const before = charClass[raw.charCodeAt(start - 1)];
  const after = charClass[raw.charCodeAt(end)];
  const word = before === CharClass.Latin && after === CharClass.Latin;
  const code = joinCode(span, pageBreaks.has(i));
  into.add(code, start, end, word ? ' ' : '');
}

function joinCode(span: Span, pageBreak: boolean): RepairCode {
  if (pageBreak) return 'repair/page-break';
  return span.kind === 'heading' ? 'repair/split-title' : 'repair/wrapped-line';
}

/** A title that fills its line and goes on shorter was wrapped, and so were two lines of unlike length; a couplet stays. */
function isWrappedTitle(lines: Lines, layout: Layout, { from, to }: Span, i: number): boolean {
  const column = layout.column[i] as number;
  const before = lines.width[i - 1] as number;
  const width = lines.width[i] as number;
  if (column > 0 && before >= column - 3 && Math.abs(before - width) > 2) return true;
  const tail = lines.tail[i - 1] as number;
  const broken = tail === CharClass.Wide || tail === CharClass.Radical || tail === CharClass.Digit;
  return column > 0 && broken && i - from === 1 && to === i && Math.abs(before - width) > 4;
}

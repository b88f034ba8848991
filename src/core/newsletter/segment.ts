import { impossible, unlikely, type PageEvidence } from './evidence.ts';
import type { FixedLines } from './fixedLines.ts';
import { headingEvidence } from './headingEvidence.ts';
import { endsHeading, headingAfter, headingGoesOn, tailEvidence } from './headingExtent.ts';
import { endsOpen, reach } from './columns.ts';
import type { Layout } from './layout.ts';
import { stressed, type Lines } from './lines.ts';
import { markerOf } from './lineText.ts';
import type { Marker } from './markers.ts';
import { endsParagraph, flowsOn, goesOn, losesIndent, shortParagraph, startsParagraph } from './paragraphEvidence.ts';
import { numbersOf } from './sheetMemory.ts';

/** What a line is in the page: the start or the going on of a paragraph or a heading, or a fixed line. */
export const Label = { Paragraph: 0, ParagraphOn: 1, Heading: 2, HeadingOn: 3, Fixed: 4 } as const;

const labels = 5;

/** The labels of all lines, and how sure each is (log-odds against the best other label of the same line). */
export interface Segmentation {
  readonly label: Uint8Array;
  readonly markers: readonly (Marker | null)[];
  /** Evidence for each line being a heading, in log-odds. */
  readonly headingOdds: Float32Array;
}

/**
 * Finds the most plausible sequence of labels (Viterbi). Each score is a log-odds sum of independent evidence: fullness of
 * the line before, its last mark, the indent, blank lines, numbering, symmetry with the neighbour, overprinting, position.
 */
export function segment(lines: Lines, layout: Layout, fixed: FixedLines): Segmentation {
  const first = search(lines, layout, fixed, none);
  const outvoted = outvotedBySiblings(lines, layout, first);
  return outvoted.size > 0 ? search(lines, layout, fixed, outvoted) : first;
}

const none: ReadonlySet<number> = new Set();
/** What it costs a numbered line to be a heading where its siblings are paragraphs. */
const outvote = -4;

/**
 * Numbered lines that fill the column, break off and were taken for headings, while most others with the same kind of number are
 * paragraphs: they are the first lines of paragraphs that a blank line interrupts.
 */
function outvotedBySiblings(lines: Lines, layout: Layout, { label, markers }: Segmentation): ReadonlySet<number> {
  const doubtful = new Map<string, number[]>();
  const votes = new Map<string, number>();
  for (let i = 0; i < lines.count; i++) {
    const kind = markers[i]?.kind;
    if (kind === undefined || !voting.has(kind)) continue;
    const heading = label[i] === Label.Heading;
    if (!heading && label[i] !== Label.Paragraph) continue;
    if (heading && breaksOff(lines, layout, i) && label[i + 1] !== Label.HeadingOn) {
      const seen = doubtful.get(kind);
      if (seen) seen.push(i);
      else doubtful.set(kind, [i]);
    } else votes.set(kind, (votes.get(kind) ?? 0) + (heading ? -1 : 1));
  }
  const outvoted = new Set<number>();
  for (const [kind, some] of doubtful) {
    // Titles may fill a narrow column, but the text under several of them does not set out full where first lines are short.
    const full = some.filter((i) => isFull(lines, layout, i) && fillsOn(lines, layout, i + 1));
    if ((votes.get(kind) ?? 0) + (full.length > 1 ? 1 : 0) > 0) for (const i of some) outvoted.add(i);
  }
  return outvoted;
}

const isFull = (lines: Lines, layout: Layout, i: number) => (layout.column[i] as number) - reach(lines, i) <= 2;

/** True for a full line right under the one before and not set in. */
const fillsOn = (lines: Lines, layout: Layout, i: number) =>
  i < lines.count && !lines.gap[i] && (lines.indent[i] as number) <= layout.margin + 1 && isFull(lines, layout, i);

const voting: ReadonlySet<string> = new Set(['numeral', 'bracket-numeral', 'digit', 'bracket-digit', 'bullet']);

/** True for a full line, or one short by a lost indent, without a mark at its end and not overprinted. */
function breaksOff(lines: Lines, layout: Layout, i: number): boolean {
  const column = layout.column[i] as number;
  if (!column || !endsOpen(lines.tail[i] as number) || stressed(lines.flags[i] as number)) return false;
  const slack = column - reach(lines, i);
  return slack <= 2 || (layout.indent === 'lost' && slack <= 5);
}

function search(lines: Lines, layout: Layout, fixed: FixedLines, outvoted: ReadonlySet<number>): Segmentation {
  const count = lines.count;
  const headingOdds = numbersOf(Float32Array, count);
  const markers: (Marker | null)[] = new Array<Marker | null>(count).fill(null);
  const page: PageEvidence = { lines, layout, markers, headingOdds, fixed: fixed.kind };
  const back = numbersOf(Uint8Array, count * labels);
  let score = new Float64Array(labels).fill(impossible);
  let next = new Float64Array(labels);
  for (let i = 0; i < count; i++) {
    const marker = markerOf(lines, i);
    markers[i] = marker;
    const flows = i > 0 && marker === null && !fixed.kind[i - 1] && flowsOn(lines, layout, i);
    headingOdds[i] = flows ? unlikely : headingEvidence(page, marker, i) + (outvoted.has(i) ? outvote : 0);
    for (let label = 0; label < labels; label++) next[label] = impossible;
    if (!i) startPage(next, fixed.kind[0] as number, headingOdds[0] as number);
    else if (fixed.kind[i]) toFixed(page, i, score, next, back);
    else advance(page, i, score, next, back);
    [score, next] = [next, score];
  }
  endPage(lines, score);
  return { label: traceBack(score, back, count), markers, headingOdds };
}

function startPage(next: Float64Array, fixed: number, headingOdds: number): void {
  if (fixed) next[Label.Fixed] = 0;
  else {
    next[Label.Paragraph] = 0;
    next[Label.Heading] = headingOdds;
  }
}

/** The best way of each label to the end, read backwards. */
function traceBack(score: Float64Array, back: Uint8Array, count: number): Uint8Array {
  const label = numbersOf(Uint8Array, count);
  let best = 0;
  for (let to = 1; to < labels; to++) if ((score[to] as number) > (score[best] as number)) best = to;
  for (let i = count - 1; i >= 0; i--) {
    label[i] = best;
    best = back[i * labels + best] as number;
  }
  return label;
}

/** A page that ends with a heading has lost what the heading stood for. */
function endPage(lines: Lines, score: Float64Array): void {
  const cost = lines.count ? tailEvidence(lines, lines.count - 1) - 2.7 : 0;
  score[Label.Heading] = (score[Label.Heading] as number) + cost;
  score[Label.HeadingOn] = (score[Label.HeadingOn] as number) + cost;
}

function toFixed(page: PageEvidence, i: number, score: Float64Array, next: Float64Array, back: Uint8Array): void {
  const paragraph = endsParagraph(page, i) * 0.5;
  const heading = endsHeading(page, i) * 0.5;
  let best = impossible;
  let from = 0;
  for (let label = 0; label < labels; label++) {
    const ends = label < Label.Heading ? paragraph : label < Label.Fixed ? heading : 0;
    const sum = (score[label] as number) + ends;
    if (sum <= best) continue;
    best = sum;
    from = label;
  }
  next[Label.Fixed] = best;
  back[i * labels + Label.Fixed] = from;
}

/** One step of the search; the five labels are written out because this runs for every line of every keystroke. */
function advance(page: PageEvidence, i: number, score: Float64Array, next: Float64Array, back: Uint8Array): void {
  const paragraph = score[Label.Paragraph] as number;
  const paragraphOn = score[Label.ParagraphOn] as number;
  const heading = score[Label.Heading] as number;
  const headingOn = score[Label.HeadingOn] as number;
  const at = i * labels;
  const single = paragraph + shortParagraph(page, i - 1);
  const afterParagraph = Math.max(single, paragraphOn) + endsParagraph(page, i);
  const fromParagraph = single >= paragraphOn ? Label.Paragraph : Label.ParagraphOn;
  const afterHeading = Math.max(heading, headingOn) + endsHeading(page, i);
  const fromHeading = heading >= headingOn ? Label.Heading : Label.HeadingOn;
  const afterFixed = score[Label.Fixed] as number;

  let best = Math.max(afterParagraph, afterHeading, afterFixed);
  next[Label.Paragraph] = best + startsParagraph(page, i);
  back[at + Label.Paragraph] =
    best === afterParagraph ? fromParagraph : best === afterHeading ? fromHeading : Label.Fixed;

  // A heading above never speaks for another one.
  const other = Math.max(afterParagraph, afterFixed);
  const headingAfterHeading = afterHeading > other ? afterHeading + headingAfter(page, i) : impossible;
  best = Math.max(other, headingAfterHeading);
  next[Label.Heading] = best + (page.headingOdds[i] as number);
  back[at + Label.Heading] =
    best === afterParagraph ? fromParagraph : best === headingAfterHeading ? fromHeading : Label.Fixed;

  const flow = goesOn(page, i, false);
  const afterFirst = losesIndent(page, i - 1) ? goesOn(page, i, true) : flow;
  const first = paragraph > impossible ? paragraph + afterFirst : impossible;
  const on = paragraphOn > impossible ? paragraphOn + flow : impossible;
  next[Label.ParagraphOn] = Math.max(first, on);
  back[at + Label.ParagraphOn] = first > on ? Label.Paragraph : Label.ParagraphOn;

  // What trails the best label by this much cannot catch up with one more line of a heading.
  if (Math.max(heading, headingOn) < Math.max(paragraph, paragraphOn, afterFixed) - 25) return;
  const more = headingGoesOn(page, i);
  const second = heading + more - 0.3;
  const third = headingOn + more - 0.7;
  next[Label.HeadingOn] = Math.max(second, third);
  back[at + Label.HeadingOn] = second > third ? Label.Heading : Label.HeadingOn;
}

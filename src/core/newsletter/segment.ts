import { CharClass, charClass } from '../text/charClass.ts';
import type { FixedLines } from './fixedLines.ts';
import { endsOpen, reach, type Layout } from './layout.ts';
import { LineFlag, type Lines } from './lines.ts';
import { readMarker, type Marker } from './markers.ts';

/** What a line is in the page: the start or the going on of a paragraph or a heading, or a fixed line. */
export const Label = { Paragraph: 0, ParagraphOn: 1, Heading: 2, HeadingOn: 3, Fixed: 4 } as const;

const labels = 5;
const impossible = -1e6;
/** Odds that any line is a heading before it is looked at. */
const headingPrior = -2.6;

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
  const count = lines.count;
  const label = new Uint8Array(count);
  const headingOdds = new Float32Array(count);
  const markers: (Marker | null)[] = new Array(count);
  for (let i = 0; i < count; i++) {
    markers[i] = readMarker(lines.raw, lines.start[i] as number, lines.end[i] as number);
    headingOdds[i] = headingEvidence(lines, layout, markers[i] ?? null, i);
  }
  const page: PageEvidence = { lines, layout, fixed, markers, headingOdds };
  const back = new Uint8Array(count * labels);
  let score = new Float64Array(labels).fill(impossible);
  let next = new Float64Array(labels);
  for (let i = 0; i < count; i++) {
    next.fill(impossible);
    for (let to = 0; to < labels; to++) {
      const own = emission(page, i, to);
      if (own === impossible) continue;
      for (let from = 0; from < labels; from++) {
        const before = i ? (score[from] as number) : 0;
        if (before <= impossible / 2) continue;
        const sum =
          before +
          own +
          (i ? transition(page, i, from, to) : to === Label.ParagraphOn || to === Label.HeadingOn ? impossible : 0);
        if (sum > (next[to] as number)) {
          next[to] = sum;
          back[i * labels + to] = from;
        }
        if (!i) break;
      }
    }
    [score, next] = [next, score];
  }
  let best = 0;
  for (let to = 1; to < labels; to++) if (count && endScore(score, to) > endScore(score, best)) best = to;
  for (let i = count - 1; i >= 0; i--) {
    label[i] = best;
    best = back[i * labels + best] as number;
  }
  return { label, markers, headingOdds };
}

/** A page that ends with a heading has lost what the heading stood for. */
function endScore(score: Float64Array, label: number): number {
  const heading = label === Label.Heading || label === Label.HeadingOn;
  return (score[label] as number) - (heading ? 1.5 : 0);
}

interface PageEvidence {
  readonly lines: Lines;
  readonly layout: Layout;
  readonly fixed: FixedLines;
  readonly markers: readonly (Marker | null)[];
  readonly headingOdds: Float32Array;
}

function emission(page: PageEvidence, i: number, label: number): number {
  if (page.fixed.kind[i]) return label === Label.Fixed ? 0 : impossible;
  if (label === Label.Fixed) return impossible;
  if (label === Label.Heading) return page.headingOdds[i] as number;
  return 0;
}

function transition(page: PageEvidence, i: number, from: number, to: number): number {
  if (to === Label.ParagraphOn) {
    return from === Label.Paragraph || from === Label.ParagraphOn ? goesOn(page, i, from) : impossible;
  }
  if (to === Label.HeadingOn) {
    return from === Label.Heading || from === Label.HeadingOn ? headingGoesOn(page, i, from) : impossible;
  }
  if (to === Label.Fixed) return ends(page, i, from) * 0.5;
  return ends(page, i, from) + starts(page, i, from, to);
}

/** Evidence that line `i` goes on with the sentence or paragraph of the line before. */
function goesOn(page: PageEvidence, i: number, from: number): number {
  const { lines, layout } = page;
  const column = layout.column[i] as number;
  const tail = lines.tail[i - 1] as number;
  const head = lines.head[i] as number;
  const gap = lines.gap[i] as number;
  let odds = pairOdds(lines, i) + markerOdds(page.markers[i] ?? null, tail);
  if (head >= CharClass.Close && head <= CharClass.Comma) odds += 8;
  if (!column) return odds - 12 - (gap ? 4 : 0);
  const lost = from === Label.Paragraph && layout.indent === 'lost' && (lines.indent[i - 1] as number) <= layout.margin;
  const slack = column - (lost ? 4 : 0) - reach(lines, i - 1);
  odds += slackOdds(slack, lines, i);
  if (lost && slack < -2) odds -= 1.8;
  if (endsOpen(tail)) odds += 1.2;
  else odds -= tail === CharClass.Colon ? 1.5 : 0.4;
  if ((lines.indent[i] as number) > layout.margin + 1) odds -= 5;
  if (gap) odds -= layout.gapOdds * (gap > 1 ? 1.3 : 1);
  else odds -= layout.noGapOdds;
  return odds;
}

/** A line that stops short of the column ends its paragraph, unless what follows could not be broken to fill it. */
function slackOdds(slack: number, lines: Lines, i: number): number {
  if (slack <= 3) return 0;
  if (slack <= 6) {
    const first = lines.head[i];
    if (first === CharClass.Digit || first === CharClass.Latin) return -0.5;
    return slack === 4 ? -1.2 : slack === 5 ? -2.5 : -4;
  }
  return slack > 12 ? -12 : -7.5;
}

/** A pair of marks that is open across the line break speaks for going on. */
function pairOdds(lines: Lines, i: number): number {
  let odds = 0;
  if ((lines.flags[i] as number) & LineFlag.Closes) odds += 2.5;
  if ((lines.flags[i - 1] as number) & LineFlag.Opens) odds += 2.5;
  return odds;
}

/** A marker starts something, unless the sentence before is open: then it is part of the text (一、二、三产业). */
function markerOdds(marker: Marker | null, tail: number): number {
  if (!marker) return 0;
  if (marker.kind === 'hash') return -20;
  if (marker.kind === 'enumerator') return endsOpen(tail) ? 0 : -0.5;
  const strong = marker.kind === 'bullet' || marker.kind === 'dash' ? 4.5 : 3.5;
  return endsOpen(tail) ? -strong * 0.35 : -strong;
}

/** Evidence that the block that holds line `i - 1` ends there. */
function ends(page: PageEvidence, i: number, from: number): number {
  const { lines, layout } = page;
  const gap = lines.gap[i] as number;
  const heading = from === Label.Heading || from === Label.HeadingOn;
  if (from === Label.Fixed) return 0;
  if (heading) return gap ? 0.3 : 0;
  const tail = lines.tail[i - 1] as number;
  let odds = -pairOdds(lines, i);
  if (tail === CharClass.Comma) odds -= 6;
  else if (tail === CharClass.Open) odds -= 8;
  else if (tail === CharClass.Semicolon) odds -= 1.2;
  else if (tail === CharClass.Colon) odds -= 0.3;
  else if (tail !== CharClass.Terminal) odds -= 4;
  const column = layout.column[i] as number;
  // A paragraph seldom ends exactly where its line is full.
  if (column && tail === CharClass.Terminal && reach(lines, i - 1) >= column - 3) odds -= 1;
  return odds + (gap ? layout.gapOdds * 0.5 : layout.noGapOdds * 0.5);
}

/** Evidence that a block of the kind `to` starts at line `i`. */
function starts(page: PageEvidence, i: number, from: number, to: number): number {
  const { lines, layout } = page;
  const heading = from === Label.Heading || from === Label.HeadingOn;
  if (to === Label.Heading) {
    if (!heading) return 0;
    return deeper(page.markers[headOf(page, i)] ?? null, page.markers[i] ?? null) ? -0.3 : -1.6;
  }
  // A block does not start with the last characters of a sentence.
  let odds = (lines.flags[i] as number) & LineFlag.Remainder && !page.markers[i] ? -4 : 0;
  const indent = (lines.indent[i] as number) - layout.margin;
  if (layout.indent === 'kept') odds += indent >= 2 ? 2.5 : page.markers[i] ? 0 : -2.5;
  return odds;
}

/** The line before; its marker stands for the heading it belongs to. */
const headOf = (page: PageEvidence, i: number) => {
  let at = i - 1;
  while (at > 0 && !page.markers[at] && i - at < 4) at--;
  return at;
};

const deeper = (outer: Marker | null, inner: Marker | null) =>
  inner !== null && (outer === null || inner.level > outer.level);

/** Evidence that line `i` is a further line of the heading: the other half of a couplet, or the rest of a title. */
function headingGoesOn(page: PageEvidence, i: number, from: number): number {
  const { lines, layout } = page;
  if (lines.gap[i] || page.markers[i]) return impossible;
  const width = lines.width[i] as number;
  const before = lines.width[i - 1] as number;
  const column = layout.column[i] as number;
  const tail = lines.tail[i] as number;
  let odds = Math.max(-3, (page.headingOdds[i] as number) - headingPrior) * 0.5 + pairOdds(lines, i) * 0.4;
  if (tail === CharClass.Terminal && classOfLast(lines, i) === '。') odds -= 4;
  const bold = (lines.flags[i] as number) & LineFlag.Bold;
  const boldBefore = (lines.flags[i - 1] as number) & LineFlag.Bold;
  if (bold && boldBefore) odds += 2;
  else if (bold || boldBefore) odds -= 6;
  const difference = Math.abs(width - before);
  const wraps = column > 0 && before >= column - 3 && width <= before;
  const full = column > 0 && width >= column - 2 && before >= column - 2;
  if (full) odds -= 1.5;
  else if (difference <= 1) odds += 2.6;
  else if (wraps) odds += 1;
  else odds -= difference <= 4 ? 1 : 2.5;
  if (page.markers[i - 1] && !wraps) odds -= 2;
  return odds - (from === Label.HeadingOn ? 0.7 : 0.3);
}

const classOfLast = (lines: Lines, i: number) => lines.raw[(lines.end[i] as number) - 1];

/** Evidence that a line is, or starts, a heading, from the line itself and its neighbours, in log-odds. */
function headingEvidence(lines: Lines, layout: Layout, marker: Marker | null, i: number): number {
  const flags = lines.flags[i] as number;
  if (marker?.kind === 'hash') return 20;
  let odds = headingPrior + tailEvidence(lines, i);
  if (flags & LineFlag.Bold) odds += 5;
  else if (flags & LineFlag.Doubled) odds += 2;
  if (flags & LineFlag.Spaced) odds += 3;
  odds += widthEvidence(lines, layout, i) + headingMarkerEvidence(marker);
  if (i === 0) odds += 2;
  const indent = (lines.indent[i] as number) - layout.margin;
  if (indent >= 5) odds += 1.5;
  else if (layout.indent === 'kept' && indent >= 2 && !marker) odds -= 2.5;
  else if (layout.indent === 'kept' && indent < 2) odds += 1;
  odds += setApartEvidence(lines, layout, i);
  if (flags & LineFlag.Sentence) odds -= flags & LineFlag.Remainder ? 7 : 4;
  if (flags & LineFlag.Comma && !marker) odds -= 1;
  if (flags & LineFlag.Label && !marker) odds -= 2.5;
  return odds;
}

function tailEvidence(lines: Lines, i: number): number {
  const tail = lines.tail[i] as number;
  if (tail === CharClass.Terminal) {
    const last = classOfLast(lines, i) as string;
    return '！？!?”’'.includes(last) || charClass[last.charCodeAt(0)] === CharClass.Close ? -1.2 : -7;
  }
  if (tail === CharClass.Comma) return -3.5;
  if (tail === CharClass.Semicolon) return -7;
  if (tail === CharClass.Colon) return -4.5;
  return tail === CharClass.Open ? -5 : 1.2;
}

function widthEvidence(lines: Lines, layout: Layout, i: number): number {
  const column = layout.column[i] as number;
  const width = lines.width[i] as number;
  if (!column) return width <= 44 ? 1.4 : width <= 80 ? 0.4 : width <= 110 ? -1.5 : -5;
  const slack = column - reach(lines, i);
  if (slack >= 2) return slack >= 4 ? 1.2 : 0.7;
  return -1.8;
}

function headingMarkerEvidence(marker: Marker | null): number {
  if (!marker) return 0;
  switch (marker.kind) {
    case 'chapter':
      return 4;
    case 'numeral':
      return 3.4;
    case 'bracket-numeral':
      return 3;
    case 'digit':
    case 'bracket-digit':
      return 1.4;
    case 'question':
      return 1;
    case 'answer':
    case 'article-number':
      return -4;
    default:
      return marker.kind === 'bullet' || marker.kind === 'dash' ? -2 : -0.5;
  }
}

/** Blank lines around a line set it apart; what they are worth is what they mean on this page. */
function setApartEvidence(lines: Lines, layout: Layout, i: number): number {
  const before = i === 0 || (lines.gap[i] as number) > 0;
  const after = i + 1 >= lines.count || (lines.gap[i + 1] as number) > 0;
  const tailBefore = i ? (lines.tail[i - 1] as number) : CharClass.Terminal;
  let odds = 0;
  if (before && after) odds += Math.max(0, layout.gapOdds) * 0.25;
  // In front of a heading a sentence is over, whoever ends it.
  if (i && !endsOpen(tailBefore)) odds += 0.6;
  return odds;
}

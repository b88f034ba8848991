import { CharClass, charClass } from '../text/charClass.ts';
import { endsOpen, reach, type Layout } from './layout.ts';
import { Fixed } from './fixedLines.ts';
import { LineFlag, type Lines } from './lines.ts';
import { isLabelled, plainText } from './lineText.ts';
import type { Marker } from './markers.ts';

/** Log-odds of what cannot be. */
export const impossible = -1e6;
/** Odds that any line is a heading before it is looked at. */
const headingPrior = -2.6;
/** Odds of what a person has marked: more than any evidence against it. */
const marked = 25;
/** Odds of what need not be looked at. */
export const unlikely = -30;

/** What the evidence is read from; `headingOdds` is filled line by line. */
export interface PageEvidence {
  readonly lines: Lines;
  readonly layout: Layout;
  readonly markers: readonly (Marker | null)[];
  readonly headingOdds: Float32Array;
  /** What each line is by its wording, see `Fixed`. */
  readonly fixed: Uint8Array;
}

/** True for the plain inside of a paragraph, nine lines of ten: no heading can start there, and no more need be asked. */
export function flowsOn(lines: Lines, layout: Layout, i: number): boolean {
  const column = layout.column[i] as number;
  if (!column || lines.gap[i] || (lines.flags[i] as number) & LineFlag.Bold) return false;
  const tail = lines.tail[i - 1] as number;
  return endsOpen(tail) && reach(lines, i - 1) >= column - 1 && reach(lines, i) >= column - 1;
}

/** Evidence that line `i` goes on with the sentence or paragraph of the line before. */
export function goesOn(page: PageEvidence, i: number, afterFirst: boolean): number {
  const { lines, layout } = page;
  const column = layout.column[i] as number;
  const tail = lines.tail[i - 1] as number;
  const head = lines.head[i] as number;
  const gap = lines.gap[i] as number;
  const remainder = (lines.flags[i] as number) & LineFlag.Remainder;
  let odds = pairOdds(lines, i) + markerOdds(page.markers[i] ?? null, tail);
  if (head >= CharClass.Close && head <= CharClass.Comma) odds += 8;
  if (lines.pageBreaks.size && lines.pageBreaks.has(i)) return odds + 8;
  if (!column) return odds - (remainder ? 3 : 12) - (gap ? 4 : 0);
  const lost = afterFirst && layout.indent === 'lost' && (lines.indent[i - 1] as number) <= layout.margin;
  const slack = column - (lost ? 4 : 0) - reach(lines, i - 1);
  odds += slackOdds(slack, lines, i);
  if (lost && slack < -2) odds -= 2.5;
  if (endsOpen(tail)) odds += 1.2;
  else odds -= tail === CharClass.Colon ? 1.5 : 0.4;
  if ((lines.indent[i] as number) > layout.margin + 1)
    odds -= (lines.flags[i] as number) & LineFlag.Indented ? marked : 5;
  if (gap) odds -= layout.gapOdds * (gap > 1 ? 1.3 : 1);
  // Blank lines between paragraphs do not tell that a line far from the column's end goes on.
  else odds -= layout.noGapOdds * (column - reach(lines, i - 1) > 6 ? 0.3 : 1);
  return odds;
}

/** A line that stops short of the column ends its paragraph, unless what follows could not be broken to fill it. */
function slackOdds(slack: number, lines: Lines, i: number): number {
  if (slack < -3) return -4;
  if (slack <= 3) return 0;
  if (slack <= firstWord(lines, i)) return -0.5;
  if (slack <= 6) {
    return slack === 4 ? -2 : slack === 5 ? -3 : -4.5;
  }
  return slack > 12 ? -12 : -7.5;
}

/** Width of the number or word of Latin script that opens a line, and what surely stands around it; 0 where there is none. */
function firstWord({ raw, start, end, head }: Lines, i: number): number {
  if (head[i] !== CharClass.Digit && head[i] !== CharClass.Latin) return 0;
  let at = start[i] as number;
  while (at < (end[i] as number) && raw.charCodeAt(at) > 0x20 && raw.charCodeAt(at) < 0x7f) at++;
  return at - (start[i] as number) + 3;
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

/** Evidence that the paragraph that holds line `i - 1` ends there. */
export function endsParagraph(page: PageEvidence, i: number): number {
  const { lines, layout } = page;
  const gap = lines.gap[i] as number;
  const tail = lines.tail[i - 1] as number;
  let odds = -pairOdds(lines, i);
  if (tail === CharClass.Comma) odds -= 6;
  else if (tail === CharClass.Open) odds -= 8;
  else if (tail === CharClass.Semicolon) odds -= 1.2;
  else if (tail === CharClass.Colon) odds -= 0.3;
  else if (tail !== CharClass.Terminal && !isParticular(lines, i - 1)) odds -= 4;
  const column = layout.column[i] as number;
  // A paragraph seldom ends exactly where its line is full.
  if (column && tail === CharClass.Terminal && reach(lines, i - 1) >= column - 3) odds -= 1;
  return odds + (gap ? layout.gapOdds * 0.5 : layout.noGapOdds * 0.5);
}

/** Evidence that the heading that holds line `i - 1` ends there. */
export function endsHeading(page: PageEvidence, i: number): number {
  const apart = page.lines.gap[i] ? page.layout.gapOdds * 0.25 : page.layout.noGapOdds * 0.3;
  return tailEvidence(page.lines, i - 1) + apart - pairOdds(page.lines, i);
}

/** A heading right under another one is a level deeper, or unlikely. */
export function headingAfter(page: PageEvidence, i: number): number {
  if (deeper(page.markers[headOf(page, i)] ?? null, page.markers[i] ?? null)) return -0.3;
  // Over the text stand a kicker, a headline, a subtitle.
  return i < 6 && page.lines.gap[i] ? -0.6 : -1.6;
}

/** Evidence that a paragraph starts at line `i`. */
export function startsParagraph(page: PageEvidence, i: number): number {
  const { lines, layout } = page;
  // A block does not start with the last characters of a sentence.
  let odds = (lines.flags[i] as number) & LineFlag.Remainder && !page.markers[i] ? -4 : 0;
  const indent = (lines.indent[i] as number) - layout.margin;
  if (layout.indent === 'kept') odds += indent >= 2 ? 2.5 : page.markers[i] ? 0 : layout.indentSure ? -5 : -2.5;
  else if (layout.indent === 'lost') odds += lostIndentOdds(page, i);
  if ((lines.flags[i] as number) & (LineFlag.BoldStart | LineFlag.Label)) odds += labelOdds(lines, i);
  return odds;
}

/** Where indents are lost, the first line of a paragraph that goes on is two cells short. */
function lostIndentOdds({ lines, layout }: PageEvidence, i: number): number {
  const column = layout.column[i] as number;
  if (!column || (lines.indent[i] as number) > layout.margin) return 0;
  const slack = column - reach(lines, i);
  return slack <= 1 ? -2 : slack >= 3 && slack <= 6 ? 0.3 : 0;
}

/** Lines such as 时间：… and leads in bold start a paragraph. */
function labelOdds(lines: Lines, i: number): number {
  if ((lines.flags[i] as number) & LineFlag.BoldStart) return 4;
  return isParticular(lines, i) ? 3 : 0;
}

const isParticular = (lines: Lines, i: number) =>
  ((lines.flags[i] as number) & LineFlag.Label) !== 0 && isLabelled(lines, i);

/** A paragraph of one short line that ends no statement is rare. */
export function shortParagraph({ lines, layout }: PageEvidence, i: number): number {
  const column = layout.column[i] as number;
  if (!column || lines.tail[i] === CharClass.Colon) return 0;
  const last = classOfLast(lines, i) as string;
  return reach(lines, i) < column * 0.8 && '？！?!'.includes(last) ? -1.2 : 0;
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
export function headingGoesOn(page: PageEvidence, i: number): number {
  const { lines, layout } = page;
  if (lines.gap[i] || page.markers[i]) return impossible;
  const column = layout.column[i] as number;
  const flags = lines.flags[i] as number;
  const tail = lines.tail[i - 1] as number;
  let odds = pairOdds(lines, i) * 0.4 - layout.noGapOdds * 1.0;
  if (tail === CharClass.Terminal || tail === CharClass.Colon || tail === CharClass.Semicolon) odds -= 5;
  if (flags & LineFlag.Sentence) odds -= flags & LineFlag.Remainder ? 7 : 4;
  if (flags & LineFlag.Label) odds -= 2;
  odds += boldOdds(flags, lines.flags[i - 1] as number);
  if (page.markers[i - 1]?.kind === 'question' && tail !== CharClass.Terminal) odds += 5;
  odds += unitOdds(page, i);
  const width = lines.width[i] as number;
  const before = lines.width[i - 1] as number;
  // A title wider than the column was never wrapped to it.
  const wraps = column > 0 && before >= column - 3 && before <= column + 4;
  if (wraps) odds += width >= column - 2 ? -1.2 : 0.8;
  else {
    const difference = Math.abs(width - before);
    odds += difference <= 1 ? 2.6 : difference === 2 ? 1.2 : difference <= 4 ? -1 : column ? -3 : -5;
    if (column && width >= column - 2) odds -= 1;
    if (page.markers[i - 1]) odds -= 3;
    if (tail === CharClass.Comma) odds -= 1;
  }
  return odds;
}

/** The kinds of document that an official title ends with. */
const ends =
  /(?:办法|通知|意见|报告|方案|规定|条例|细则|决定|公告|通告|倡议书|讲话|汇报|纪要|指南|要点|规划|计划|公约|守则|总结)(?:[（(].{1,8}[）)])?$/u;

const plainEnd = (lines: Lines, i: number) => {
  const text = plainText(lines, i);
  return text.length <= 24 ? text : text.slice(-24);
};

/** What tells that two lines of unlike length are one title: its wording, and blank lines around both. */
function unitOdds(page: PageEvidence, i: number): number {
  const { lines, layout } = page;
  let odds = 0;
  const before = lines.raw[(lines.end[i - 1] as number) - 1];
  if (before === '的' || before === '和' || before === '与' || before === '及') odds += 3;
  const apart = layout.gapOdds > 1 && (i < 2 || (lines.gap[i - 1] as number) > 0 || page.fixed[i - 2]);
  if (apart && i + 1 < lines.count && (lines.gap[i + 1] as number) > 0) odds += 2;
  if (i < 6 && ends.test(plainEnd(lines, i)) && !ends.test(plainEnd(lines, i - 1))) odds += 5;
  // Overprinted lines in a row over the text are one headline.
  if (i < 8 && (lines.flags[i] as number) & (lines.flags[i - 1] as number) & LineFlag.Bold) odds += 3.5;
  const same = (a: number, b: number) => b < lines.count && lines.width[a] === lines.width[b] && !lines.gap[b];
  // Two couplets in a row are one heading.
  if (i >= 2 && same(i - 2, i - 1) && same(i, i + 1) && !page.markers[i + 1]) odds += 2.5;
  return odds;
}

/** Overprinting speaks for a heading; lines of one heading are mostly set alike. */
function boldOdds(flags: number, before: number): number {
  const bold = flags & LineFlag.Bold ? 5 : flags & LineFlag.Doubled ? 2 : 0;
  const differs = ((flags ^ before) & LineFlag.Bold) !== 0 && !(flags & before & LineFlag.Doubled);
  return bold - (differs ? 4 : 0);
}

const classOfLast = (lines: Lines, i: number) => lines.raw[(lines.end[i] as number) - 1];

/** Evidence that a line is, or starts, a heading, from the line itself and its neighbours, in log-odds. */
export function headingEvidence({ lines, layout, fixed }: PageEvidence, marker: Marker | null, i: number): number {
  const flags = lines.flags[i] as number;
  if (marker?.kind === 'hash') return marked;
  if (flags & LineFlag.Indented && layout.margin < 4 && !(flags & LineFlag.Bold) && !isCentred(lines, layout, i)) {
    // Where every paragraph is set in so, numbered headings are too; elsewhere it is a person's mark.
    if (layout.indent !== 'kept' || !marker) return unlikely;
  }
  let odds = headingPrior;
  if (flags & LineFlag.Bold) odds += 5;
  else if (flags & LineFlag.Doubled) odds += 2;
  if (flags & LineFlag.Spaced) odds += 3;
  odds += widthEvidence(lines, layout, i, marker !== null) + headingMarkerEvidence(marker);
  odds += positionEvidence(fixed, i);
  const indent = (lines.indent[i] as number) - layout.margin;
  if (indent >= 5) odds += 1.5;
  else if (layout.indent === 'kept' && indent >= 2 && !marker) odds -= 2.5;
  else if (layout.indent === 'kept' && indent < 2) odds += 1;
  if (flags & LineFlag.Space && isParted(lines, layout, i)) odds += 2.5;
  odds += setApartEvidence(lines, layout, i);
  if (flags & LineFlag.Sentence) odds -= flags & LineFlag.Remainder ? 7 : 4;
  if (flags & LineFlag.Comma && !marker) odds -= 1;
  if (flags & LineFlag.Label && !marker) odds -= isLabelled(lines, i) ? 6 : 1;
  if (flags & LineFlag.BoldStart) odds -= 6;
  if (isCaptionStart(lines, i)) odds -= 5;
  // （宋永康摄） on a line of its own heads nothing.
  if (
    lines.head[i] === CharClass.Open &&
    lines.tail[i] === CharClass.Close &&
    lines.raw[lines.start[i] as number] === '（'
  )
    odds -= 4;
  if ((lines.width[i] as number) <= 16 && appendix.test(plainText(lines, i))) odds += 6;
  return odds;
}

/** Neighbours that are set in otherwise, and no text: lines are centred, and two cells are no mark. */
function isCentred({ count, indent, gap }: Lines, layout: Layout, i: number): boolean {
  const differs = (at: number) => (indent[at] as number) > layout.margin + 1 && indent[at] !== indent[i];
  return (i > 0 && !gap[i] && differs(i - 1)) || (i + 1 < count && !gap[i + 1] && differs(i + 1));
}

/** 答好三张卷 走好振兴路: two halves of one length on a line that is not full. */
function isParted({ raw, start, end, width }: Lines, layout: Layout, i: number): boolean {
  const column = layout.column[i] as number;
  if ((width[i] as number) > 60 || (column && (width[i] as number) > column - 4)) return false;
  let left = 0;
  let right = 0;
  for (let at = start[i] as number; at < (end[i] as number); at++) {
    const value = charClass[raw.charCodeAt(at)] as number;
    if (value === CharClass.Terminal || value === CharClass.Comma || value === CharClass.Digit) return false;
    if (value !== CharClass.Space) right++;
    else if (right) {
      if (left) return false;
      left = right;
      right = 0;
    }
  }
  return left >= 4 && right >= 4 && Math.abs(left - right) <= 1;
}

const appendix = /^(?:(?:名词|术语)(?:术语)?(?:解释|注释|释义)|注释|附录|附[件表][一二三四五\d]?)[：:]?$/u;

/** 图为… */
function isCaptionStart({ raw, start }: Lines, i: number): boolean {
  const at = start[i] as number;
  return raw.charCodeAt(at) === 0x56fe && raw.charCodeAt(at + 1) === 0x4e3a;
}

/** The first line of a page is mostly a headline, and so is the line behind a byline. */
function positionEvidence(fixed: Uint8Array, i: number): number {
  if (i > 0 && fixed[i - 1] === Fixed.Byline) return 1.5;
  let before = i - 1;
  while (before >= 0 && fixed[before]) before--;
  return before < 0 ? 3 : 0;
}

/**
 * How sure it is that the lines `from` to `to` are a heading, 0.5 to 1: the evidence of its first line, its end and its symmetry.
 * Less than even odds never come out: such lines were not called a heading.
 */
export function headingConfidence(lines: Lines, odds: number, from: number, to: number): number {
  const symmetry = to > from && Math.abs((lines.width[from] as number) - (lines.width[to] as number)) <= 2 ? 1.5 : 0;
  const sum = odds + tailEvidence(lines, to) + symmetry;
  return 1 / (1 + Math.exp(-Math.max(0, sum)));
}

/** What the last mark of a line says about its being the end of a heading. */
export function tailEvidence(lines: Lines, i: number): number {
  const tail = lines.tail[i] as number;
  if (tail === CharClass.Terminal) {
    const last = classOfLast(lines, i) as string;
    if (charClass[last.charCodeAt(0)] === CharClass.Close) return -1.2;
    if ('？?'.includes(last)) return 1.2;
    const long = (lines.flags[i] as number) & LineFlag.Comma && (lines.width[i] as number) > 24;
    // 您好！ greets.
    const short = (lines.width[i] as number) <= 8;
    return '！!'.includes(last) ? (long ? -2 : short ? -3 : 0.6) : -7;
  }
  if (tail === CharClass.Comma) return -3.5;
  if (tail === CharClass.Semicolon) return -7;
  if (tail === CharClass.Colon) return -4.5;
  return tail === CharClass.Open ? -5 : 1.2;
}

function widthEvidence(lines: Lines, layout: Layout, i: number, numbered: boolean): number {
  const column = layout.column[i] as number;
  const width = lines.width[i] as number;
  if (!column) return width <= 44 ? 1.4 : width <= 80 ? 0.4 : width <= 110 ? -1.5 : -5;
  const slack = column - reach(lines, i);
  // Where indents are lost, first lines of paragraphs stop two cells short too.
  if (layout.indent === 'lost' && slack >= 3 && slack <= 5) return numbered ? -0.8 : -0.3;
  if (slack >= 2) return slack >= 4 ? 1.2 : 0.7;
  // Only headlines run over the column.
  if (slack <= -4) return 1;
  return numbered ? -0.6 : -1.8;
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
      return 4;
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

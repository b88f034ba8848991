import { CharClass, charClass } from '../text/charClass.ts';
import { reach } from './columns.ts';
import { impossible, lastChar, pairOdds, type PageEvidence } from './evidence.ts';
import { isAddress, plainText } from './lineText.ts';
import { LineFlag, stressed, type Lines } from './lines.ts';
import type { Marker } from './markers.ts';
import { isNewsInBrief, isPeriod } from './rubrics.ts';

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
  if (lines.gap[i] || page.markers[i] || isAddress(lines, i)) return impossible;
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
  const reached = reach(lines, i - 1);
  // No title fills two lines of thirty characters.
  if (width > 60 && before > 60 && !(flags & LineFlag.Bold)) odds -= 3;
  // A title wider than the column was never wrapped to it.
  const wraps = column > 0 && reached >= column - 3 && reached <= column + 4;
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

/** Widest rubric, in half cells. */
const widestRubric = 16;

const standsAlone = (lines: Lines, i: number, isRubric: (title: string) => boolean) =>
  (lines.width[i] as number) <= widestRubric && isRubric(plainText(lines, i));

/** What tells that two lines of unlike length are one title: its wording, and blank lines around both. */
function unitOdds(page: PageEvidence, i: number): number {
  const { lines, layout } = page;
  let odds = 0;
  const before = lines.raw[(lines.end[i - 1] as number) - 1];
  if (before === '的' || before === '和' || before === '与' || before === '及') odds += 3;
  const apart = layout.gapOdds > 1 && (i < 2 || (lines.gap[i - 1] as number) > 0 || page.fixed[i - 2]);
  // The first line of a paragraph fills the column; blank lines part that from a title just as well.
  const column = layout.column[i] as number;
  const fills = column > 0 && (lines.width[i] as number) >= column - 5;
  if (apart && !fills && i + 1 < lines.count && (lines.gap[i + 1] as number) > 0) odds += 2;
  if (standsAlone(lines, i - 1, isNewsInBrief) || standsAlone(lines, i, isPeriod)) odds -= 5;
  if (i < 6 && ends.test(plainEnd(lines, i)) && !ends.test(plainEnd(lines, i - 1))) odds += 5;
  // Overprinted lines in a row over the text are one headline.
  if (i < 8 && (lines.flags[i] as number) & (lines.flags[i - 1] as number) & LineFlag.Bold) odds += 3.5;
  // Two couplets in a row are one heading.
  if (i >= 2 && isCouplet(lines, i - 1) && isCouplet(lines, i + 1) && !page.markers[i + 1]) odds += 2.5;
  return odds;
}

/** True where line `i` and the one right above it are of one width. */
const isCouplet = ({ count, width, gap }: Lines, i: number) => i < count && width[i - 1] === width[i] && !gap[i];

/** Overprinting speaks for a heading; lines of one heading are mostly set alike. */
function boldOdds(flags: number, before: number): number {
  const bold = flags & LineFlag.Bold ? 5 : stressed(flags) ? 2 : 0;
  const differs = ((flags ^ before) & LineFlag.Bold) !== 0 && !(flags & before & LineFlag.Doubled);
  return bold - (differs ? 4 : 0);
}

/** What the last mark of a line says about its being the end of a heading. */
export function tailEvidence(lines: Lines, i: number): number {
  const tail = lines.tail[i] as number;
  if (tail === CharClass.Terminal) {
    const last = lastChar(lines, i);
    if (charClass[last.charCodeAt(0)] === CharClass.Close) return -1.2;
    if ('？?'.includes(last)) return 1.2;
    const long = (lines.flags[i] as number) & LineFlag.Comma && (lines.width[i] as number) > 24;
    // 您好！ greets.
    const short = (lines.width[i] as number) <= 8;
    return '！!'.includes(last) ? (long ? -2 : short ? -3 : 0.6) : -7;
  }
  if (tail === CharClass.Comma) return -5;
  if (tail === CharClass.Semicolon) return -7;
  if (tail === CharClass.Colon) return -4.5;
  return tail === CharClass.Open ? -5 : 1.2;
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

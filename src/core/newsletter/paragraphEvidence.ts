import { CharClass, charClass } from '../text/charClass.ts';
import { lastChar, marked, pairOdds, type PageEvidence } from './evidence.ts';
import { endsOpen, reach } from './columns.ts';
import type { Layout } from './layout.ts';
import { isAddress, isCaptionStart, isLabelled } from './lineText.ts';
import { LineFlag, type Lines } from './lines.ts';
import type { Marker } from './markers.ts';

/** True for the plain inside of a paragraph, nine lines of ten: no heading can start there, and no more need be asked. */
export function flowsOn(lines: Lines, layout: Layout, i: number): boolean {
  const column = layout.column[i] as number;
  if (!column || lines.gap[i] || (lines.flags[i] as number) & LineFlag.Bold) return false;
  const tail = lines.tail[i - 1] as number;
  return endsOpen(tail) && reach(lines, i - 1) >= column - 1 && reach(lines, i) >= column - 1;
}

/** True where line `i`, as the first one of its paragraph, would stop short of the column by the indent it lost. */
export function losesIndent({ lines, layout }: PageEvidence, i: number): boolean {
  return layout.indent === 'lost' && (lines.indent[i] as number) <= layout.margin;
}

/** Evidence that line `i` goes on with the sentence or paragraph of the line before; `lost` where that one lost its indent. */
export function goesOn(page: PageEvidence, i: number, lost: boolean): number {
  const { lines, layout } = page;
  const column = layout.column[i] as number;
  const tail = lines.tail[i - 1] as number;
  const head = lines.head[i] as number;
  const gap = lines.gap[i] as number;
  const remainder = (lines.flags[i] as number) & LineFlag.Remainder;
  let odds = pairOdds(lines, i) + markerOdds(page.markers[i] ?? null, tail);
  if (head >= CharClass.Close && head <= CharClass.Comma) odds += 8;
  if (isAddress(lines, i)) odds -= 5;
  if (lines.pageBreaks.size && lines.pageBreaks.has(i)) return odds + 8;
  if (!column) return odds - (remainder ? 3 : 12) - (gap ? 4 : 0);
  const full = column - reach(lines, i - 1);
  // Where it is not sure that first lines are short by the indent they lost, a full one may be one too.
  const slack = lost && (layout.indentSure || full > 2) ? full - 4 : full;
  odds += slackOdds(slack, lines, i);
  if (lost && slack < -2) odds -= 2.5;
  if (endsOpen(tail)) odds += 1.2;
  else odds -= tail === CharClass.Colon ? 1.5 : endsWithCredit(lines, i - 1) ? 6 : 0.4;
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
function firstWord({ raw, start, end }: Lines, i: number): number {
  const from = start[i] as number;
  let at = from;
  let before = 0;
  // No line ends with the mark that opens “2+4+N”.
  for (; charClass[raw.charCodeAt(at)] === CharClass.Open; at++) before += 2;
  const word = at;
  while (at < (end[i] as number) && raw.charCodeAt(at) > 0x20 && raw.charCodeAt(at) < 0x7f) at++;
  return at > word ? before + at - word + 3 : 0;
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
  else if (tail !== CharClass.Terminal) odds -= isParticular(lines, i - 1) ? fullParticular(page, i) : 4;
  const column = layout.column[i] as number;
  // A paragraph seldom ends exactly where its line is full.
  if (column && tail === CharClass.Terminal && reach(lines, i - 1) >= column - 3) odds -= 1;
  return odds + (gap ? layout.gapOdds * 0.5 : layout.noGapOdds * 0.5);
}

/** 地点：…党群服务站二楼会议⏎室: a particular that fills its line goes on, unless the next one opens there. */
function fullParticular({ lines, layout, markers }: PageEvidence, i: number): number {
  const column = layout.column[i] as number;
  const slack = column - reach(lines, i - 1);
  const full = column > 0 && (slack <= 1 || (layout.indent === 'lost' && slack <= 5));
  return full && !markers[i] && !isParticular(lines, i) ? 3 : 0;
}

/** Evidence that a paragraph starts at line `i`. */
export function startsParagraph(page: PageEvidence, i: number): number {
  const { lines, layout } = page;
  // A block does not start with the last characters of a sentence.
  let odds = (lines.flags[i] as number) & LineFlag.Remainder && !page.markers[i] ? -4 : 0;
  const indent = (lines.indent[i] as number) - layout.margin;
  if (isAddress(lines, i)) odds += 3;
  if (isCreditAlone(lines, i)) return odds - 8;
  if (isCaptionStart(lines, i)) odds += 2.5;
  if (layout.indent === 'kept') odds += indent >= 2 ? 2.5 : page.markers[i] ? 0 : layout.indentSure ? -5 : -2.5;
  else if (layout.indent === 'lost') odds += lostIndentOdds(page, i);
  if ((lines.flags[i] as number) & (LineFlag.BoldStart | LineFlag.Label)) odds += labelOdds(lines, i);
  return odds;
}

/** 李 明 摄 on a line of its own, or the rest of it, belongs to the caption above. */
const isCreditAlone = (lines: Lines, i: number) => (lines.width[i] as number) <= 12 && endsWithCredit(lines, i);

const endsWithCredit = (lines: Lines, i: number) => lines.tail[i] === CharClass.Terminal && lastChar(lines, i) === '摄';

/** Where indents are lost, the first line of a paragraph that goes on is two cells short. */
function lostIndentOdds({ lines, layout }: PageEvidence, i: number): number {
  const column = layout.column[i] as number;
  if (!column || (lines.indent[i] as number) > layout.margin) return 0;
  const slack = column - reach(lines, i);
  return slack <= 1 ? (layout.indentSure ? -2 : -0.8) : slack >= 3 && slack <= 6 ? 0.3 : 0;
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
  const last = lastChar(lines, i);
  return reach(lines, i) < column * 0.8 && '？！?!'.includes(last) ? -1.2 : 0;
}

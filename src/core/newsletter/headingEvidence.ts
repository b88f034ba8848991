import { CharClass, charClass } from '../text/charClass.ts';
import { marked, unlikely, type PageEvidence } from './evidence.ts';
import { Fixed } from './fixed.ts';
import { endsOpen, reach } from './columns.ts';
import type { Layout } from './layout.ts';
import { isAddress, isCaptionStart, isLabelled, plainText } from './lineText.ts';
import { LineFlag, stressed, type Lines } from './lines.ts';
import type { Marker } from './markers.ts';

/** Odds that any line is a heading before it is looked at. */
const headingPrior = -2.6;

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
  else if (stressed(flags)) odds += 2;
  if (flags & LineFlag.Spaced) odds += 3;
  odds += widthEvidence(lines, layout, i, marker !== null) + headingMarkerEvidence(marker);
  odds += positionEvidence(fixed, i);
  const indent = (lines.indent[i] as number) - layout.margin;
  if (indent >= 5) odds += 1.5;
  else if (layout.indent === 'kept' && indent >= 2 && !marker) odds += indent === layout.firstIndent ? -2.5 : 0.8;
  else if (layout.indent === 'kept' && indent < 2) odds += 1;
  if (flags & LineFlag.Space && isParted(lines, layout, i)) odds += 2.5;
  odds += setApartEvidence(lines, layout, i);
  if (flags & LineFlag.Sentence) odds -= flags & LineFlag.Remainder ? 7 : asksInside(lines, i) ? 2 : 5.5;
  if (flags & LineFlag.Comma && !marker) odds -= 1;
  if (flags & LineFlag.Label && !marker) odds -= isLabelled(lines, i) ? 6 : 1;
  if (flags & LineFlag.BoldStart) odds -= 6;
  if (isCaptionStart(lines, i)) odds -= 5;
  if ((lines.width[i] as number) <= 14 && closing.test(plainText(lines, i))) return unlikely;
  if (isAddress(lines, i)) return unlikely;
  // 9:00至11⏎:30 is a time.
  if (lines.raw.charCodeAt(lines.start[i] as number) === 0x3a) return unlikely;
  // （宋永康摄） on a line of its own heads nothing.
  if (
    lines.head[i] === CharClass.Open &&
    lines.tail[i] === CharClass.Close &&
    lines.raw[lines.start[i] as number] === '（'
  )
    odds -= 4;
  if (!marker && !stressed(flags) && opensReport(lines, i)) odds -= 2.5;
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

const reportStart =
  /^(?:今年(?!以来的)|去年|近年|近日|日前|目前|当前|此外|同时|与此同时|据悉|据了解|截至|下一步|接下来|连日来|如今|眼下|随后|会上|会前|会后|活动现场|会议[指强要认]|根据|按照|因(?![地材势])|为了|为贯彻|为进一步|经研究|\d{1,2}月\d{1,2}日)/u;
const reportStarts = new Uint8Array(0x10000);
for (const char of '今去近日目当此同与据截下接连如眼随会活根按因为经0123456789') reportStarts[char.charCodeAt(0)] = 1;

/** Words that open the report itself: 近日, 据了解, 5月18日. */
function opensReport(lines: Lines, i: number): boolean {
  return reportStarts[lines.raw.charCodeAt(lines.start[i] as number)] === 1 && reportStart.test(plainText(lines, i));
}

/** 电费怎么算？一张账单说明白: a title may hold a question, or a call, but no statement. */
function asksInside(lines: Lines, i: number): boolean {
  if ((lines.width[i] as number) > 60) return false;
  const text = plainText(lines, i);
  return /[？！]/u.test(text) && !text.includes('。');
}

/** Formulas that close a letter or a notice. */
const closing = /^(?:此致|敬礼|谨启|特此(?:通[知告报]|公[告示]|报告|函[告复]|证明))[！!。]?$/u;

/** The first line of a page is mostly a headline, and so is the line behind a byline. */
function positionEvidence(fixed: Uint8Array, i: number): number {
  if (i > 0 && (fixed[i - 1] === Fixed.Byline || fixed[i - 1] === Fixed.Signature)) return 1.5;
  let before = i - 1;
  while (before >= 0 && fixed[before]) before--;
  return before < 0 ? 3 : 0;
}

function widthEvidence(lines: Lines, layout: Layout, i: number, numbered: boolean): number {
  const column = layout.column[i] as number;
  const width = lines.width[i] as number;
  if (!column) return width <= 44 ? 1.4 : width <= 80 ? 0.4 : width <= 110 ? -1.5 : -5;
  // Titles of thirty characters and more are rare.
  const length = width > 80 ? -2.5 : width > 60 ? -1.2 : 0;
  const slack = column - reach(lines, i);
  // Where indents are lost, first lines of paragraphs stop two cells short too.
  if (layout.indent === 'lost' && slack >= 3 && slack <= 5)
    return (numbered ? -0.8 : -0.3) - (layout.indentSure && slack === 4 ? 0.9 : 0);
  if (slack >= 2) return (slack >= 4 ? 1.2 : 0.7) + length;
  // Only headlines run over the column.
  if (slack <= -4) return 1;
  return (numbered ? -0.6 : -2.2) + length;
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

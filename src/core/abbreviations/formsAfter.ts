import { countedNoun } from './numerals.ts';
import type { TextRange } from '../text/range.ts';
import type { Candidate } from './candidates.ts';
import { opensEnumeration } from './enumerationMarks.ts';
import { haveCommonPattern, noFit, type Fit } from './fit.ts';
import { closingOf, firstOf, indexIn, isBracketOpen, trimmed } from './lists.ts';
import { labelledParts } from './labelled.ts';
import type { DefinitionForm } from './model.ts';
import { cleanEnd, fitCandidate, fitStretch, longestStretch } from './stretch.ts';

/** What one form makes of a candidate; `strong` where the text clearly means to define it, so that a miscount is worth a word. */
export interface Reading {
  readonly form: DefinitionForm;
  readonly fit: Fit;
  readonly strong: boolean;
  readonly itemsRange: TextRange;
  readonly spanStart: number;
  readonly spanEnd: number;
}

/** Nouns that stand between a term and what unfolds it: “三会”制度（…）. */
const classNoun =
  /^(?:工作法|制度|机制|工程|项目|原则|理念|体系|行动|方式|模式|要求|工作|方法|做法|标准|目标|战略|政策|举措|措施|活动|格局|布局|思路|任务|计划|方案|路径|平台|品牌|网络|服务|改革|建设|精神|作风|问题|群体|人员|企业|产业|产品|队伍|清单|指标|能力|结构|融合|联动|经济|园区|思想|意识|教育|治理|管理|监督|责任|保障|对策|关系|效应|优势|特色|文化|课堂|法|圈|线|区|办法|规定|规范|总要求|总思路|总体思路|发展思路|工作机制|工作制度|工作模式|工作体系|工作思路|工作要求|工作格局|治理模式|治理机制|治理体系|服务模式|服务体系|产业体系|发展格局|发展战略|空间布局|发展布局|发展模式|专项行动|重点任务|重点工作|协商机制|联动机制|管理模式|管理机制|运行机制|行动计划)$/;
const noTail = '的了和与在是为等把被将对从向以及或即指这那就都也';
const linkWords = new Set(['包括', '包含', '涵盖', '分别', '具体', '主要', '简称']);
const longestTail = 8;

/** Of every code unit, whether it may stand in the noun behind a term: 2 where it may also open a link word. */
const tailKinds = new Uint8Array(0x10000).fill(1, 0x4e00, 0xa000);
for (const char of noTail) tailKinds[char.charCodeAt(0)] = 0;
for (const word of linkWords) tailKinds[word.charCodeAt(0)] = 2;

function isTail(text: string, at: number): boolean {
  const kind = tailKinds[text.charCodeAt(at)];
  return kind === 1 || (kind === 2 && !linkWords.has(text.slice(at, at + 2)));
}

/** The noun behind a quoted term: 工作, or the 办法 of 的办法. */
interface Tail {
  readonly start: number;
  readonly end: number;
}

function tailOf(text: string, from: number, end: number): Tail {
  const start = text.charAt(from) === '的' && isTail(text, from + 1) ? from + 1 : from;
  let at = start;
  while (at < end && at - start < longestTail && isTail(text, at)) at++;
  return { start, end: at };
}

/** True where the noun is a usual class noun or there is none. */
function isKnown(text: string, { start, end }: Tail): boolean {
  return start === end || classNoun.test(text.slice(start, end));
}

/** 即 that is no beginning of another word (即使, 即将, 即日起), though an item may open with one (即日常巡查). */
const thatIs = '即(?!使(?![用命])|将|时(?![间限代令])|便(?![民利捷携])|日(?![常均间产用照])|可(?!回收|燃|再生|持续))';
const says = `${thatIs}|分别是|分别为|分别指|指的是|是指|也就是|就是|具体是|具体为|具体指`;

const bracketLead = new RegExp(`^(?:${says}|指(?![导标出挥引])|包括|包含|简称)[：:，,]?\\s*`);
const pointer = /^(?:详见|见|附|注|全文|据|记者|通讯员|图|摄|以下|下称|简称|来源|资料|又称|原|试行|暂行|全称|下同)/;

/** Form 3: the term, perhaps a noun, then a bracket. */
export function readBracket(text: string, candidate: Candidate, blockEnd: number): Reading | null {
  const tail = tailOf(text, candidate.quoted.end, blockEnd);
  const open = tail.end;
  if (open >= blockEnd || !isBracketOpen(text.charAt(open))) return null;
  const close = closingOf(text, open, Math.min(blockEnd, open + 900));
  if (close < 0) return null;
  let inside = trimmed(text, open + 1, close);
  const lead = bracketLead.exec(text.slice(inside.start, inside.start + 8));
  if (lead) inside = trimmed(text, inside.start + lead[0].length, inside.end);
  if (pointer.test(text.slice(inside.start, inside.start + 4))) return null;
  const whole = fitCandidate(text, inside, candidate);
  const fit = whole.kind === 'none' && open === candidate.quoted.end ? oneShort(text, inside, candidate) : whole;
  const form = lead ? 'that-is' : 'bracket';
  const strong = isKnown(text, tail) || namesItsNoun(fit, candidate.term);
  return { form, fit, strong, itemsRange: inside, spanStart: candidate.quoted.start, spanEnd: close + 1 };
}

const plainItem = /^\p{Script=Han}{2,12}(?<!等)$/u;

/**
 * “三项岗位人员”（主要负责人、安全管理人员）: a bracket right behind the term that holds nothing but one item too few, of which one
 * ends like what is counted.
 */
function oneShort(text: string, inside: TextRange, { numeric, term }: Candidate): Fit {
  const count = numeric?.parts.length === 1 && !numeric.loose ? (numeric.parts[0]?.count ?? 0) : 0;
  if (count < 3) return noFit;
  const items = text.slice(inside.start, inside.end).split('、');
  const ending = countedNoun(term).at(-1) ?? '';
  const alike = ending !== '' && items.some((item) => item.endsWith(ending));
  return alike && items.length === count - 1 && items.every((item) => plainItem.test(item))
    ? { kind: 'short', items }
    : noFit;
}

const link = new RegExp(
  `([，,]?\\s*(?:即为(?![民了人])|${says}|指(?![导标出挥引数])))[：:，,]?\\s*|([：:]|——|—)\\s*` +
    '|([，,]?\\s*(?:主要)?(?:(包括|包含|涵盖)|(?:是|(?<![，,])为(?!了|主|重|核|抓|引))(?!否|不)))[：:]?\\s*',
  'y',
);

/** The characters with which a link can start, white space aside. */
const linkStarts = '，,即分指是也就具：:—主包涵为';

/** The link at an offset, or null; `link.lastIndex` is its end. */
function linkAt(text: string, at: number): RegExpExecArray | null {
  const code = text.charCodeAt(at);
  // All white space lies below the ideographs.
  if (code > 0x3000 && code !== 0xfeff && !linkStarts.includes(text.charAt(at))) return null;
  link.lastIndex = at;
  return link.exec(text);
}

const countsAnother = /[有分设含做抓到好列明][一二三四五六七八九十两][个大项条种类点步]/;

const predicate =
  /^有|(?:有力度?|有效|有序|有声有色|见效|见成效|见实效|落地|丰富|多彩|显著|明显|出彩|启动|展开|上线|圆满|成功|热闹|火热|精彩|到位)$/;

/** True where every item of a list holds what the term counts. */
function allHold(fit: Fit, noun: string): boolean {
  return noun !== '' && fit.kind === 'exact' && fit.items?.every((item) => item.includes(noun)) === true;
}

/** Forms 2 and 5: the term, perhaps a noun, then 即, 指, a colon, a dash, 包括 or 是, then the list. */
export function readLinked(text: string, candidate: Candidate, blockEnd: number): Reading | null {
  const near = tailOf(text, candidate.quoted.end, blockEnd);
  const tail = restated(text, candidate, near.end, blockEnd) ?? near;
  let from = tail;
  let match = linkAt(text, from.end);
  if (!match) {
    from = { start: candidate.quoted.end, end: candidate.quoted.end };
    match = linkAt(text, from.end);
  }
  if (!match || link.lastIndex >= blockEnd)
    return (
      readPieces(text, candidate, tail.end, blockEnd) ??
      readComma(text, candidate, tail.end, blockEnd) ??
      readFar(text, candidate, blockEnd)
    );
  let start = link.lastIndex;
  const lead = bracketLead.exec(text.slice(start, start + 8));
  if (lead) start += lead[0].length;
  // 坚持“三个聚焦”：一是聚焦主业，抓好党建；二是…: what is enumerated is read as such.
  const noun = countedNoun(candidate.term);
  if (opensEnumeration(text.slice(start, start + 4), noun)) return null;
  // “三项纪律”是：… says as much as the colon alone.
  const weak = match[3] !== undefined && !/[：:]/.test(match[0]);
  // “三农”工作队有三项任务：…: the list belongs to another numeral.
  if (countsAnother.test(text.slice(from.start, from.end))) return null;
  const trust = !weak ? 'firm' : match[4] === undefined ? 'weak' : 'listing';
  const { fit, end } = fitStretch(text, start, blockEnd, candidate, trust);
  // “三大行动”有力度：投入资金…: what is said of the term is told in detail, unless each item holds what it counts.
  if (fit.kind === 'exact' && match[2] && predicate.test(text.slice(from.start, from.end)) && !allHold(fit, noun))
    return null;
  const form = match[1] !== undefined || lead ? 'that-is' : 'colon';
  const meant = isKnown(text, from) || namesItsNoun(fit, candidate.term);
  const strong = meant && (trust === 'firm' || (trust === 'listing' && isWhole(fit, candidate)));
  return { form, fit, strong, itemsRange: trimmed(text, start, end), spanStart: candidate.quoted.start, spanEnd: end };
}

/** 实施“三能”计划，“三能”是指能说、…: the tail behind the term where it is named once more. */
function restated(text: string, { term }: Candidate, first: number, blockEnd: number): Tail | null {
  if (!'，,。；'.includes(text.charAt(first) || ' ')) return null;
  let at = first + 1;
  if (text.startsWith('所谓', at)) at += 2;
  const marked = text.charAt(at) === '“';
  if (!text.startsWith(term, at + Number(marked))) return null;
  at += term.length + (marked ? 2 : 0);
  if (at >= blockEnd) return null;
  const { end } = tailOf(text, at, blockEnd);
  return { start: end, end };
}

/** 做到“四个到位”，思想到位、组织到位、…: a comma alone only leads to the list where each item holds what the term counts. */
function readComma(text: string, candidate: Candidate, from: number, blockEnd: number): Reading | null {
  if (!candidate.numeric || !'，,'.includes(text.charAt(from) || ' ')) return null;
  const end = firstOf(text, from + 1, Math.min(blockEnd, from + longestStretch), '，,；;。！？');
  const itemsRange = trimmed(text, from + 1, end);
  const fit = cleanEnd(fitCandidate(text, itemsRange, candidate), candidate.term, true);
  if (fit.kind !== 'exact') return null;
  const parts = fit.parts ?? [{ term: candidate.term, items: fit.items ?? [] }];
  const named = parts.every(({ term, items }) => {
    const noun = countedNoun(term);
    return noun !== '' && items.every((item) => item.includes(noun));
  });
  if (!named) return null;
  return { form: 'colon', fit, strong: false, itemsRange, spanStart: candidate.quoted.start, spanEnd: end };
}

const farLink = new RegExp(`[^。；！？“”、：:，,]{1,16}?(?:([：:])|[，,](?:${says})[：:]?)\\s*`, 'y');

/** 把“五不烧”说了又说：大风天不烧、…: more words stand between; behind a colon each item must hold what is counted. */
function readFar(text: string, candidate: Candidate, blockEnd: number): Reading | null {
  farLink.lastIndex = candidate.quoted.end;
  const match = candidate.numeric ? farLink.exec(text) : null;
  if (!match || farLink.lastIndex >= blockEnd) return null;
  const start = farLink.lastIndex;
  const noun = countedNoun(candidate.term);
  if (opensEnumeration(text.slice(start, start + 4), noun)) return null;
  const { fit, end } = fitStretch(text, start, blockEnd, candidate, 'firm');
  if (fit.kind !== 'exact' || (match[1] && !allHold(fit, noun))) return null;
  const itemsRange = trimmed(text, start, end);
  return { form: 'colon', fit, strong: false, itemsRange, spanStart: candidate.quoted.start, spanEnd: end };
}

/** 包括 may leave something out: only what is more than the numeral says, or all alike, shows a miscount. */
function isWhole(fit: Fit, { numeric }: Candidate): boolean {
  return fit.kind === 'short' && (fit.items.length > (numeric?.expected ?? 0) || haveCommonPattern(fit.items));
}

/** “四定”保洁：定人员、定路段、定时间: items that all hold what the term counts are meant for it. */
function namesItsNoun(fit: Fit, term: string): boolean {
  const noun = countedNoun(term);
  return noun !== '' && fit.kind === 'short' && fit.items.length > 1 && fit.items.every((item) => item.includes(noun));
}

/** How far behind a composite its parts may begin to be told, in UTF-16 code units. */
const farthestPart = 60;

/** A composite told piece by piece right behind it: …“一核两带”格局，“一核”即…，“两带”即…. */
function readPieces(text: string, candidate: Candidate, from: number, blockEnd: number): Reading | null {
  const { numeric, quoted } = candidate;
  const first = numeric && numeric.parts.length > 1 ? numeric.parts[0]?.term : undefined;
  if (!numeric || !first) return null;
  const near = indexIn(text, first, from, Math.min(blockEnd, from + longestTail * 2));
  // Farther on, past a sentence, the first part must stand by itself in quotation marks.
  const at = near < 0 ? indexIn(text, `“${first}”`, from, Math.min(blockEnd, from + farthestPart)) + 1 : near;
  if (at <= 0) return null;
  const range = { start: at - 1, end: Math.min(blockEnd, from + longestStretch) };
  const parts = labelledParts(text, range, numeric);
  if (!parts) return null;
  const fit: Fit = { kind: 'exact', parts };
  return { form: 'that-is', fit, strong: false, itemsRange: range, spanStart: quoted.start, spanEnd: range.end };
}

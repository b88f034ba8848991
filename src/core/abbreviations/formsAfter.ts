import { countedNoun } from './numerals.ts';
import type { TextRange } from '../text/range.ts';
import type { Candidate } from './candidates.ts';
import { opensEnumeration } from './enumerationMarks.ts';
import { holdTheirs } from './fitComposite.ts';
import { haveCommonPattern, noFit, type Fit } from './fit.ts';
import { withoutNoun } from './lastItem.ts';
import { readLoose } from './formsLoose.ts';
import { bracketLead, isKnown, linkAt, tailOf, type Tail } from './links.ts';
import { closingOf, isBracketOpen, trimmed } from './lists.ts';
import { allHold, type Reading } from './reading.ts';
import { fitCandidate, fitStretch } from './stretch.ts';

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
  const whole = withoutNoun(fitCandidate(text, inside, candidate), text.slice(tail.start, tail.end));
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

const countsAnother = /[有分设含做抓到好列明][一二三四五六七八九十两][个大项条种类点步]/;

const predicate =
  /^有|(?:有力度?|有效|有序|有声有色|见效|见成效|见实效|落地|丰富|多彩|显著|明显|出彩|启动|展开|上线|圆满|成功|热闹|火热|精彩|到位)$/;

/** Forms 2 and 5: the term, perhaps a noun, then 即, 指, a colon, a dash, 包括 or 是, then the list. */
export function readLinked(text: string, candidate: Candidate, blockEnd: number): Reading | null {
  const near = tailOf(text, candidate.quoted.end, blockEnd);
  const tail = restated(text, candidate, near.end, blockEnd) ?? near;
  let from = tail;
  let link = linkAt(text, from.end);
  if (!link) {
    from = { start: candidate.quoted.end, end: candidate.quoted.end };
    link = linkAt(text, from.end);
  }
  if (!link || link.end >= blockEnd) return readLoose(text, candidate, tail.end, blockEnd);
  let start = link.end;
  const lead = bracketLead.exec(text.slice(start, start + 8));
  if (lead) start += lead[0].length;
  // 坚持“三个聚焦”：一是聚焦主业，抓好党建；二是…: what is enumerated is read as such.
  const noun = countedNoun(candidate.term);
  if (opensEnumeration(text.slice(start, start + 4), noun)) return null;
  // “三农”工作队有三项任务：…: the list belongs to another numeral.
  if (countsAnother.test(text.slice(from.start, from.end))) return null;
  const trust = link.kind === 'lists' ? 'listing' : link.kind === 'is' ? 'weak' : 'firm';
  const found = fitStretch(text, start, blockEnd, candidate, trust);
  const { end } = found;
  const fit = withoutNoun(found.fit, text.slice(from.start, from.end));
  // “三大行动”有力度：投入资金…: what is said of the term is told in detail, unless each item holds what it counts.
  if (link.kind === 'mark' && predicate.test(text.slice(from.start, from.end)) && !allHold(fit, noun)) return null;
  if (link.apart && !allHold(fit, noun)) return null;
  const form = link.kind === 'says' || lead ? 'that-is' : 'colon';
  const meant =
    isKnown(text, from) || namesItsNoun(fit, candidate.term) || (link.kind === 'mark' && fills(text, end, fit));
  const strong = meant && (trust === 'firm' || (trust === 'listing' && isWhole(fit, candidate)));
  return { form, fit, strong, itemsRange: trimmed(text, start, end), spanStart: candidate.quoted.start, spanEnd: end };
}

/** 推行“五级联动”管护：县级督查、…、农户参与。: three items or more that are alike and fill the sentence. */
function fills(text: string, end: number, fit: Fit): boolean {
  return (
    fit.kind === 'short' && fit.items.length > 2 && '。\n'.includes(text.charAt(end)) && haveCommonPattern(fit.items)
  );
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

/** 包括 may leave something out: only what is more than the numeral says, or all alike, shows a miscount. */
function isWhole(fit: Fit, { numeric }: Candidate): boolean {
  return fit.kind === 'short' && (fit.items.length > (numeric?.expected ?? 0) || haveCommonPattern(fit.items));
}

/** “四定”保洁：定人员、定路段、定时间: items that all hold what the term counts, or what their part of it counts, are meant for it. */
function namesItsNoun(fit: Fit, term: string): boolean {
  if (fit.kind !== 'short' || fit.items.length < 2) return false;
  if (fit.parts) return holdTheirs(fit.parts);
  const noun = countedNoun(term);
  return noun !== '' && fit.items.every((item) => item.includes(noun));
}

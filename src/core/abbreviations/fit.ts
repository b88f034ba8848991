import type { TextRange } from '../text/range.ts';
import { firstOf, splitAt, splitLast, splitNeighbours, trimmed } from './lists.ts';
import type { TermPart } from './model.ts';
import { labelledParts } from './labelled.ts';
import type { CountedPart, NumericTerm } from './numerals.ts';

/**
 * How a stretch of text fits what a term promises. `exact`: as many items as the numeral says (or any list where it says
 * nothing); `short`: a plain list with another number of items; `none`: no list that could be meant.
 */
export type Fit =
  | { readonly kind: 'exact'; readonly items?: readonly string[]; readonly parts?: readonly TermPart[] }
  | { readonly kind: 'short'; readonly items: readonly string[] }
  | { readonly kind: 'none' };

export const noFit: Fit = { kind: 'none' };

const enumerator =
  /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.．、]|[①-⑳]|[一二三四五六七八九十]{1,2}[是要])\s*/;
const openEnd = /(?:[，,]?等+|[，,]?等(?:方面|领域|内容|工作|环节|措施|问题|事项|机制|制度|功能)?|……|…)$/;
const closedEnd = /[，,]?等(?:[一二三四五六七八九十两]{1,2}|\d{1,2})[个大项条种类方面].{0,8}$/;
const noItem =
  /^(?:详见|见附|见下|参见|附件|附后|来源|资料|记者|通讯员|摄影|下同|略|含|不含|除|其中|如|例如|比如|以下|简称|图|表|试行|暂行|修订)/;
const date = /^\d{2,4}(?:年|[.-]\d)|^\d{1,2}月/;

/** The items of a list that is split at `separators`, without their enumerators; `open` where it ends in 等. */
export interface ItemList {
  readonly ranges: readonly TextRange[];
  readonly open: boolean;
}

/** Splits a list into its items and cleans each of them. */
export function readList(text: string, range: TextRange, separators: string): ItemList {
  const ranges = splitAt(text, range.start, range.end, separators).flatMap((piece) => splitNeighbours(text, piece));
  let open = false;
  const clean = ranges.map((piece, i) => {
    let { start, end } = piece;
    const mark = enumerator.exec(text.slice(start, Math.min(end, start + 6)));
    if (mark && mark[0].length < end - start) start += mark[0].length;
    while (end > start && '。；;，,、：:'.includes(text.charAt(end - 1))) end--;
    if (i === ranges.length - 1) {
      const slice = text.slice(start, end);
      const closed = closedEnd.exec(slice);
      const opened = closed ? null : openEnd.exec(slice);
      const tail = closed ?? opened;
      if (tail && tail.index > 0) end = start + tail.index;
      open = opened !== null;
    }
    return trimmed(text, start, end);
  });
  return { ranges: clean.filter((piece) => piece.end > piece.start), open };
}

/** True where `slice` can be an item: no sentence, no date, no pointer to somewhere else. */
export function isItem(slice: string, longest = 60): boolean {
  if (!slice.length || slice.length > longest || noItem.test(slice) || date.test(slice)) return false;
  return !/[。？！?!\n]/.test(slice.replace(/“[^”]*”|《[^》]*》|（[^）]*）/g, '')) && /[\p{L}\d]/u.test(slice);
}

function spell(text: string, ranges: readonly TextRange[]): string[] {
  return ranges.map((range) => text.slice(range.start, range.end));
}

/** Fits `[start, end)` to one counted word. */
export function fitCounted(text: string, range: TextRange, count: number | null): Fit {
  const list = listOf(text, range, count);
  if (list) return { kind: 'exact', items: spell(text, list) };
  if (count === null) return noFit;
  return shortList(text, range, count);
}

const levels = ['；;', '、', '，,', '、，,', '、，,；;'];

/** The items that fit `count`: split at ； if that gives it, else at 、, at ，, or at all of them. */
function listOf(text: string, range: TextRange, count: number | null): readonly TextRange[] | null {
  for (const separators of levels) {
    const { ranges, open } = readList(text, range, separators);
    if (ranges.length < 2 && count !== 1) continue;
    const longest = separators === '、' ? 40 : 120;
    const fitting = ranges.length === count || (count === null && !open) ? ranges : withLast(text, ranges, count);
    if (fitting && spell(text, fitting).every((item) => isItem(item, longest))) {
      if (separators === '、' && spell(text, fitting).some((item) => /[，；]/.test(bare(item)))) continue;
      return fitting;
    }
  }
  return null;
}

const bare = (item: string): string => item.replace(/“[^”]*”|《[^》]*》|（[^）]*）/g, '');

function withLast(text: string, ranges: readonly TextRange[], count: number | null): readonly TextRange[] | null {
  const last = ranges.at(-1);
  if (!last || ranges.length + 1 !== count) return null;
  const two = splitLast(text, last);
  return two ? [...ranges.slice(0, -1), ...two] : null;
}

/** A plain list of another length: all 、 or all ；, nothing open, nothing that reads like prose. */
function shortList(text: string, range: TextRange, count: number): Fit {
  const slice = text.slice(range.start, range.end);
  const separators = /[；;]/.test(bare(slice)) ? '；;' : '、';
  const { ranges, open } = readList(text, range, separators);
  const items = spell(text, ranges);
  if (open || items.length < 2 || Math.abs(items.length - count) > 2) return noFit;
  const plain = items.every((item) => isItem(item, separators === '、' ? 20 : 40) && item.length > 1);
  if (!plain || items.some((item) => /[，,：:]|[和与及]/.test(bare(item)))) return noFit;
  if (Math.abs(items.length - count) > 1 && !haveCommonPattern(items)) return noFit;
  return { kind: 'short', items };
}

/** True where all items share their first or last character or their length. */
export function haveCommonPattern(items: readonly string[]): boolean {
  const [first = ''] = items;
  return (
    items.every((item) => item.length === first.length) ||
    items.every((item) => item.at(-1) === first.at(-1)) ||
    items.every((item) => item[0] === first[0])
  );
}

/** Fits a stretch to a term: to its one count, or part by part where it is a composite or a code. */
export function fitTerm(text: string, range: TextRange, term: NumericTerm): Fit {
  const [only] = term.parts;
  if (term.parts.length === 1 && only) return fitCounted(text, range, only.count);
  const labelled = labelledParts(text, range, term);
  if (labelled) return { kind: 'exact', parts: labelled };
  return fitPairs(text, range, term) ?? fitGroups(text, range, term) ?? fitFlat(text, range, term) ?? noFit;
}

/** 四减四增: as many ；-groups as each part counts are pairs, each one item. */
function fitPairs(text: string, range: TextRange, { parts }: NumericTerm): Fit | null {
  const count = parts[0]?.count;
  if (!count || parts.some((part) => part.count !== count)) return null;
  const { ranges } = readList(text, range, '；;');
  if (ranges.length !== count) return null;
  const items = spell(text, ranges);
  const noun = parts.map((part) => part.term.slice(-1));
  const paired = items.every(
    (item) =>
      noun.every((char) => item.includes(char)) ||
      readList(text, range, '、，；;').ranges.length === count * parts.length,
  );
  return paired && (count !== parts.length || items.every((item) => noun.every((char) => item.includes(char))))
    ? { kind: 'exact', items }
    : null;
}

function fitGroups(text: string, range: TextRange, { parts }: NumericTerm): Fit | null {
  for (const separators of ['；;', '，,', '和与']) {
    const groups = splitAt(text, range.start, range.end, separators);
    if (groups.length !== parts.length) continue;
    const fitted = parts.map((part, i) => fitPart(text, groups[i] as TextRange, part));
    if (fitted.every((part) => part !== null)) return { kind: 'exact', parts: fitted };
  }
  return null;
}

function fitPart(text: string, range: TextRange, { term, count }: CountedPart): TermPart | null {
  if (count === 1) {
    const { ranges } = readList(text, range, '、');
    const items = spell(text, ranges);
    return items.length === 1 && isItem(items[0] as string) ? { term, items } : null;
  }
  const fit = fitCounted(text, range, count);
  return fit.kind === 'exact' && fit.items ? { term, items: fit.items } : null;
}

function fitFlat(text: string, range: TextRange, term: NumericTerm): Fit | null {
  const counts = term.parts.map((part) => part.count);
  if (counts.some((count) => count === null)) return null;
  const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0);
  const list = sum > 1 ? listOf(text, range, sum) : null;
  if (!list) return term.loose || term.kind === 'code' ? null : shortComposite(text, range, sum);
  const items = spell(text, list);
  let at = 0;
  const parts = term.parts.map((part) => ({ term: part.term, items: items.slice(at, (at += part.count ?? 0)) }));
  return { kind: 'exact', parts };
}

function shortComposite(text: string, range: TextRange, sum: number): Fit {
  const end = firstOf(text, range.start, range.end, '。');
  const { ranges, open } = readList(text, { start: range.start, end }, '、，；,;');
  const items = spell(text, ranges);
  const plain =
    items.length > 1 && items.every((item) => isItem(item, 20) && item.length > 1 && !/[和与及]/.test(bare(item)));
  return plain && !open && Math.abs(items.length - sum) === 1 ? { kind: 'short', items } : noFit;
}

import type { TextRange } from '../text/range.ts';
import { bare, isItem, readList } from './items.ts';
import { holdsConjunction, splitLast } from './lists.ts';
import type { TermPart } from './model.ts';

/**
 * How a stretch of text fits what a term promises. `exact`: as many items as the numeral says (or any list where it says
 * nothing); `short`: a plain list with another number of items; `none`: no list that could be meant.
 */
export type Fit =
  | { readonly kind: 'exact'; readonly items?: readonly string[]; readonly parts?: readonly TermPart[] }
  | {
      readonly kind: 'short';
      readonly items: readonly string[];
      readonly parts?: readonly TermPart[];
      /** Which of the parts has another number of items than it says, where only one has. */
      readonly off?: number;
    }
  | { readonly kind: 'none' };

export const noFit: Fit = { kind: 'none' };

/** The text of each range. */
export function spell(text: string, ranges: readonly TextRange[]): string[] {
  return ranges.map((range) => text.slice(range.start, range.end));
}

/** Fits `[start, end)` to one counted word. */
export function fitCounted(text: string, range: TextRange, count: number | null): Fit {
  const list = listOf(text, range, count);
  if (list) return { kind: 'exact', items: spell(text, list) };
  if (count === null) return noFit;
  return shortList(text, range, count);
}

const levels = ['；;', '、', '，,', '、，,', '、，,；;', '—→'];
/** What a stretch must hold at least so that a level may part it into three items; 和 may join the last two. */
const marksOf: Readonly<Record<string, RegExp>> = {
  '；;': /[；;]/,
  '、': /[、②]|[”》][“《]/,
  '，,': /[，,]/,
  '、，,': /^(?=[^、]*、)[^，,]*[，,]/,
  '、，,；;': /[；;]/,
  '—→': /[—→]/,
};

/** The items that fit `count`: split at ； if that gives it, else at 、, at ，, or at all of them. */
export function listOf(text: string, range: TextRange, count: number | null): readonly TextRange[] | null {
  const slice = text.slice(range.start, range.end);
  for (const separators of levels) {
    if ((count ?? 3) > 2 && !marksOf[separators]?.test(slice)) continue;
    const { ranges, open } = readList(text, range, separators);
    if (ranges.length + 1 < (count ?? 3)) continue;
    const longest = separators === '—→' ? 16 : separators === '、' ? 40 : 120;
    const fitting =
      ranges.length === count || (count === null && !open)
        ? ranges
        : ((separators === '；;' ? null : withLast(text, ranges, count)) ??
          (separators === '、' ? regroup(text, ranges, count) : null));
    if (fitting && spell(text, fitting).every((item) => isItem(item, longest))) {
      if (separators === '、' && spell(text, fitting).some((item) => /[，；]/.test(bare(item)))) continue;
      if (separators.length > 2 && !isEven(spell(text, fitting))) continue;
      // 责任清单、问题清单，有的单位照抄照转: items that hold 、 must look alike to be parted by ，.
      const lists = separators === '，,' && spell(text, fitting).some((item) => bare(item).includes('、'));
      if (lists && !shareAnEnd(spell(text, fitting))) continue;
      return fitting;
    }
  }
  return null;
}

/**
 * Items that hold a 、 of their own: where as many pieces as the term counts open with the words of the first one, or end with
 * the words of the last one, they mark the items (严禁结党营私、搞小圈子、严禁…).
 */
function regroup(text: string, ranges: readonly TextRange[], count: number | null): readonly TextRange[] | null {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last || count === null || count < 2 || ranges.length <= count) return null;
  const opening = text.slice(first.start, first.start + 2);
  const openers = ranges.filter((piece) => text.startsWith(opening, piece.start));
  if (openers.length === count) {
    return openers.map(({ start }, i) => {
      const next = ranges.indexOf(openers[i + 1] as TextRange);
      return { start, end: (next < 0 ? last : (ranges[next - 1] as TextRange)).end };
    });
  }
  const ending = text.slice(last.end - 2, last.end);
  const enders = ranges.filter((piece) => text.startsWith(ending, piece.end - 2));
  if (enders.length !== count) return null;
  return enders.map(({ end }, i) => {
    const before = i ? ranges.indexOf(enders[i - 1] as TextRange) + 1 : 0;
    return { start: (ranges[before] as TextRange).start, end };
  });
}

/** The list with its last piece taken apart at 和, where that gives `count` items; null otherwise. */
export function withLast(
  text: string,
  ranges: readonly TextRange[],
  count: number | null,
): readonly TextRange[] | null {
  const last = ranges.at(-1);
  if (!last || ranges.length + 1 !== count) return null;
  const first = ranges[0] as TextRange;
  const two = splitLast(text, last, text.slice(first.start, first.end));
  if (!two) return null;
  // 坚持人民至上、坚持改革开放、坚持守正和创新: where all items open with one word, so does what 和 joins.
  const opening = text.slice(first.start, first.start + 2);
  const others = ranges.length > 2 && ranges.every((piece) => text.startsWith(opening, piece.start));
  return others && !text.startsWith(opening, two[1]?.start ?? 0) ? null : [...ranges.slice(0, -1), ...two];
}

/** A plain list of another length: all 、 or all ；, nothing open, nothing that reads like prose. */
function shortList(text: string, range: TextRange, count: number): Fit {
  const slice = text.slice(range.start, range.end);
  const separators = /[；;]/.test(bare(slice)) ? '；;' : '、';
  const { ranges, open } = readList(text, range, separators);
  // 坚持教书和育人相统一、坚持言传和身教相统一: what all items have joins no item to another.
  const alike = shareOpening(spell(text, ranges));
  const joined = !alike && holdsConjunction(bare(text.slice(ranges.at(-1)?.start, ranges.at(-1)?.end)));
  const list = joined ? withLast(text, ranges, ranges.length + 1) : ranges;
  if (!list || open || list.length < 2 || list.length === count || Math.abs(list.length - count) > 2) return noFit;
  const items = spell(text, list);
  const longest = separators === '、' && !shareAnEnd(items) ? 20 : 40;
  const parted = (item: string): boolean => /[，,：:]/.test(item) || (!alike && holdsConjunction(item));
  if (!items.every((item) => item.length > 1 && isItem(item, longest) && !parted(bare(item)))) return noFit;
  // Two items, or a number far off, are often a list of their own: they must look like what is counted.
  if ((items.length < 3 || joined) && !haveCommonPattern(items)) return noFit;
  if (Math.abs(items.length - count) > 1 && !shareAnEnd(items)) return noFit;
  return { kind: 'short', items };
}

/** Marks of two kinds part a list only where its items are alike: a clause that follows a list (…、早隔离，让群众放心) is no item. */
function isEven(items: readonly string[]): boolean {
  // 征迁专班、信访专班，挂图作战: what all items but the last share shows that it is none.
  if (items.length > 2 && shareWords(items.slice(0, -1)) && !shareWords(items)) return false;
  const lengths = items.map((item) => item.length);
  return shareWords(items) || Math.max(...lengths) - Math.min(...lengths) < 2;
}

/** True where all items open with the same two characters or end with the same one. */
function shareWords(items: readonly string[]): boolean {
  const [first = ''] = items;
  return items.every((item) => item.at(-1) === first.at(-1)) || shareOpening(items);
}

/** True where all items open with the same two characters. */
export function shareOpening(items: readonly string[]): boolean {
  const opening = items[0]?.slice(0, 2) ?? '';
  return opening.length > 1 && items.every((item) => item.startsWith(opening));
}

/** True where all items begin or all end with the same character. */
function shareAnEnd(items: readonly string[]): boolean {
  const [first = ''] = items;
  return items.every((item) => item.at(-1) === first.at(-1)) || items.every((item) => item[0] === first[0]);
}

/** True where all items share their first or last character or their length. */
export function haveCommonPattern(items: readonly string[]): boolean {
  const [first = ''] = items;
  return shareAnEnd(items) || items.every((item) => item.length === first.length);
}

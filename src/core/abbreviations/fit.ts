import type { TextRange } from '../text/range.ts';
import { bare, isItem, readList } from './items.ts';
import { firstOf, splitAt, splitLast } from './lists.ts';
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
    if (ranges.length + 1 < (count ?? 3)) continue;
    const longest = separators === '、' ? 40 : 120;
    const fitting =
      ranges.length === count || (count === null && !open)
        ? ranges
        : ((separators === '；;' ? null : withLast(text, ranges, count)) ??
          (separators === '、' ? regroup(text, ranges, count) : null));
    if (fitting && spell(text, fitting).every((item) => isItem(item, longest))) {
      if (separators === '、' && spell(text, fitting).some((item) => /[，；]/.test(bare(item)))) continue;
      if (separators.length > 2 && !isEven(spell(text, fitting))) continue;
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

function withLast(text: string, ranges: readonly TextRange[], count: number | null): readonly TextRange[] | null {
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
  const joined = /[和与及]/.test(bare(text.slice(ranges.at(-1)?.start, ranges.at(-1)?.end)));
  const list = joined ? withLast(text, ranges, ranges.length + 1) : ranges;
  if (!list || open || list.length < 2 || list.length === count || Math.abs(list.length - count) > 2) return noFit;
  const items = spell(text, list);
  const longest = separators === '、' && !shareAnEnd(items) ? 20 : 40;
  if (!items.every((item) => item.length > 1 && isItem(item, longest) && !/[，,：:和与及]/.test(bare(item))))
    return noFit;
  // Two items, or a number far off, are often a list of their own: they must look like what is counted.
  if ((items.length < 3 || joined) && !haveCommonPattern(items)) return noFit;
  if (Math.abs(items.length - count) > 1 && !shareAnEnd(items)) return noFit;
  return { kind: 'short', items };
}

/** Marks of two kinds part a list only where its items are alike: a clause that follows a list (…、早隔离，让群众放心) is no item. */
function isEven(items: readonly string[]): boolean {
  const lengths = items.map((item) => item.length);
  return shareAnEnd(items) || Math.max(...lengths) - Math.min(...lengths) < 2;
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

/** Fits a stretch to a term: to its one count, or part by part where it is a composite or a code. */
export function fitTerm(text: string, range: TextRange, term: NumericTerm): Fit {
  const [only] = term.parts;
  if (term.parts.length === 1 && only) return fitCounted(text, range, only.count);
  const labelled = labelledParts(text, range, term);
  if (labelled) return { kind: 'exact', parts: labelled };
  const figures = term.kind === 'code' ? fitFigures(text, range, term) : null;
  if (figures) return figures;
  return fitPairs(text, range, term) ?? fitGroups(text, range, term) ?? fitFlat(text, range, term) ?? noFit;
}

/** “1+1+N”, “123”: the last clauses, one for each figure and each naming it, alone (第1小时) or as a share (占30%). */
function fitFigures(text: string, range: TextRange, { parts }: NumericTerm): Fit | null {
  for (const separators of ['，,；;', '、，,；;', '、']) {
    const pieces = splitAt(text, range.start, range.end, separators).slice(-parts.length);
    if (pieces.length !== parts.length) continue;
    const items = pieces.map((piece) => text.slice(piece.start, piece.end));
    if (!items.every((item) => isItem(item, 80))) continue;
    if (
      parts.every(({ term }, i) => new RegExp(`(?<![\\dA-Za-z.])${term}(?![\\dA-Za-z.%％])`).test(items[i] as string))
    ) {
      return { kind: 'exact', parts: parts.map(({ term }, i) => ({ term, items: [items[i] as string] })) };
    }
    const shares = parts.every(
      ({ term }, i) => /^\d$/.test(term) && new RegExp(`(?<!\\d)${term}0*[%％成]`).test(items[i] as string),
    );
    if (shares) return { kind: 'exact', items: items.map((item) => /[^，以]*?\d+[%％成]/.exec(item)?.[0] ?? item) };
  }
  return null;
}

/** 四减四增: as many groups as each part counts are pairs, each one item. */
function fitPairs(text: string, range: TextRange, { parts }: NumericTerm): Fit | null {
  const count = parts[0]?.count;
  if (!count || count < 2 || parts.some((part) => part.count !== count)) return null;
  const noun = parts.map((part) => part.term.slice(-1));
  for (const separators of ['；;', '，,', '、']) {
    const { ranges } = readList(text, range, separators);
    const pieces = separators === '、' ? 0 : readList(text, range, '、，；;').ranges.length;
    if (ranges.length !== count) continue;
    const items = spell(text, ranges);
    const named = items.every((item) => isItem(item, 80) && noun.every((char) => item.includes(char)));
    if (named || (count !== parts.length && pieces === count * parts.length)) return { kind: 'exact', items };
  }
  return null;
}

/** What parts the groups of a composite. Between words 和 only joins the last item, between the groups of a code it parts them. */
export function groupMarks(kind: NumericTerm['kind']): readonly string[] {
  return kind === 'code' ? ['；;', '，,', '和与'] : ['；;', '，,'];
}

function fitGroups(text: string, range: TextRange, { kind, parts }: NumericTerm): Fit | null {
  for (const separators of groupMarks(kind)) {
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
  // Without marks between the parts the text does not say which items belong together, so the list stays flat.
  return { kind: 'exact', items: spell(text, list) };
}

function shortComposite(text: string, range: TextRange, sum: number): Fit {
  const end = firstOf(text, range.start, range.end, '。');
  const { ranges, open } = readList(text, { start: range.start, end }, '、，；,;');
  const items = spell(text, ranges);
  const plain =
    items.length > 1 && items.every((item) => isItem(item, 20) && item.length > 1 && !/[和与及]/.test(bare(item)));
  return plain && !open && Math.abs(items.length - sum) === 1 ? { kind: 'short', items } : noFit;
}

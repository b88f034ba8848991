import type { Expansion } from '../abbreviations/model.ts';
import type { TermUse } from '../abbreviations/model.ts';

/** The opening mark in front of a range of `text` and the closing one behind it, where there are any. */
export function quotesAround(
  text: string,
  { start, end }: { start: number; end: number },
): {
  readonly opens: boolean;
  readonly closes: boolean;
} {
  return {
    opens: start > 0 && '“‘「『'.includes(text.charAt(start - 1)),
    closes: end < text.length && '”’」』'.includes(text.charAt(end)),
  };
}

/** True for a term that carries a count: a numeral, or digits as in “1+3+N”. */
export function isNumeric(term: string): boolean {
  return /[一二两双三四五六七八九十百千万\d]/.test(term);
}

/** True for a sum of parts: 三美两清一更新, “1+3+N”. */
export function isComposite(term: string): boolean {
  return (term.match(/[一二两双三四五六七八九十百]+|[\d+N]+/g) ?? []).length > 1 || /\d\s*\+/.test(term);
}

/** First use of every term, in order of appearance, out of those `wanted`. */
export function firstUses(terms: readonly TermUse[], wanted: (use: TermUse) => boolean): readonly TermUse[] {
  const first = new Map<string, TermUse>();
  for (const use of terms) if (!first.has(use.term) && wanted(use)) first.set(use.term, use);
  return [...first.values()];
}

function list(items: readonly string[]): string {
  return items.join(items.some((item) => /[、，,]/.test(item)) ? '；' : '、');
}

/** What a term stands for on one line, as it would be printed in brackets: items joined by 、, parts by ，. Empty without a list. */
export function expansionText({ items, parts }: Expansion): string {
  if (items?.length) return list(items);
  const groups = (parts ?? []).filter((part) => part.items.length > 0).map((part) => list(part.items));
  return groups.join(groups.some((group) => group.includes('；')) ? '。' : '，');
}

/** All items of an expansion in order, white space and quotation marks aside, for telling whether two expansions agree. */
export function comparableItems({ items, parts }: Expansion): readonly string[] {
  const all = items?.length ? items : (parts ?? []).flatMap((part) => part.items);
  return all.map((item) => item.replace(/[\s“”‘’「」『』]+/g, ''));
}

import { numericOf } from '../abbreviations/candidates.ts';
import type { Expansion } from '../abbreviations/model.ts';
import type { TextRange } from '../text/range.ts';

/** 1 for opening quotation marks, 2 for closing ones, by code unit. */
const quotes = new Uint8Array(0x10000);
for (const mark of '“‘「『') quotes[mark.charCodeAt(0)] = 1;
for (const mark of '”’」』') quotes[mark.charCodeAt(0)] = 2;

/** Whether a quotation mark opens right in front of a range of `text`, and whether one closes right behind it. */
export function quotesAround(
  text: string,
  { start, end }: TextRange,
): { readonly opens: boolean; readonly closes: boolean } {
  return {
    opens: quotes[text.charCodeAt(start - 1)] === 1,
    closes: quotes[text.charCodeAt(end)] === 2,
  };
}

/** True for a term whose numeral counts something (三会, “1+3+N”; not 五四). */
export function isNumeric(term: string): boolean {
  return numericOf(term) !== null;
}

/** True where only 一 counts (一校一策): the phrase says itself what it means. */
export function isSetPhrase(term: string): boolean {
  const numeric = numericOf(term);
  return numeric?.kind === 'counted' && numeric.parts.every((part) => part.count === 1);
}

/** True for a sum of counted parts: 三美两清一更新, “1+3+N”. */
export function isComposite(term: string): boolean {
  return (numericOf(term)?.parts.length ?? 0) > 1;
}

/** All items of an expansion in order, white space and quotation marks aside, for telling whether two expansions agree. */
export function comparableItems({ items, parts }: Expansion): readonly string[] {
  const all = items?.length ? items : (parts ?? []).flatMap((part) => part.items);
  return all.map((item) => item.replace(/[\s“”‘’「」『』]+/g, ''));
}

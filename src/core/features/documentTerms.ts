import type { Definition, Expansion, TermUse } from '../abbreviations/model.ts';
import type { Analysis } from '../analysis.ts';
import { termKey } from '../glossary/normalize.ts';

/** What the features that speak of terms need of an analysis. */
export type TermAnalysis = Pick<Analysis, 'reading' | 'definitions' | 'terms'>;

/** True where something says what a term stands for: items or parts. */
export function hasItems(expansion: Expansion | undefined): boolean {
  return (expansion?.items?.length ?? 0) > 0 || (expansion?.parts?.length ?? 0) > 0;
}

/** What a list holds for each term, made once for each list: a long document asks for thousands of terms. */
function byTerm<Item extends { readonly term: string }>(): (list: readonly Item[], term: string) => readonly Item[] {
  const made = new WeakMap<readonly Item[], Map<string, Item[]>>();
  return (list, term) => {
    let groups = made.get(list);
    if (!groups) made.set(list, (groups = groupsOf(list)));
    return groups.get(termKey(term)) ?? [];
  };
}

function groupsOf<Item extends { readonly term: string }>(list: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of list) {
    const key = termKey(item.term);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const definitionsByTerm = byTerm<Definition>();
const usesByTerm = byTerm<TermUse>();

/** The definitions of a term in reading order; white space in the term counts for nothing. */
export function definitionsOf(term: string, { definitions }: Pick<Analysis, 'definitions'>): readonly Definition[] {
  return definitionsByTerm(definitions, term);
}

/**
 * The definition that holds at a reading offset: the last one that starts before it, else the first of all. One with as many
 * items as the term counts beats any other, one with items one that only has prose.
 */
export function definitionFor(
  term: string,
  analysis: Pick<Analysis, 'definitions'>,
  offset = 0,
): Definition | undefined {
  const all = definitionsOf(term, analysis);
  const listed = all.filter(hasItems);
  const sound = listed.filter((definition) => !definition.miscounted);
  const candidates = sound.length > 0 ? sound : listed.length > 0 ? listed : all;
  return candidates.findLast((definition) => definition.span.start <= offset) ?? candidates[0];
}

/** The uses of a term in reading order. */
export function usesOf(term: string, { terms }: Pick<Analysis, 'terms'>): readonly TermUse[] {
  return usesByTerm(terms, term);
}

/** The use at a reading offset; one that ends there counts, unless another starts there. */
export function useAt(offset: number, { terms }: Pick<Analysis, 'terms'>): TermUse | undefined {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as TermUse).start <= offset) low = middle + 1;
    else high = middle;
  }
  const use = terms[low - 1];
  return use && offset <= use.end ? use : undefined;
}

const closing = '”’」』"';
const opening = '“‘「『"';

/** True where the use stands in quotation marks. */
export function isQuoted(use: TermUse, { reading }: Pick<Analysis, 'reading'>): boolean {
  const before = reading.text[use.start - 1] ?? '';
  return before !== '' && opening.includes(before) && closing.includes(reading.text[use.end] ?? ' ');
}

/** Reading offset behind a use and its closing quotation mark. */
export function endBehindQuote(use: TermUse, analysis: Pick<Analysis, 'reading'>): number {
  return isQuoted(use, analysis) ? use.end + 1 : use.end;
}

import { createGlossary } from '../../src/core/glossary/glossary.ts';
import type { Glossary } from '../../src/core/glossary/model.ts';
import { glossaryTerms, newsletterText } from './text.ts';

/** UTF-16 code units of 1 MB of UTF-8: a Chinese character takes three bytes, the few other ones less. */
export const megabyte = 350_000;
/** UTF-16 code units of a page of 15 KB. */
export const page = 5_200;

/** `count` texts of 1 MB, all different: a text that is read again is predicted by the machine and read faster. */
export function megabyteTexts(count: number): string[] {
  return Array.from({ length: count }, (_, i) => newsletterText(megabyte, 101 + i));
}

/** A glossary of so many entries, of which some are used in the texts. */
export function glossaryOf(count: number): Glossary {
  const entries = glossaryTerms(count, 7).map((term) => ({ term, senses: [{ items: ['甲项', '乙项', '丙项'] }] }));
  return createGlossary([{ kind: 'workspace', id: 'bench', label: 'bench', entries }]);
}

/** The member of a list for a round. */
export function turn<T>(list: readonly T[], round: number): T {
  return list[round % list.length] as T;
}

import { simulatePage } from '../simulator/page/page.ts';
import { seeded } from '../simulator/page/random.ts';
import * as words from '../simulator/page/words.ts';

/**
 * Hard-wrapped newsletter text of `units` UTF-16 code units, as VS Code holds it: simulated pages of columns of all widths one
 * after the other, no page twice.
 */
export function newsletterText(units: number, seed: number): string {
  const random = seeded(seed);
  const pages: string[] = [];
  for (let length = 0, i = 0; length < units; i++) {
    const style = { cells: random.int(13, 40), lineEnd: '\n', byteOrderMark: false } as const;
    const { text } = simulatePage(seed * 100_003 + i, { style });
    pages.push(text);
    length += text.length;
  }
  return flat(pages.join('').slice(0, units));
}

/** The same text as one flat two-byte string: ropes and slices of other strings read slower. */
export function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

const numerals = [...'三四五六七八两'];
const counted = [...'化美清进享联', ...words.measures.flatMap((one) => words.termTails.map((tail) => one + tail))];

/** `count` different terms as newsletters form them: projects, counted nouns and sums of them, pairs of items. */
export function glossaryTerms(count: number, seed: number): string[] {
  const random = seeded(seed);
  const part = (): string => random.pick(numerals) + random.pick(counted);
  const item = (): string => random.pick(words.itemHeads) + random.pick(words.itemTails);
  const terms = new Set([...words.works, ...words.phrases]);
  while (terms.size < count)
    terms.add(random.chance(0.4) ? part() + (random.chance(0.7) ? part() : '') : item() + item());
  return [...terms].slice(0, count);
}

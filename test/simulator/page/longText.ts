import { simulatePage, type PageRequest } from './page.ts';

/**
 * A text of at least `characters` UTF-16 code units, made of pages one after the other, no page twice. The same seed gives the
 * same text. `request` holds for all pages: `{ style: { lineEnd: '\n' } }` for one kind of line end.
 */
export function simulateText(characters: number, seed: number, request: PageRequest = {}): string {
  const pages: string[] = [];
  let length = 0;
  for (let i = 0; length < characters; i++) {
    const { text } = simulatePage(seed * 100_003 + i, request);
    const page = i === 0 ? text : text.replace(/^\ufeff/u, '');
    pages.push(page);
    length += page.length;
  }
  return pages.join('');
}

import type { Block } from '../newsletter/model.ts';
import { numericOf, type Candidate } from './candidates.ts';

const composite = /(?:[一二两双三四五六七八九十]\p{Script=Han}{1,3}){2,4}$/u;
const longest = 12;

/** The composites in front of a bracket that stand without quotation marks: 坚持四不两直（不发通知、…，直奔基层、直插现场）. */
export function bareComposites(text: string, { kind, start, end }: Block): Candidate[] {
  const found: Candidate[] = [];
  if (kind === 'furniture' || kind === 'jump') return found;
  const block = text.slice(start, end);
  for (let at = block.indexOf('（'); at >= 0; at = block.indexOf('（', at + 1)) {
    const word = composite.exec(block.slice(Math.max(0, at - longest), at))?.[0];
    const numeric = word === undefined ? null : numericOf(word);
    if (word === undefined || numeric?.kind !== 'counted' || numeric.loose || numeric.parts.length < 2) continue;
    const range = { start: start + at - word.length, end: start + at };
    found.push({ term: word, range, quoted: range, numeric });
  }
  return found;
}

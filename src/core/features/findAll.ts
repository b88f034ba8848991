import type { TextRange } from '../text/range.ts';

/** All places of `wanted`, one behind the other, capital and small letters alike. */
export function findAll(text: string, wanted: string): TextRange[] {
  if (wanted === '') return [];
  const lower = text.toLowerCase();
  const [hay, needle] = lower.length === text.length ? [lower, wanted.toLowerCase()] : [text, wanted];
  const found: TextRange[] = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
    found.push({ start: at, end: at + needle.length });
  }
  return found;
}

import { CharClass, charClass } from '../text/charClass.ts';
import type { RawBlock } from './blocks.ts';
import type { Marker } from './markers.ts';
import type { Lead } from './model.ts';

/** Longest opening sentence that serves as a heading, in UTF-16 code units, by the kind of marker in front of it. */
const longestLead: Partial<Record<Marker['kind'], number>> = {
  bullet: 36,
  dash: 36,
  numeral: 48,
  'bracket-numeral': 48,
  digit: 30,
  'bracket-digit': 30,
  circled: 24,
};

/** Up to here any sentence may be a title, in UTF-16 code units; a longer one is a title only if its wording allows it. */
const longestTitle = 24;

/** Longest name behind a caption, with its spaces and 摄. */
const longestCredit = 10;

/** True for a sentence that orders or reports (自2024年7月15日起…, 请过往车辆…) and so is no title. */
const states = (sentence: string) => /[；：\d]/u.test(sentence) || orders(sentence);

const orders = (sentence: string) => /；|^(?:请|自|因|凡|如|若|对|经|根据|按照)/u.test(sentence);

/** End of the opening sentence of `[start, end)`: the offset of its closing mark, or -1 where it is not closed. */
export function sentenceEnd(text: string, start: number, end: number): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const value = charClass[code];
    if (value === CharClass.Open) depth++;
    else if (value === CharClass.Close) depth = Math.max(0, depth - 1);
    else if (value === CharClass.Terminal && !depth && code !== 0x2026 && code !== 0xff0e) return i;
  }
  return -1;
}

/** The run-in lead of a paragraph that carries a marker, or null. */
export function markedLead(text: string, block: RawBlock): Lead | null {
  const marker = block.marker;
  const limit = marker && longestLead[marker.kind];
  if (!marker || !limit) return null;
  const start = skipMarker(text, block);
  const end = sentenceEnd(text, start, Math.min(block.end, start + limit + 1));
  if (end < 0 || end - start < 3) return null;
  const rest = block.end - end - 1;
  // ▲市民在码头公园散步。 于江 摄: behind a caption stands who took the photo.
  const alone = rest <= 0 || (rest <= longestCredit && text[block.end - 1] === '摄');
  if (alone && marker.kind !== 'bracket-numeral' && marker.kind !== 'numeral') return null;
  const sentence = text.slice(start, end);
  if (sentence.length > longestTitle ? alone || states(sentence) : sentence.length > 14 && orders(sentence))
    return null;
  return { range: { start, end }, level: marker.level };
}

/** Where the text of a block starts behind its marker; the marker may have been mended (———) and so be shorter. */
export function skipMarker(text: string, block: RawBlock): number {
  if (!block.marker) return block.start;
  let at = block.start;
  if (block.marker.kind === 'dash') while (at < block.end && '—―─━-'.includes(text[at] as string)) at++;
  else at += block.marker.mark;
  while (at < block.end && /[\s\u3000]/u.test(text[at] as string)) at++;
  return Math.min(at, block.end);
}

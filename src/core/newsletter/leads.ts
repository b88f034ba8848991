import type { RawBlock } from './blocks.ts';
import type { Marker } from './markers.ts';
import type { HeadingLevel, Lead } from './model.ts';

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

const longestPlainLead = 22;
const shortestPlainLead = 5;

/** End of the opening sentence of `[start, end)`: the offset of its closing mark, or -1 where it is not closed. */
function sentenceEnd(text: string, start: number, end: number): number {
  let depth = 0;
  for (let i = start; i < end; i++) {
    const char = text[i] as string;
    if ('“‘《〈（(【「'.includes(char)) depth++;
    else if ('”’》〉）)】」'.includes(char)) depth = Math.max(0, depth - 1);
    else if ('。！？!?'.includes(char) && !depth) return i;
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
  const alone = rest <= 0;
  if (alone && marker.kind !== 'bracket-numeral' && marker.kind !== 'numeral') return null;
  return { range: { start, end }, level: marker.level };
}

/** Where the text of a block starts behind its marker; the marker may have been mended (———) and so be shorter. */
export function skipMarker(text: string, block: RawBlock): number {
  if (!block.marker) return block.start;
  let at = block.start;
  if (block.marker.kind === 'dash') while (at < block.end && /[—―─━-]/u.test(text[at] as string)) at++;
  else at += block.marker.length;
  while (at < block.end && /[\s\u3000]/u.test(text[at] as string)) at++;
  return Math.min(at, block.end);
}

/** The short sentence without inner marks that may open a paragraph as its unnumbered heading (重点产业持续发展。加强…). */
export function plainLead(text: string, block: RawBlock): { start: number; end: number } | null {
  if (block.kind !== 'paragraph' || block.marker) return null;
  const end = sentenceEnd(text, block.start, Math.min(block.end, block.start + longestPlainLead + 1));
  if (end < 0 || text[end] !== '。' || end - block.start < shortestPlainLead) return null;
  if (block.end - end - 1 < Math.max(30, (end - block.start) * 2)) return null;
  return /[，；：、]/u.test(text.slice(block.start, end).replace(/[“《（][^”》）]*[”》）]/gu, ''))
    ? null
    : { start: block.start, end };
}

/**
 * Unnumbered leads are believed where neighbours agree: at least three paragraphs in a row, or all of a section with two, open
 * that way. One short sentence alone is only a sentence.
 */
export function plainLeads(text: string, blocks: readonly RawBlock[]): Map<number, Lead> {
  const found = new Map<number, Lead>();
  let level: HeadingLevel = 3;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as RawBlock;
    if (block.kind === 'heading') level = Math.min(6, (block.marker?.level ?? 2) + 1) as HeadingLevel;
    const run: [number, { start: number; end: number }][] = [];
    for (let j = i; j < blocks.length; j++) {
      const lead = plainLead(text, blocks[j] as RawBlock);
      if (!lead) break;
      run.push([j, lead]);
    }
    if (run.length >= 3) for (const [j, range] of run) found.set(j, { range, level });
    if (run.length) i += run.length - 1;
  }
  return found;
}

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

const longestPlainLead = 22;
const longestPairedLead = 34;
const shortestPlainLead = 5;

/** 各位代表！ opens a speech, not a section. */
const address = /^(?:各位|同志们|朋友们|女士们|乡亲们|居民朋友)[^。]{0,8}[！：，,!:]/u;

/** End of the opening sentence of `[start, end)`: the offset of its closing mark, or -1 where it is not closed. */
function sentenceEnd(text: string, start: number, end: number): number {
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

/** An opening sentence that might be an unnumbered heading (重点产业持续发展。加强…). */
interface PlainLead {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** It is one clause; a longer one of two clauses is believed only where all its neighbours are alike. */
  readonly simple: boolean;
}

function plainLead(text: string, block: RawBlock, index: number): PlainLead | null {
  const end = sentenceEnd(text, block.start, Math.min(block.end, block.start + longestPairedLead + 1));
  const length = end - block.start;
  if (end < 0 || text[end] !== '。' || length < shortestPlainLead) return null;
  if (block.end - end - 1 < Math.max(30, length * 2)) return null;
  const clauses = text
    .slice(block.start, end)
    .replace(/[“《（][^”》）]*[”》）]/gu, '')
    .split(/[，；：]/u).length;
  if (clauses > 2) return null;
  return { index, start: block.start, end, simple: clauses === 1 && length <= longestPlainLead };
}

/**
 * Unnumbered leads are believed where neighbours agree: most paragraphs between two headings open with a sentence of one
 * clause, or three and more of them all with a short one. A short sentence alone is only a sentence.
 */
export function plainLeads(text: string, blocks: readonly RawBlock[]): Map<number, Lead> {
  const found = new Map<number, Lead>();
  let section: PlainLead[] = [];
  let paragraphs = 0;
  const close = () => {
    const simple = section.filter((lead) => lead.simple);
    const believed =
      section.length === paragraphs && paragraphs >= 3
        ? section
        : simple.length >= 2 && simple.length >= paragraphs * 0.6
          ? simple
          : [];
    for (const { index, start, end } of believed) found.set(index, { range: { start, end }, level: 3 });
    section = [];
    paragraphs = 0;
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' || block.marker) {
      close();
      continue;
    }
    if (address.test(text.slice(block.start, block.start + 12))) continue;
    paragraphs++;
    const lead = plainLead(text, block, index);
    if (lead) section.push(lead);
  }
  close();
  return found;
}

import { placesOf } from '../text/places.ts';

/**
 * Where the marks of a text stand, by what they do, so that each rule looks at its own only. UTF-16 offsets, ascending.
 */
export interface Marks {
  /** Quotation marks, book title marks and brackets. */
  readonly pairs: Int32Array;
  /** ，。、；： */
  readonly points: Int32Array;
  /** Half-width , . : ; ? ! */
  readonly halfWidth: Int32Array;
  /** Dashes, hyphens and ～, which may join two figures. */
  readonly joins: Int32Array;
}

const kinds = ['pairs', 'points', 'halfWidth', 'joins'] as const;
const members: Record<(typeof kinds)[number], string> = {
  pairs: '“”‘’「」『』《》〈〉（）()【】〔〕［］[]',
  points: '，。、；：',
  halfWidth: ',.:;?!',
  joins: '～~〜–—―-',
};

/** Index into `kinds` for every code unit that is a mark. */
const kindOf = new Uint8Array(0x10000);
const isMark = new Uint8Array(0x10000);
for (const [i, kind] of kinds.entries()) {
  for (const mark of members[kind]) {
    kindOf[mark.charCodeAt(0)] = i;
    isMark[mark.charCodeAt(0)] = 1;
  }
}

/** Finds the marks of `text` in one pass that spares every rule its own. */
export function scanMarks(text: string): Marks {
  const places = placesOf(text, isMark);
  const counts = new Int32Array(kinds.length);
  for (const at of places) add(counts, kindOf[text.charCodeAt(at)] as number);
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (const at of places) {
    const kind = kindOf[text.charCodeAt(at)] as number;
    (lists[kind] as Int32Array)[add(counts, kind)] = at;
  }
  const [pairs, points, halfWidth, joins] = lists as [Int32Array, Int32Array, Int32Array, Int32Array];
  return { pairs, points, halfWidth, joins };
}

/** Counts one more; returns how many there were before. */
function add(counts: Int32Array, kind: number): number {
  const count = counts[kind] as number;
  counts[kind] = count + 1;
  return count;
}

/** True for a Chinese character (CJK unified ideographs, extension A, 〇). */
export function isIdeograph(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** True for an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** True for an ASCII letter. */
export function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

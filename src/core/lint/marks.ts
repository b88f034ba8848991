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

/** 1 + index into `kinds` for every code unit that is a mark; 0 for all others. */
const kindOf = new Uint8Array(0x10000);
for (const [i, kind] of kinds.entries()) for (const mark of members[kind]) kindOf[mark.charCodeAt(0)] = i + 1;

/** Finds the marks of `text` in one pass that spares every rule its own. */
export function scanMarks(text: string): Marks {
  const found = kinds.map(() => new Int32Array(Math.max(64, text.length >> 4)));
  const counts = new Int32Array(kinds.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Most of a Chinese text is ideographs: they leave after two comparisons.
    if (code > 0x301f && code < 0xff00) continue;
    const kind = kindOf[code] as number;
    if (kind === 0) continue;
    const count = counts[kind - 1] as number;
    let list = found[kind - 1] as Int32Array;
    if (count === list.length) {
      const grown = new Int32Array(count * 2);
      grown.set(list);
      found[kind - 1] = list = grown;
    }
    list[count] = i;
    counts[kind - 1] = count + 1;
  }
  const [pairs, points, halfWidth, joins] = found.map((list, i) => list.subarray(0, counts[i]));
  const none = new Int32Array(0);
  return { pairs: pairs ?? none, points: points ?? none, halfWidth: halfWidth ?? none, joins: joins ?? none };
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

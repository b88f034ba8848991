/** ASCII signs that rules look at: ! ( ) , - . : ; ? [ ] ~ */
const halfWidth = new Uint8Array(128);
for (const sign of '!(),-.:;?[]~') halfWidth[sign.charCodeAt(0)] = 1;

/** True for a code unit that is punctuation of Chinese text or one of the half-width signs that stand in for it. */
function isMark(code: number): boolean {
  if (code < 0x80) return halfWidth[code] === 1;
  if (code <= 0x206f) return code >= 0x2010;
  if (code < 0xff00) return code > 0x3000 && code <= 0x301f && code !== 0x3005 && code !== 0x3007;
  return code <= 0xff0f || (code >= 0xff1a && code <= 0xff20) || (code >= 0xff3b && code <= 0xff65);
}

/** UTF-16 offsets of all punctuation marks of `text`, ascending: one pass that spares every rule its own. */
export function scanMarks(text: string): Int32Array {
  let found = new Int32Array(Math.max(64, text.length >> 3));
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Most of a Chinese text is ideographs: they leave after two comparisons.
    if ((code > 0x301f && code < 0xff00) || !isMark(code)) continue;
    if (count === found.length) {
      const grown = new Int32Array(found.length * 2);
      grown.set(found);
      found = grown;
    }
    found[count++] = i;
  }
  return found.subarray(0, count);
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

/**
 * Pasted or dropped text as blocks of clean text: one for each line that holds something, without control and bidirectional
 * characters, tabs, zero-width characters and space at the ends.
 */
export function cleanBlocks(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029\u0085\f\v]+/)
    .map(cleanLine)
    .filter((line) => line !== '');
}

/** A piece of text that stays inside a block: control characters and line breaks become nothing, other space one space. */
function cleanLine(text: string): string {
  const clean = text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '');
  let start = 0;
  let end = clean.length;
  while (start < end && isSpace(clean[start])) start++;
  while (end > start && isSpace(clean[end - 1])) end--;
  return clean.slice(start, end);
}

const isSpace = (unit: string | undefined): boolean => unit === ' ' || unit === '\u3000';

import type { TextEdit } from './range.ts';

/** The edit of `text` without what old and new share at its ends; a surrogate pair is never cut in two. */
export function trimEdit(text: string, edit: TextEdit): TextEdit {
  const longest = Math.min(edit.end - edit.start, edit.text.length);
  let head = 0;
  while (head < longest && text.charCodeAt(edit.start + head) === edit.text.charCodeAt(head)) head++;
  if (head > 0 && isHighSurrogate(text.charCodeAt(edit.start + head - 1))) head--;
  let tail = 0;
  const inserted = edit.text.length;
  while (tail < longest - head && text.charCodeAt(edit.end - 1 - tail) === edit.text.charCodeAt(inserted - 1 - tail)) {
    tail++;
  }
  if (tail > 0 && isLowSurrogate(text.charCodeAt(edit.end - tail))) tail--;
  return { start: edit.start + head, end: edit.end - tail, text: edit.text.slice(head, inserted - tail) };
}

/** The one edit that turns `before` into `after`. */
export function difference(before: string, after: string): TextEdit {
  return trimEdit(before, { start: 0, end: before.length, text: after });
}

/** How many code units both texts begin with, and how many of the rest both end with. */
export function sharedEnds(before: string, after: string): { readonly head: number; readonly tail: number } {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  // Whole stretches are compared by the engine, which is several times faster than unit by unit.
  while (head + stretch <= shortest && before.slice(head, head + stretch) === after.slice(head, head + stretch)) {
    head += stretch;
  }
  while (head < shortest && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  const [old, now] = [before.length, after.length];
  const rest = shortest - head;
  let tail = 0;
  while (
    tail + stretch <= rest &&
    before.slice(old - tail - stretch, old - tail) === after.slice(now - tail - stretch, now - tail)
  ) {
    tail += stretch;
  }
  while (tail < rest && before.charCodeAt(old - 1 - tail) === after.charCodeAt(now - 1 - tail)) tail++;
  return { head, tail };
}

const stretch = 4096;

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

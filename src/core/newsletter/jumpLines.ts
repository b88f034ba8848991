import { CharClass, charClass } from '../text/charClass.ts';
import { Fixed } from './fixed.ts';
import type { Lines } from './lines.ts';
import { plainText } from './lineText.ts';

/** A jump line that stands behind the last sentence of a paragraph; raw offsets, brackets included. */
export interface InlineJump {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The words of jump lines in two parts: the second one is rare and soon found, 下 and 上 are neither. */
const jumpWords = [['下', '转'], ['上', '接'], ['', '转第'], ['', '接第']] as const; // prettier-ignore
const jumpWordsTwice = [...jumpWords, ['下下', '转转'], ['上上', '接接']] as const;

/** Marks jump lines that stand alone, and cuts those off that stand behind a sentence. */
export function findJumps(lines: Lines, kind: Uint8Array): InlineJump[] {
  const jumps: InlineJump[] = [];
  const { raw } = lines;
  for (const [before, rest] of lines.doubled.size ? jumpWordsTwice : jumpWords) {
    for (let at = raw.indexOf(rest); at >= 0; at = raw.indexOf(rest, at + rest.length)) {
      const start = at - before.length;
      if (before && !raw.startsWith(before, start)) continue;
      const line = lineAt(lines, start);
      if (line >= 0 && !kind[line]) readJump(lines, line, start, kind, jumps);
    }
  }
  // （下转第3版） holds two of the words.
  return jumps.sort((a, b) => a.start - b.start).filter((jump, i) => jump.start !== jumps[i - 1]?.start);
}

/** Longest jump line, in UTF-16 code units: spaces and overprinting included. */
const longestJump = 160;

const jumpText =
  /^(?:[（(【[]?(?:下转|上接|转|接)(?:本报)?第?[A-Z]?[\d０-９一二三四五六七八九十]{1,3}[、－—-]?\d?版[^。！？；）)】\]]{0,24}[）)】\]]?|[▲●■◆▼](?:下转|上接|转|接)(?:本报)?第?[A-Z]?[\d０-９一二三四五六七八九十]{1,3}[、－—-]?\d?版[^。！？；]{0,24})$/u;

function readJump(lines: Lines, line: number, at: number, kind: Uint8Array, jumps: InlineJump[]): void {
  const { raw } = lines;
  const start = lines.start[line] as number;
  const end = lines.end[line] as number;
  if (end - start <= longestJump && jumpText.test(plainText(lines, line))) {
    kind[line] = Fixed.Jump;
    return;
  }
  let open = at;
  const first = Math.max(start, at - 4);
  while (open > first && !'（(【'.includes(raw[open] as string)) open--;
  if (!'（(【'.includes(raw[open] as string)) return;
  let close = at;
  const last = Math.min(end, at + longestJump);
  while (close < last && !'）)】'.includes(raw[close] as string)) close++;
  if (close < last) {
    const body = raw.slice(open, close + 1).replace(/\s/gu, '');
    if (!jumpText.test(body)) return;
    if (open === start) jumps.push({ line, start: open, end: close + 1 });
    else if (close + 1 >= end) cutJump(lines, line, open, close + 1, jumps);
    return;
  }
  if (last === end) readWrappedJump(lines, line, open, kind, jumps);
}

/** （下转 3⏎版）: the bracket is broken by the end of the line. */
function readWrappedJump(lines: Lines, line: number, open: number, kind: Uint8Array, jumps: InlineJump[]): void {
  if (line + 1 >= lines.count) return;
  const next = lines.raw.slice(lines.start[line + 1], lines.end[line + 1]);
  const body = (lines.raw.slice(open, lines.end[line]) + next).replace(/\s/gu, '');
  if (!/^[）)版\d第 ]/u.test(next) || next.length > 12 || !jumpText.test(body)) return;
  kind[line + 1] = Fixed.Jump;
  if (open === lines.start[line]) kind[line] = Fixed.Jump;
  else cutJump(lines, line, open, lines.end[line] as number, jumps);
}

/** Takes a jump line off the end of its line, so that the line is judged by its own last sentence. */
function cutJump(lines: Lines, line: number, start: number, end: number, jumps: InlineJump[]): void {
  jumps.push({ line, start, end });
  let cut = start;
  while (cut > (lines.start[line] as number) && charClass[lines.raw.charCodeAt(cut - 1)] === CharClass.Space) cut--;
  lines.end[line] = cut;
  let tail = cut - 1;
  while (tail > (lines.start[line] as number) && charClass[lines.raw.charCodeAt(tail)] === CharClass.Close) tail--;
  lines.tail[line] = charClass[lines.raw.charCodeAt(tail)] as number;
}

/** The line that holds a raw offset, or -1. */
export function lineAt(lines: Lines, offset: number): number {
  let low = 0;
  let high = lines.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.start[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low < lines.count && offset >= (lines.start[low] as number) && offset < (lines.end[low] as number) ? low : -1;
}

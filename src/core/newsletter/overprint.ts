import { findDoubled } from '../repair/doubled.ts';
import { CharClass, charClass, classWidth } from '../text/charClass.ts';
import { insideMark, LineFlag, type Lines } from './lines.ts';

/** Finds the overprinted runs of a line and measures it again as it reads without them. */
export function markDoubled(lines: Lines, at: number): void {
  const { raw } = lines;
  const start = lines.start[at] as number;
  const end = lines.end[at] as number;
  let removed = findDoubled(raw, start, end, false);
  if (!removed.length) return;
  if (removed.length * 2 >= (end - start) * 0.3) removed = findDoubled(raw, start, end, true);
  setDoubled(lines, at, removed);
}

function setDoubled(lines: Lines, at: number, removed: readonly number[]): void {
  const length = (lines.end[at] as number) - (lines.start[at] as number);
  lines.doubled.set(at, removed);
  measure(lines, at, removed);
  const share = (removed.length * 2) / length;
  const bold = share >= 0.5 ? LineFlag.Bold : 0;
  const terms = share < 0.75 && termsOnly(lines, at, removed) ? LineFlag.Unstressed : 0;
  const how = isLead(lines, at, removed) ? LineFlag.BoldStart : terms || bold;
  lines.flags[at] = (lines.flags[at] as number) | LineFlag.Doubled | how;
}

/** Terms set in bold, ““三三变变””, their marks and all, though the line may break them; what they stand in is plain. */
function termsOnly({ raw, start, end }: Lines, at: number, removed: readonly number[]): boolean {
  for (const [i, second] of removed.entries()) {
    const opens = removed[i - 1] !== second - 2;
    const closes = removed[i + 1] !== second + 2;
    if (opens && second - 1 > (start[at] as number) && !'“《'.includes(raw[second] as string)) return false;
    if (closes && second + 1 < (end[at] as number) && !'”》'.includes(raw[second] as string)) return false;
  }
  return true;
}

/** Width of a line, and the marks inside it, as it reads. */
function measure(lines: Lines, at: number, removed: readonly number[]): void {
  const { raw } = lines;
  let width = 0;
  let flags = (lines.flags[at] as number) & ~(LineFlag.Sentence | LineFlag.Comma | LineFlag.Label | LineFlag.Remainder);
  let next = 0;
  let previous = -1;
  let previousClass = -1;
  for (let i = lines.start[at] as number; i < (lines.end[at] as number); i++) {
    if (removed[next] === i) {
      next++;
      continue;
    }
    const code = raw.charCodeAt(i);
    const value = charClass[code] as number;
    if (value === CharClass.Space) continue;
    if (previousClass >= CharClass.Terminal && previousClass <= CharClass.Comma) {
      flags |= insideMark(previousClass, previous, width);
    }
    width += classWidth[value] as number;
    previous = code;
    previousClass = value;
  }
  lines.width[at] = width;
  lines.flags[at] = flags;
}

/** True where the overprinted run ends with its sentence, and the line goes on in plain print. */
function isLead({ raw, end }: Lines, at: number, removed: readonly number[]): boolean {
  const mark = (removed.at(-1) as number) + 1;
  if (mark + 1 >= (end[at] as number)) return false;
  const first = charClass[raw.charCodeAt(mark)];
  // The full stop may be printed twice as well.
  const behind = charClass[raw.charCodeAt(mark - 1)];
  return first === CharClass.Terminal || behind === CharClass.Terminal;
}

/** Two pairs alone in their line (三三月月) might be a word; on a page that is overprinted elsewhere they are a heading printed twice. */
function markShortDoubled(lines: Lines): void {
  const { raw } = lines;
  for (let i = 0; i < lines.count; i++) {
    const start = lines.start[i] as number;
    const end = lines.end[i] as number;
    if (end - start < 4 || end - start > 6 || (end - start) % 2 || lines.doubled.has(i)) continue;
    if (raw[start] !== raw[start + 1] || raw[start + 2] !== raw[start + 3] || raw[end - 2] !== raw[end - 1]) continue;
    const removed = findDoubled(raw, start, end, true);
    if (removed.length * 2 === end - start) setDoubled(lines, i, removed);
  }
}

/** Overprinting that runs to the end of a line goes on in the next one, where what is left may be too short to tell by itself. */
export function carryDoubling(lines: Lines): void {
  markShortDoubled(lines);
  for (const [line, removed] of [...lines.doubled]) {
    const length = (lines.end[line] as number) - (lines.start[line] as number);
    const partly = removed.length * 2 < length * 0.75;
    if (partly && !((lines.flags[line] as number) & (LineFlag.Sentence | LineFlag.BoldStart)))
      lines.partlyDoubled = true;
    for (let at = line + 1; at < lines.count && carryInto(lines, at); at++);
  }
  if (isPrintedTwice(lines)) {
    const { count, flags } = lines;
    for (let i = 0; i < count; i++) {
      const own = flags[i] as number;
      if (own & LineFlag.Doubled) flags[i] = (own & ~(LineFlag.Bold | LineFlag.BoldStart)) | LineFlag.Unstressed;
    }
  }
}

/** True where sentences are overprinted throughout: then it says nothing of a heading. */
function isPrintedTwice({ count, flags, tail }: Lines): boolean {
  let text = 0;
  let twice = 0;
  for (let i = 0; i < count; i++) {
    const own = flags[i] as number;
    if (!(own & (LineFlag.Sentence | LineFlag.Comma)) && tail[i] !== CharClass.Terminal && tail[i] !== CharClass.Comma)
      continue;
    text++;
    if (own & LineFlag.Bold) twice++;
  }
  return twice >= 4 && twice * 3 >= text * 2;
}

function carryInto(lines: Lines, at: number): boolean {
  if (lines.doubled.has(at)) return false;
  const { raw } = lines;
  const end = lines.end[at] as number;
  const seconds: number[] = [];
  let i = lines.start[at] as number;
  for (; i + 1 < end && raw.charCodeAt(i) === raw.charCodeAt(i + 1); i += 2) seconds.push(i + 1);
  if (!seconds.length) return false;
  const whole = i >= end;
  const next = charClass[raw.charCodeAt(i)] as number;
  // 常常走访 below a heading goes on with a word; what was printed twice ends with its clause.
  if (!whole && (next < CharClass.Close || next > CharClass.Comma)) return false;
  const runsOn = lines.doubled.get(at - 1)?.at(-1) === (lines.end[at - 1] as number) - 1;
  if (!runsOn && !(whole && seconds.length <= 3)) return false;
  setDoubled(lines, at, seconds);
  return whole;
}

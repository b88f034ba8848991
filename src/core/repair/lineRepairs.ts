import { CharClass, charClass } from '../text/charClass.ts';
import type { RepairCode, RepairTable } from '../text/readingText.ts';
import { mendedUnit } from './radicals.ts';

/** Where white space inside a line is kept: between the halves of a couplet, behind 第×章, in bylines and mastheads. */
export type SpaceRule = 'running' | 'title' | 'keep';

/**
 * Repairs inside one line (or one stretch of it), in raw order: overprinting, radicals, dashes, zero-width characters, spaces.
 * @param doubled raw offsets of the second halves of overprinted pairs, ascending
 */
export function repairLine(
  raw: string,
  start: number,
  end: number,
  doubled: readonly number[] | undefined,
  spaces: SpaceRule,
  into: RepairTable,
): void {
  let nextDouble = 0;
  for (let i = start; i < end;) {
    const code = raw.charCodeAt(i);
    const value = charClass[code] as number;
    if (doubled && doubled[nextDouble] === i) {
      nextDouble++;
      into.add('repair/doubled-run', i, i + 1, '');
      i++;
    } else if (value === CharClass.Space) i = repairSpaces(raw, i, start, end, spaces, into);
    else if (value === CharClass.Dash) i = repairDashes(raw, i, end, into);
    else {
      if (value === CharClass.Radical) {
        const mended = mendedUnit(code);
        if (mended !== code) into.add('repair/radical', i, i + 1, String.fromCharCode(mended));
      } else if (value === CharClass.Ignorable) into.add('repair/control-character', i, i + 1, '');
      i++;
    }
  }
}

/** 破折号 is two em dashes (GB/T 15834-2011, 4.13.2); three or more, broken or of another block, are mended to it. */
function repairDashes(raw: string, from: number, end: number, into: RepairTable): number {
  let i = from;
  let dashes = 0;
  let last = from;
  while (i < end) {
    const value = charClass[raw.charCodeAt(i)];
    if (value === CharClass.Dash) {
      dashes++;
      last = ++i;
    } else if (value === CharClass.Space && dashes) i++;
    else break;
  }
  if (dashes >= 2 && raw.slice(from, last) !== '——') into.add('repair/long-dash', from, last, '——');
  return last;
}

const isWord = (value: number) => value === CharClass.Latin || value === CharClass.Narrow || value === CharClass.Digit;

function repairSpaces(
  raw: string,
  from: number,
  start: number,
  end: number,
  rule: SpaceRule,
  into: RepairTable,
): number {
  let i = from;
  let special = false;
  while (i < end && charClass[raw.charCodeAt(i)] === CharClass.Space) {
    if (raw[i] !== ' ') special = true;
    i++;
  }
  if (i >= end || from === start) return i;
  const before = charClass[raw.charCodeAt(from - 1)] as number;
  const after = charClass[raw.charCodeAt(i)] as number;
  const code: RepairCode = special
    ? 'repair/special-space'
    : before === CharClass.Digit || after === CharClass.Digit
      ? 'repair/number-spacing'
      : 'repair/stray-space';
  if (isWord(before) && isWord(after)) {
    // Words of Latin script and groups of digits keep one space between them, the columns of a table their distance.
    if (raw.slice(from, i) !== ' ' && !(rule === 'keep' && isSetSpace(raw, from, i, true)))
      into.add(code, from, i, ' ');
  } else if (
    rule === 'keep' ||
    behindNumber(raw, start, from) ||
    (rule === 'title' && partsTitle(raw, start, from, i, end))
  ) {
    if (!isSetSpace(raw, from, i, rule === 'keep')) into.add(code, from, i, ' ');
  } else into.add(code, from, i, '');
  return i;
}

/** A space, or an ideographic one, as people type them; lines that are set by spaces may hold several. */
function isSetSpace(raw: string, from: number, to: number, several: boolean): boolean {
  if (to - from > 1 && !several) return raw.slice(from, to) === '\u3000\u3000';
  for (let i = from; i < to; i++) if (raw[i] !== ' ' && raw[i] !== '\u3000') return false;
  return true;
}

/** 第×章 and 第×条 stand apart from what they number. */
function behindNumber(raw: string, start: number, from: number): boolean {
  return from - start <= 8 && /^第[〇零一二三四五六七八九十百\d]+[编章节条]$/u.test(raw.slice(start, from));
}

/** A space in a title parts it where both sides are phrases: the halves of a couplet. */
function partsTitle(raw: string, start: number, from: number, to: number, end: number): boolean {
  const left = raw.slice(start, from).replace(/\s/gu, '').length;
  const right = raw.slice(to, end).replace(/\s/gu, '').length;
  return left >= 4 && right >= 4 && Math.abs(left - right) <= 2;
}

import { CharClass, charClass } from '../text/charClass.ts';
import type { HeadingLevel } from './model.ts';

/** What stands in front of a heading or an enumerated paragraph. */
export type MarkerKind =
  | 'hash'
  | 'chapter'
  | 'article-number'
  | 'numeral'
  | 'bracket-numeral'
  | 'digit'
  | 'bracket-digit'
  | 'circled'
  | 'bullet'
  | 'dash'
  | 'enumerator'
  | 'question'
  | 'answer';

/** A marker at the start of a line; `length` in UTF-16 code units as it reads, white space behind it included. */
export interface Marker {
  readonly kind: MarkerKind;
  readonly length: number;
  /** The same without the white space. */
  readonly mark: number;
  readonly level: HeadingLevel;
  /** Number it carries, 1-based; 0 where it carries none. */
  readonly ordinal: number;
}

const numerals = '〇一二三四五六七八九十百零';
const fullDigits = '０１２３４５６７８９';
const isNumeral = (char: string | undefined) => char !== undefined && numerals.includes(char);
const isDigit = (char: string | undefined) =>
  char !== undefined && ((char >= '0' && char <= '9') || fullDigits.includes(char));

/** First code units a marker can start with, so that most lines are passed over with one look. */
const starters = new Uint8Array(0x10000);
for (const char of '#第一二三四五六七八九十（(0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳—―─━-问答QA') {
  starters[char.charCodeAt(0)] = 1;
}
for (let code = 0; code < starters.length; code++) if (charClass[code] === CharClass.Bullet) starters[code] = 1;

/** True for a code unit that a marker can start with. */
export const mayOpenMarker = (code: number): boolean => starters[code] === 1;

/**
 * The marker at `start`, or null. Numbering follows GB/T 9704-2012, 7.3.3: 一、 → （一） → 1. → （1）; chapters and articles
 * of rules (第×章, 第×条) and ① as the field uses them.
 */
export function readMarker(text: string, start: number, end: number): Marker | null {
  if (!starters[text.charCodeAt(start)]) return null;
  const char = text[start] as string;
  const found = readAt(text, char, start, end);
  if (!found || start + found.length > end) return null;
  let length = found.length;
  while (start + length < end && charClass[text.charCodeAt(start + length)] === CharClass.Space) length++;
  return length === found.length ? found : { ...found, length };
}

function readAt(text: string, char: string, start: number, end: number): Marker | null {
  const code = char.charCodeAt(0);
  const value = charClass[code];
  if (value === CharClass.Bullet) return marker('bullet', 1, 3);
  if (value === CharClass.Dash || char === '-') return readDash(text, start, end);
  if (char === '#') return readHash(text, start, end);
  if (char === '第') return readChapter(text, start, end);
  if (char === '（' || char === '(') return readBracket(text, start, end);
  if (char >= '①' && char <= '⑳') return marker('circled', 1, 6, code - 0x245f);
  if (isDigit(char)) return readDigits(text, start, end);
  if (isNumeral(char)) return readNumeral(text, start, end);
  return readTurn(text, char, start, end);
}

const marker = (kind: MarkerKind, length: number, level: HeadingLevel, ordinal = 0): Marker => ({
  kind,
  length,
  mark: length,
  level,
  ordinal,
});

function readDash(text: string, start: number, end: number): Marker | null {
  let i = start;
  while (i < end && (charClass[text.charCodeAt(i)] === CharClass.Dash || text[i] === '-')) i++;
  // A single dash or hyphen opens no lead, and a rule across the column is furniture.
  return i - start >= 2 && i < end ? marker('dash', i - start, 3) : null;
}

function readHash(text: string, start: number, end: number): Marker | null {
  let i = start;
  while (i < end && text[i] === '#') i++;
  const depth = i - start;
  return depth <= 4 && i < end && charClass[text.charCodeAt(i)] === CharClass.Space
    ? marker('hash', depth, depth as HeadingLevel)
    : null;
}

function readChapter(text: string, start: number, end: number): Marker | null {
  let i = start + 1;
  const from = i;
  while (i < end && i - from < 5 && (isNumeral(text[i]) || isDigit(text[i]))) i++;
  if (i === from || i >= end) return null;
  const unit = text[i];
  const ordinal = numeralValue(text.slice(from, i));
  if (unit === '编' || unit === '章') return marker('chapter', i + 1 - start, 2, ordinal);
  if (unit === '节') return marker('chapter', i + 1 - start, 3, ordinal);
  return unit === '条' ? marker('article-number', i + 1 - start, 3, ordinal) : null;
}

function readBracket(text: string, start: number, end: number): Marker | null {
  let i = start + 1;
  const from = i;
  while (i < end && i - from < 4 && isNumeral(text[i])) i++;
  const closed = (at: number) => text[at] === '）' || text[at] === ')';
  if (i > from)
    return closed(i) ? marker('bracket-numeral', i + 1 - start, 3, numeralValue(text.slice(from, i))) : null;
  while (i < end && i - from < 3 && isDigit(text[i])) i++;
  return i > from && closed(i) ? marker('bracket-digit', i + 1 - start, 5, digitValue(text.slice(from, i))) : null;
}

function readDigits(text: string, start: number, end: number): Marker | null {
  let i = start;
  while (i < end && i - start < 3 && isDigit(text[i])) i++;
  const sign = text[i];
  if (i - start > 2 || sign === undefined || !'.．、)）'.includes(sign)) return null;
  // 3.5% is a figure, 3.5 亿 too.
  if ((sign === '.' || sign === '．') && isDigit(text[i + 1])) return null;
  return marker('digit', i + 1 - start, 4, digitValue(text.slice(start, i)));
}

function readNumeral(text: string, start: number, end: number): Marker | null {
  let i = start;
  while (i < end && i - start < 4 && isNumeral(text[i])) i++;
  const ordinal = numeralValue(text.slice(start, i));
  if (text[i] === '、' || text[i] === '．' || text[i] === '.') return marker('numeral', i + 1 - start, 2, ordinal);
  return (text[i] === '是' || text[i] === '要') && i - start <= 2
    ? marker('enumerator', i + 1 - start, 6, ordinal)
    : null;
}

function readTurn(text: string, char: string, start: number, end: number): Marker | null {
  const colon = text[start + 1];
  if (start + 1 >= end || (colon !== '：' && colon !== ':')) return null;
  if (char === '问' || char === 'Q') return marker('question', 2, 3);
  return char === '答' || char === 'A' ? marker('answer', 2, 3) : null;
}

const digitValue = (text: string) =>
  Number([...text].map((char) => (fullDigits.includes(char) ? fullDigits.indexOf(char) : char)).join(''));

/** Value of a Chinese numeral up to 999, as numbering uses it; 0 where it is none. */
function numeralValue(text: string): number {
  if (isDigit(text[0])) return digitValue(text);
  let total = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (char === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else digit = char === '零' ? 0 : numerals.indexOf(char);
  }
  return total + digit;
}

import { mendedUnit } from '../repair/radicals.ts';
import { CharClass, charClass } from '../text/charClass.ts';
import { LineFlag, type Lines } from './lines.ts';
import { mayOpenMarker, readMarker, type Marker } from './markers.ts';

/** The line as it reads: without white space and overprinting, radicals mended. */
export function plainText(lines: Lines, i: number): string {
  const repaired = LineFlag.Space | LineFlag.Doubled | LineFlag.Radical | LineFlag.Ignorable;
  if (!((lines.flags[i] as number) & repaired)) return lines.raw.slice(lines.start[i], lines.end[i]);
  return mended(lines, i, lines.end[i] as number, false);
}

function mended(lines: Lines, i: number, end: number, spaces: boolean): string {
  const { raw } = lines;
  const skip = lines.doubled.get(i);
  let text = '';
  let next = 0;
  let from = lines.start[i] as number;
  for (let at = from; at < end; at++) {
    const value = charClass[raw.charCodeAt(at)];
    const second = skip?.[next] === at;
    if (second) next++;
    const radical = value === CharClass.Radical;
    if (!second && !radical && value !== CharClass.Ignorable && (value !== CharClass.Space || spaces)) continue;
    text += raw.slice(from, at);
    if (radical && !second) text += String.fromCharCode(mendedUnit(raw.charCodeAt(at)));
    from = at + 1;
  }
  return text + raw.slice(from, end);
}

/** The line as it reads, its white space kept. */
export const spacedText = (lines: Lines, i: number): string => mended(lines, i, lines.end[i] as number, true);

/** Longest stretch of raw text that holds a marker, each character printed twice. */
const longestMarker = 20;

/** The marker in front of a line, read as it will read: 一 may stand there as a radical, or twice. */
export function markerOf(lines: Lines, i: number): Marker | null {
  const start = lines.start[i] as number;
  const end = lines.end[i] as number;
  if (!((lines.flags[i] as number) & (LineFlag.Doubled | LineFlag.Radical))) return readMarker(lines.raw, start, end);
  if (!mayOpenMarker(mendedUnit(lines.raw.charCodeAt(start)))) return null;
  const head = mended(lines, i, Math.min(end, start + longestMarker), true);
  return readMarker(head, 0, head.length);
}

const label =
  /^(?:时\s*间|地\s*点|对\s*象|主\s*题|内\s*容|形\s*式|主\s*持|出\s*席|列\s*席|缺\s*席|请\s*假|记\s*录|参\s*加|与会|主办|承办|协办|受理|举报|监督|公示|申报|联系|咨询|报名|地址|电话|备注|附件|来源|日期)[^：:。，]{0,8}[：:]/u;

/** True for a line that gives one particular of an event (时间：…, 主持：…). */
export function isLabelled({ raw, start, end }: Lines, i: number): boolean {
  return label.test(raw.slice(start[i], Math.min(end[i] as number, (start[i] as number) + 16)));
}

const address =
  /^(?:各位[^，。：]{1,14}|同志们|朋友们|乡亲们|女士们、先生们|[^，。：]{2,14}(?:同志|朋友|居民|乡亲|家长|党员|企业家|同学|老师)们)[：:！!]$/u;

/** 各村（社区），镇直各单位：, to whom an official document goes (GB/T 9704-2012, 7.3.2). */
const recipients = /^(?:各(?!位)|\p{Script=Han}{1,3}直各|驻\p{Script=Han}各)[\p{Script=Han}、，（）]{1,60}[：:]$/u;

/** True for a line that only greets whom it speaks to: 各位代表：. */
export function isAddress(lines: Lines, i: number): boolean {
  // Most lines end otherwise, and are passed over with one look.
  if (!'：:！!'.includes(lines.raw[(lines.end[i] as number) - 1] as string)) return false;
  if ((lines.width[i] as number) <= 36 && address.test(plainText(lines, i))) return true;
  return i < 8 && recipients.test(plainText(lines, i));
}

/** 图为… opens a caption. */
export function isCaptionStart({ raw, start }: Lines, i: number): boolean {
  const at = start[i] as number;
  return raw.charCodeAt(at) === 0x56fe && raw.charCodeAt(at + 1) === 0x4e3a;
}

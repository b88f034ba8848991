import { mendRadical } from '../repair/radicals.ts';
import { CharClass, charClass } from '../text/charClass.ts';
import { LineFlag, type Lines } from './lines.ts';
import { readMarker, type Marker } from './markers.ts';

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
  for (let at = lines.start[i] as number; at < end; at++) {
    if (skip && skip[next] === at) {
      next++;
      continue;
    }
    const value = charClass[raw.charCodeAt(at)];
    if (value === CharClass.Ignorable || (value === CharClass.Space && !spaces)) continue;
    text += value === CharClass.Radical ? mendRadical(raw[at] as string) : raw[at];
  }
  return text;
}

/** Longest stretch of raw text that holds a marker, each character printed twice. */
const longestMarker = 20;

/** The marker in front of a line, read as it will read: 一 may stand there as a radical, or twice. */
export function markerOf(lines: Lines, i: number): Marker | null {
  const start = lines.start[i] as number;
  const end = lines.end[i] as number;
  if (!((lines.flags[i] as number) & (LineFlag.Doubled | LineFlag.Radical))) return readMarker(lines.raw, start, end);
  const head = mended(lines, i, Math.min(end, start + longestMarker), true);
  return readMarker(head, 0, head.length);
}

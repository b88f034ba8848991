import { CharClass } from '../text/charClass.ts';
import { LineFlag, type Lines } from './lines.ts';

const pageNumber =
  /^(?:[-—―─－·•]{1,2}\s*\d{1,3}\s*[-—―─－·•]{1,2}|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?|\d{1,3})$/u;
/** Widest page number, and how far a full line may stay behind the lines around it, in half cells. */
const widest = 24;
const slack = 6;

/**
 * Takes page numbers out that stand inside a sentence, where one page of a paragraph ends and the next one begins: they are not
 * part of what is read. Returns the indices of the lines that go on behind one.
 */
export function takeOutPageBreaks(lines: Lines): ReadonlySet<number> {
  const found = new Set<number>();
  const { raw } = lines;
  let kept = 0;
  for (let i = 0; i < lines.count; i++) {
    if ((lines.width[i] as number) <= widest && kept > 0 && mayNumber(lines, i) && goesOnBehind(lines, kept - 1, i)) {
      if (pageNumber.test(raw.slice(lines.start[i], lines.end[i]))) {
        found.add(kept);
        continue;
      }
    }
    if (kept < i) move(lines, i, kept);
    if (found.has(kept)) lines.gap[kept] = 0;
    kept++;
  }
  lines.count = kept;
  return found;
}

function mayNumber(lines: Lines, i: number): boolean {
  const head = lines.head[i] as number;
  const first = lines.raw.charCodeAt(lines.start[i] as number);
  return head === CharClass.Digit || head === CharClass.Dash || first === 0x2d || first === 0x7b2c || first === 0xb7;
}

/** True where the line before a page number breaks off inside a sentence and the line behind it starts nothing. */
function goesOnBehind(lines: Lines, before: number, i: number): boolean {
  const tail = lines.tail[before] as number;
  if (tail === CharClass.Terminal || tail === CharClass.Colon || tail === CharClass.Semicolon) return false;
  if (i + 1 >= lines.count || (lines.flags[before] as number) & LineFlag.Bold) return false;
  const margin = before > 0 ? Math.min(lines.indent[before] as number, lines.indent[before - 1] as number) : 0;
  if ((lines.indent[i + 1] as number) > margin) return false;
  if ((lines.flags[before] as number) & (LineFlag.Comma | LineFlag.Sentence)) return true;
  const full = Math.max(lines.width[i + 1] as number, before > 0 ? (lines.width[before - 1] as number) : 0);
  return (lines.width[before] as number) >= full - slack;
}

function move(lines: Lines, from: number, to: number): void {
  for (const key of ['start', 'end', 'number', 'gap', 'indent', 'width', 'spaces', 'head', 'tail', 'flags'] as const) {
    lines[key][to] = lines[key][from] as number;
  }
  const doubled = lines.doubled.get(from);
  if (!doubled) return;
  lines.doubled.delete(from);
  lines.doubled.set(to, doubled);
}

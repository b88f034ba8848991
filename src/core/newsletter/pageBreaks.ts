import { CharClass } from '../text/charClass.ts';
import { endsOpen } from './columns.ts';
import { LineFlag, type Lines } from './lines.ts';

const pageNumber =
  /^(?:[-—―─－·•]{1,2}\s*\d{1,3}\s*[-—―─－·•]{1,2}|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?|\d{1,3})$/u;
/** 办法（试行） 第2页, 改革动态 第21期 · 2 ·, 责任编辑 沈立 美编 朱燕: what is printed over or under each page. */
const runningHead =
  /(?:第\d{1,3}页|[-—―─－·•]\d{1,3}[-—―─－·•]|月\d{1,2}日(?:星期.)?第?[A-Z]?\d{1,2}版|第[A-Z]?\d{1,2}版(?:\p{Script=Han}{2,5})?)$|^(?:(?:责任|执行|本版|版面|视觉)?(?:编辑|责编|美编|校对|版式)[：:]?\p{Script=Han}{2,3}){2,4}$/u;
/** …的办法见今日第 2 版: part of a sentence. A head sets number and name apart. */
const numberInSentence = /(?<=\p{Script=Han})(?<!日|星期[一二三四五六日天])第\s*[A-Z]?\d/u;
const widestHead = 64;
/** Widest name of a paper beside a page number, in half cells. */
const widestName = 28;
/** Widest page number, and how far a full line may stay behind the lines around it, in half cells. */
const widest = 24;
const slack = 6;

/** A page number and what stands over or under it: two heads at most. */
const longestBreak = 3;

/**
 * Takes page numbers and running heads out that stand inside a sentence, where one page of a paragraph ends and the next one begins: they are not
 * part of what is read. Returns the indices of the lines that go on behind one.
 */
export function takeOutPageBreaks(lines: Lines): ReadonlySet<number> {
  const found = new Set<number>();
  let kept = 0;
  for (let i = 0; i < lines.count; i++) {
    const end = kept > 0 ? breakEnd(lines, kept, i) : i;
    if (end > i) {
      found.add(kept);
      i = end;
    }
    if (kept < i) move(lines, i, kept);
    if (found.has(kept)) lines.gap[kept] = 0;
    kept++;
  }
  lines.count = kept;
  return found;
}

/** Where the page break ends that begins with line `i` and stands behind line `kept - 1`; `i` where none begins. */
function breakEnd(lines: Lines, kept: number, i: number): number {
  // Most lines end here: inside a sentence alone a page break is looked for.
  if (!endsOpen(lines.tail[kept - 1] as number)) return i;
  let end = i;
  let certain = false;
  while (end < i + longestBreak && end + 1 < lines.count) {
    if (isPageNumber(lines, end) || (kept > 3 && isRunningHead(lines, end))) certain = true;
    else if (!(kept > 3 && mayBeName(lines, kept - 1, end))) break;
    end++;
  }
  return certain && goesOnBehind(lines, kept - 1, end) ? end : i;
}

function isPageNumber(lines: Lines, i: number): boolean {
  return (lines.width[i] as number) <= widest && mayNumber(lines, i) && pageNumber.test(textOf(lines, i));
}

function isRunningHead(lines: Lines, i: number): boolean {
  if (!mayHead(lines, i)) return false;
  const text = textOf(lines, i);
  return runningHead.test(text.replace(/\s/gu, '')) && !numberInSentence.test(text);
}

/** True for a line beside a page number that may be the paper's name: a sentence would fill the line, or come to its end. */
function mayBeName(lines: Lines, before: number, i: number): boolean {
  const flags = LineFlag.Comma | LineFlag.Sentence | LineFlag.Bold | LineFlag.Doubled | LineFlag.Label;
  if ((lines.flags[i] as number) & flags || !endsOpen(lines.tail[i] as number) || lines.tail[i] === CharClass.Comma)
    return false;
  if (lines.head[i] === CharClass.Open || lines.tail[i] === CharClass.Close) return false;
  return (lines.width[i] as number) <= Math.min(widestName, (lines.width[before] as number) - slack);
}

function textOf({ raw, start, end }: Lines, i: number): string {
  return raw.slice(start[i], end[i]);
}

function mayNumber(lines: Lines, i: number): boolean {
  const head = lines.head[i] as number;
  const first = lines.raw.charCodeAt(lines.start[i] as number);
  return head === CharClass.Digit || head === CharClass.Dash || first === 0x2d || first === 0x7b2c || first === 0xb7;
}

/** True for a line that ends like a page number, or opens with an editor, and holds no clause. */
function mayHead(lines: Lines, i: number): boolean {
  if ((lines.width[i] as number) > widestHead) return false;
  if ((lines.flags[i] as number) & (LineFlag.Comma | LineFlag.Sentence | LineFlag.Bold)) return false;
  const last = lines.raw[(lines.end[i] as number) - 1] as string;
  return '页版·•-—'.includes(last) || '责编美校版执本'.includes(lines.raw[lines.start[i] as number] as string);
}

/** True where line `before`, which ends no sentence, is full and line `behind`, behind a page break, starts nothing. */
function goesOnBehind(lines: Lines, before: number, behind: number): boolean {
  if ((lines.flags[before] as number) & LineFlag.Bold) return false;
  const margin = before > 0 ? Math.min(lines.indent[before] as number, lines.indent[before - 1] as number) : 0;
  if ((lines.indent[behind] as number) > margin) return false;
  if ((lines.flags[before] as number) & (LineFlag.Comma | LineFlag.Sentence)) return true;
  const full = Math.max(lines.width[behind] as number, before > 0 ? (lines.width[before - 1] as number) : 0);
  return (lines.width[before] as number) >= full - slack;
}

function move(lines: Lines, from: number, to: number): void {
  const { start, end, number, gap, indent, width, spaces, figureSpaces, head, tail, flags } = lines;
  for (const numbers of [start, end, number, gap, indent, width, spaces, figureSpaces])
    numbers[to] = numbers[from] as number;
  head[to] = head[from] as number;
  tail[to] = tail[from] as number;
  flags[to] = flags[from] as number;
  const doubled = lines.doubled.get(from);
  if (!doubled) return;
  lines.doubled.delete(from);
  lines.doubled.set(to, doubled);
}

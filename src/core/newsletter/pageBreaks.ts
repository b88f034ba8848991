import { CharClass } from '../text/charClass.ts';
import { LineFlag, type Lines } from './lines.ts';

const pageNumber =
  /^(?:[-—―─－·•]{1,2}\s*\d{1,3}\s*[-—―─－·•]{1,2}|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?|\d{1,3})$/u;
/** 办法（试行） 第2页, 改革动态 第21期 · 2 ·, 责任编辑 沈立 美编 朱燕: what is printed over or under each page. */
const runningHead =
  /(?:第\d{1,3}页|[-—―─－·•]\d{1,3}[-—―─－·•]|月\d{1,2}日(?:星期.)?第?[A-Z]?\d{1,2}版|第[A-Z]?\d{1,2}版(?:\p{Script=Han}{2,5})?)$|^(?:(?:责任|执行|本版|版面|视觉)?(?:编辑|责编|美编|校对|版式)[：:]?\p{Script=Han}{2,3}){2,4}$/u;
/** …的办法见今日第 2 版: part of a sentence. A head sets number and name apart. */
const numberInSentence = /(?<=\p{Script=Han})(?<!日|星期[一二三四五六日天])第\s*[A-Z]?\d/u;
const widestHead = 64;
/** Widest page number, and how far a full line may stay behind the lines around it, in half cells. */
const widest = 24;
const slack = 6;

/**
 * Takes page numbers and running heads out that stand inside a sentence, where one page of a paragraph ends and the next one begins: they are not
 * part of what is read. Returns the indices of the lines that go on behind one.
 */
export function takeOutPageBreaks(lines: Lines): ReadonlySet<number> {
  const found = new Set<number>();
  const { raw } = lines;
  let kept = 0;
  for (let i = 0; i < lines.count; i++) {
    const number = (lines.width[i] as number) <= widest && mayNumber(lines, i);
    const head = kept > 3 && mayHead(lines, i);
    if (kept > 0 && (number || head) && goesOnBehind(lines, kept - 1, i)) {
      const text = raw.slice(lines.start[i], lines.end[i]);
      if (
        (number && pageNumber.test(text)) ||
        (head && runningHead.test(text.replace(/\s/gu, '')) && !numberInSentence.test(text))
      ) {
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

/** True for a line that ends like a page number, or opens with an editor, and holds no clause. */
function mayHead(lines: Lines, i: number): boolean {
  if ((lines.width[i] as number) > widestHead) return false;
  if ((lines.flags[i] as number) & (LineFlag.Comma | LineFlag.Sentence | LineFlag.Bold)) return false;
  const last = lines.raw[(lines.end[i] as number) - 1] as string;
  return '页版·•-—'.includes(last) || '责编美校版执本'.includes(lines.raw[lines.start[i] as number] as string);
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
  const { start, end, number, gap, indent, width, spaces, head, tail, flags } = lines;
  for (const numbers of [start, end, number, gap, indent, width, spaces]) numbers[to] = numbers[from] as number;
  head[to] = head[from] as number;
  tail[to] = tail[from] as number;
  flags[to] = flags[from] as number;
  const doubled = lines.doubled.get(from);
  if (!doubled) return;
  lines.doubled.delete(from);
  lines.doubled.set(to, doubled);
}

import type { Block } from '../newsletter/model.ts';
import { placesOf } from '../text/places.ts';
import type { TextRange } from '../text/range.ts';
import { holdsNumeral, parseNumericTerm, type NumericTerm } from './numerals.ts';

/** A quoted word that may be an abbreviation. Ranges are UTF-16 offsets of the scanned text. */
export interface Candidate {
  readonly term: string;
  /** Inside the quotation marks. */
  readonly range: TextRange;
  /** With the quotation marks; one of them may be missing in the text. */
  readonly quoted: TextRange;
  /** Null for a word without numeral (放管服). */
  readonly numeric: NumericTerm | null;
}

const longest = 24;
/** By the code unit of an opening mark, the one that closes it. */
const closeOf = new Map(
  ['“”', '‘’', '「」', '『』', '""', '＂＂'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
const stop = /[，。；：！？、（）()《》\n\r“”「」『』]/;
const numeralAt = /[一二三四五六七八九十两双几]/;

/** The candidates of every block, by its index; none for furniture and jump lines. */
export function candidatesOf(text: string, blocks: readonly Block[]): readonly (readonly Candidate[])[] {
  const quotes = quotesIn(text);
  let at = 0;
  return blocks.map((block) => {
    while (at < quotes.length && (quotes[at] as number) < block.start) at++;
    const from = at;
    while (at < quotes.length && (quotes[at] as number) < block.end) at++;
    return at === from || block.kind === 'furniture' || block.kind === 'jump'
      ? none
      : candidatesAt(text, block, quotes, from, at);
  });
}

const none: readonly Candidate[] = [];

/** Every quoted word of `[block.start, block.end)` that could be an abbreviation, in order; a term whose other quotation mark is missing is found too. */
export function findCandidates(text: string, block: TextRange): Candidate[] {
  const quotes = quotesIn(text, block.start, block.end);
  return candidatesAt(text, block, quotes, 0, quotes.length);
}

/** The candidates of a block whose quotation marks stand at `quotes[from]` to `quotes[to - 1]`. */
function candidatesAt(text: string, block: TextRange, quotes: Int32Array, from: number, to: number): Candidate[] {
  const found: Candidate[] = [];
  /** Where quotations close that are no term. */
  const spoken = new Set<number>();
  let lastEnd = block.start;
  for (let i = from; i < to; i++) {
    const at = quotes[i] as number;
    if (at < lastEnd) continue;
    const mark = text.charCodeAt(at);
    if (spoken.has(at)) {
      lastEnd = at + 1;
      continue;
    }
    if (mark === closingMark) {
      const orphan = openingMissing(text, at, lastEnd);
      if (orphan) found.push(orphan);
      lastEnd = at + 1;
      continue;
    }
    if (!closeOf.has(mark)) continue;
    const close = closingQuote(text, quotes, i, block.end);
    const candidate = close < 0 ? closingMissing(text, at, block.end) : quotedWord(text, at, close);
    if (candidate) {
      found.push(candidate);
      lastEnd = candidate.quoted.end;
    } else {
      // What someone says (“修旧要守住‘四不’：…”) may quote terms of its own.
      lastEnd = Math.max(lastEnd, close - at > longest + 1 ? at + 1 : close + 1);
      if (close > at) spoken.add(close);
    }
  }
  return found;
}

const closingMark = 0x201d;

const isQuote = new Uint8Array(0x10000);
for (const mark of '“”‘’「」『』"＂') isQuote[mark.charCodeAt(0)] = 1;

/** Where quotation marks stand in a text, in order. */
const quotesIn = (text: string, start?: number, end?: number) => placesOf(text, isQuote, start, end).slice();

/** Where the quotation of mark `index` closes, where nothing else opens before and it is not too long for one; -1 otherwise. */
function closingQuote(text: string, quotes: Int32Array, index: number, end: number): number {
  const open = quotes[index] as number;
  const mark = text.charCodeAt(open);
  const close = closeOf.get(mark);
  const limit = Math.min(end, open + 200);
  for (let i = index + 1; i < quotes.length; i++) {
    const at = quotes[i] as number;
    if (at >= limit) return -1;
    const code = text.charCodeAt(at);
    if (code === close) return at;
    if (code === mark) return -1;
  }
  return -1;
}

function quotedWord(text: string, open: number, close: number): Candidate | null {
  if (close - open - 1 > longest || close - open < 3) return null;
  return candidate(text, open + 1, close, { start: open, end: close + 1 });
}

/** What was read of terms so far: a page says the same ones over and over, and every keystroke asks again. */
const memo = new Map<string, NumericTerm | null>();
const longestMemo = 4096;

/** What the numerals of a term promise, as `parseNumericTerm` says it. */
export function numericOf(term: string): NumericTerm | null {
  // Most quoted words count nothing, and there are more of them than could be kept.
  if (!holdsNumeral(term)) return null;
  let numeric = memo.get(term);
  if (numeric !== undefined) return numeric;
  if (memo.size >= longestMemo) memo.clear();
  numeric = parseNumericTerm(term);
  memo.set(term, numeric);
  return numeric;
}

function candidate(text: string, start: number, end: number, quoted: TextRange): Candidate | null {
  const term = text.slice(start, end);
  const numeric = numericOf(term);
  if (!numeric && term.length > 8) return null;
  if ((numeric ? /[。；：！？\n]/ : /[。；：！？\n、，]/).test(term)) return null;
  return { term, range: { start, end }, quoted, numeric };
}

const suffix =
  /(?:工作法|制度|机制|工程|项目|原则|理念|体系|行动|方式|模式|要求|工作|方法|标准|目标|战略|政策|举措|措施)$/;

/** “三会制度（…）: no closing mark. The term runs to the next punctuation mark, a class noun aside. */
function closingMissing(text: string, open: number, end: number): Candidate | null {
  let at = open + 1;
  while (at < end && at - open <= 14 && !stop.test(text.charAt(at))) at++;
  const run = text.slice(open + 1, at);
  if (text[at] !== '（' && text[at] !== '：' && text[at] !== '，') return null;
  const term = run.replace(suffix, '');
  if (term.length < 2 || term.length > 12 || !numeralAt.test(term.charAt(0))) return null;
  const range = { start: open + 1, end: open + 1 + term.length };
  const numeric = parseNumericTerm(term);
  return numeric ? { term, range, quoted: { start: open, end: range.end }, numeric } : null;
}

/** 推进三微”项目（…）: no opening mark. The term starts at the farthest numeral that makes a term of what follows. */
function openingMissing(text: string, close: number, from: number): Candidate | null {
  const least = Math.max(from, close - 12);
  let start = close;
  while (start > least && !stop.test(text.charAt(start - 1))) start--;
  for (let at = start; at < close - 1; at++) {
    if (!numeralAt.test(text.charAt(at))) continue;
    const term = text.slice(at, close);
    const numeric = parseNumericTerm(term);
    if (numeric) return { term, range: { start: at, end: close }, quoted: { start: at, end: close + 1 }, numeric };
  }
  return null;
}

import { CharClass, charClass } from '../text/charClass.ts';

/** A text up to this many UTF-16 code units is one sheet: longer than any page, shorter than a bound year of them. */
export const longestWhole = 16_000;
/** A sheet of a longer text ends at the best place between these two lengths. */
const least = 4_000;
export const most = 8_000;

/**
 * Where the sheet of a long text that starts at `start` ends: at a line break that hardly parts what belongs together, first
 * behind a line in brackets that names an author, then behind a sentence that ends short of the column, then behind any
 * sentence. Nothing but the `most` code units from `start` on decides, unless none of them is a line break.
 */
export function endOfSheet(raw: string, start: number): number {
  if (raw.length - start <= most) return raw.length;
  let best = -1;
  let bestRank = -1;
  let lineStart = nextLine(raw, start + least);
  let widest = 0;
  for (let next = lineStart; next < start + most; lineStart = next) {
    next = nextLine(raw, lineStart);
    const end = contentEnd(raw, lineStart, next);
    widest = Math.max(widest * 0.9, end - lineStart);
    const rank = next >= start + most ? -1 : rankOf(raw, lineStart, end, widest);
    if (rank > bestRank) {
      best = next;
      bestRank = rank;
    }
    if (rank === Rank.Byline) break;
  }
  return best >= 0 ? best : Math.min(raw.length, lineStart);
}

const Rank = { None: -1, Line: 0, Sentence: 1, Paragraph: 2, Byline: 3 } as const;

/** How good it is to cut behind a line; `widest` is the length of the longer ones around it. */
function rankOf(raw: string, start: number, end: number, widest: number): number {
  if (end <= start) return Rank.None;
  const last = raw.charCodeAt(end - 1);
  const value = charClass[last] as number;
  const first = raw.charCodeAt(start);
  const bracketed = (first === 0xff08 || first === 0x28) && (last === 0xff09 || last === 0x29);
  // （上接1版） stands behind the headline that it belongs to.
  if (bracketed && end - start >= 4 && end - start <= 24) return raw[start + 1] === '上' ? Rank.Line : Rank.Byline;
  const before = charClass[raw.charCodeAt(end - 2)];
  if (value !== CharClass.Terminal && !(value === CharClass.Close && before === CharClass.Terminal)) return Rank.Line;
  return end - start < widest * 0.8 ? Rank.Paragraph : Rank.Sentence;
}

/** Where the content of a line ends: in front of its line break and of white space. */
function contentEnd(raw: string, start: number, next: number): number {
  let end = next;
  while (end > start && isBlank(raw.charCodeAt(end - 1))) end--;
  return end;
}

const isBlank = (code: number) => charClass[code] === CharClass.Space || charClass[code] === CharClass.Newline;

/** Start of the first line behind `from`; a line ends with `\n`, `\r`, `\r\n` or `\r\r\n`. */
function nextLine(raw: string, from: number): number {
  for (let at = from; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 10) return at + 1;
    if (code !== 13) continue;
    if (raw.charCodeAt(at + 1) === 10) return at + 2;
    return raw.charCodeAt(at + 1) === 13 && raw.charCodeAt(at + 2) === 10 ? at + 3 : at + 1;
  }
  return raw.length;
}

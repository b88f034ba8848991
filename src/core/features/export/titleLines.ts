import { charClass, classWidth } from '../../text/charClass.ts';
import { mayPart } from '../lineBreaks.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** How much worse a place is than the middle, in half cells. A term in quotation marks is one word, a title in 《》 can be a line long. */
const insideWord = 6;
const insideBrackets = 4;
const insideQuotes = 12;

/**
 * A title that is wider than its line in as few lines as hold it, as equal as its words allow (GB/T 9704-2012, 7.3.1: 词意完整，排列对称).
 * A title that fits is one line. White space at a break goes.
 *
 * @param cells width of a line; a full-width character takes one cell
 */
export function titleLines(title: string, cells: number): string[] {
  const lines: string[] = [];
  const room = 2 * cells;
  let rest = title;
  let width = widthOf(title);
  for (let left = Math.ceil(width / room); left > 1; left--) {
    // What may come to stand on the line, and a word behind it: a title without end is not looked through for each of its lines.
    const at = bestBreak(rest.slice(0, 2 * room), width / left, room);
    if (at < 0) break;
    lines.push(rest.slice(0, at).trimEnd());
    const after = rest.slice(at).trimStart();
    width -= widthOf(rest.slice(0, rest.length - after.length));
    rest = after;
  }
  return [...lines, rest];
}

function bestBreak(text: string, wanted: number, room: number): number {
  const starts = new Set([...words.segment(text)].map(({ index }) => index));
  let best = -1;
  let least = Infinity;
  let width = 0;
  let quotes = 0;
  let brackets = 0;
  for (let at = 1; at < text.length; at++) {
    const before = text.charAt(at - 1);
    width += widthOf(before);
    if (width > room) break;
    if (before === '“') quotes++;
    else if (before === '”') quotes--;
    else if ('《（'.includes(before)) brackets++;
    else if ('》）'.includes(before)) brackets--;
    if (!mayPart(text, at) && text.charAt(at) !== ' ') continue;
    const inside = (starts.has(at) ? 0 : insideWord) + (quotes > 0 ? insideQuotes : brackets > 0 ? insideBrackets : 0);
    const cost = Math.abs(width - wanted) + inside;
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}

/** Width in half cells. */
function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += classWidth[charClass[text.charCodeAt(i)] as number] as number;
  return width;
}

import { spell, type Fit } from './fit.ts';
import { withoutSummary } from './lastItem.ts';
import type { TextRange } from '../text/range.ts';
import { readList, isItem } from './items.ts';
import { firstOf, holdsConjunction, indexIn, splitLast, trimmed } from './lists.ts';
import type { TermPart } from './model.ts';
import type { CountedPart, NumericTerm } from './numerals.ts';

const verb = /(?:”|」|"|')?(?:[，,]?(?:就是|分别是|分别指|分别为|指的是|是指|即为|即指|即|指)|代表|是|为|：|:|——)\s*/y;
/** What is said of a part before its items: “3”是三个特色园，即…. */
const announced = /^[^，。；、：]{1,12}[，,：:](?:即|分别是|分别为|也就是|就是|包括)[：:]?\s*/;

interface Label {
  readonly start: number;
  readonly body: number;
}

/** Parts that a text unfolds piece by piece: “1”是…，“3”是… or “四级”即…，“三类”即…; null where it does not name every part in order. */
export function labelledParts(text: string, range: TextRange, term: NumericTerm): TermPart[] | null {
  const found = bodiesOf(text, range, term)?.map((body, i) => bodyItems(text, body, term.parts[i] as CountedPart));
  return found?.every((part) => part !== null) ? found : null;
}

/** The same as a fit, which is short where one part has one item more or less than it says: “5”是社保补贴、岗位补贴、创业贷款、租金减免. */
export function labelledFit(text: string, range: TextRange, term: NumericTerm): Fit | null {
  const bodies = bodiesOf(text, range, term);
  if (!bodies) return null;
  const off = term.parts.findIndex(({ count }, i) => isOff(text, bodies[i] as TextRange, count));
  const parts = bodies.map((body, i) => {
    const part = term.parts[i] as CountedPart;
    return i === off ? { term: part.term, items: plainList(text, body) } : bodyItems(text, body, part);
  });
  if (!parts.every((part) => part !== null)) return null;
  return off < 0 ? { kind: 'exact', parts } : { kind: 'short', items: (parts[off] as TermPart).items, parts, off };
}

/** True where the body of a part is a plain list with one item more or less than the part counts. */
function isOff(text: string, body: TextRange, count: number | null): boolean {
  if (count === null || count < 2) return false;
  const items = plainList(text, body);
  const plain =
    items.length > 1 && items.every((item) => item.length > 1 && isItem(item, 20) && !/[，,；;：:“]/.test(item));
  return plain && Math.abs(items.length - count) === 1 && !items.some(holdsConjunction);
}

function plainList(text: string, body: TextRange): string[] {
  const { ranges, open } = readList(text, body, '、');
  return open ? [] : spell(text, ranges);
}

/** What is said of each part, by its index. */
function bodiesOf(text: string, range: TextRange, { parts }: NumericTerm): TextRange[] | null {
  const labels: Label[] = [];
  let from = range.start;
  for (const part of parts) {
    const label = findLabel(text, part.term, from, range.end);
    if (!label) return null;
    labels.push(label);
    from = label.body;
  }
  return parts.map((_, i) => {
    const end = labels[i + 1]?.start ?? range.end;
    return trimBody(text, (labels[i] as Label).body, end);
  });
}

/** Where a part is named and what follows is said of it; a figure only counts in quotes. */
function findLabel(text: string, name: string, from: number, end: number): Label | null {
  const figure = /^[\dNnXx]+$/.test(name);
  for (let at = indexIn(text, name, from, end); at >= 0; at = indexIn(text, name, at + 1, end)) {
    const quoted = '“「"'.includes(text[at - 1] ?? ' ');
    if (figure && !quoted) continue;
    verb.lastIndex = at + name.length;
    if (verb.test(text) && verb.lastIndex < end) return { start: quoted ? at - 1 : at, body: verb.lastIndex };
  }
  return null;
}

function trimBody(text: string, start: number, end: number): TextRange {
  const stop = indexIn(text, '。', start, end);
  let to = stop >= 0 ? stop : end;
  while (to > start && '，,；;、。和及与 '.includes(text.charAt(to - 1))) to--;
  return trimmed(text, start, to);
}

function bodyItems(text: string, all: TextRange, { term, count }: CountedPart): TermPart | null {
  const said = announced.exec(text.slice(all.start, Math.min(all.end, all.start + 24)));
  const clause = { start: all.start + (said?.[0].length ?? 0), end: all.end };
  clause.end = firstOf(text, clause.start, clause.end, '，,；;');
  const listed = count !== null && count > 1 ? readList(text, clause, '、').ranges.length : 0;
  // One thing, or a list that is through, ends with its clause; what follows speaks of something else.
  const single = count === null && firstOf(text, clause.start, all.end, '、；;') === all.end;
  const body = count === 1 || single || listed === count ? clause : { start: clause.start, end: all.end };
  const whole = text.slice(body.start, body.end);
  if (!whole || !isItem(whole, 160)) return null;
  for (const separators of count === 1 ? [] : ['；;', '、', '，,']) {
    const { ranges } = readList(text, body, separators);
    const last = ranges.at(-1);
    const two = last && ranges.length + 1 === count ? splitLast(text, last) : null;
    const list = two ? [...ranges.slice(0, -1), ...two] : ranges;
    if (list.length > 1 && (list.length === count || (count === null && separators !== '，,')))
      return { term, items: withoutSummary(spell(text, list), term) };
  }
  // A figure of a code often stands for one thing that it does not count.
  return count === 1 || count === null || /^\d+$/.test(term) ? { term, items: withoutSummary([whole], term) } : null;
}

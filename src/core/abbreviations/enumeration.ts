import type { Block } from '../newsletter/model.ts';
import type { Candidate } from './candidates.ts';
import { sharesCharacter } from './clauses.ts';
import { mayOpen, mostMembers, stylesFor, type Style } from './enumerationMarks.ts';
import { type Fit } from './fit.ts';
import { isItem } from './items.ts';
import type { Reading } from './reading.ts';
import { firstOf, indexIn, trimmed } from './lists.ts';
import { countedNoun } from './numerals.ts';
import type { TextRange } from '../text/range.ts';

/** Characters between the term and the first member. */
const longestGap = 60;
/** A first clause longer than this names nothing. */
const longestTitle = 100;
/** Characters a member may fill inside one block. */
const longestText = 3000;
/** Blocks a member may fill before the next one starts. */
const longestMember = 6;

/** Form 6: term…一是…二是…三是…, in the same block or in those that follow it. */
export function readEnumeration(
  text: string,
  blocks: readonly Block[],
  index: number,
  candidate: Candidate,
): Reading | null {
  const block = blocks[index] as Block;
  const { numeric, quoted } = candidate;
  if (!numeric || numeric.expected === null || numeric.expected < 2) return null;
  const noun = numeric.parts.length === 1 ? countedNoun(candidate.term) : '';
  const first = firstMember(text, blocks, index, quoted.end, noun);
  if (!first) return null;
  const between = text.slice(quoted.end, Math.min(first.at, block.end));
  if ((/[“”]/.test(between.slice(1)) && first.style.kept === undefined) || (between.match(/。/g)?.length ?? 0) > 1)
    return null;
  // Headings that follow somewhere behind the term belong to the document, not to the term.
  const isHeading = first.block !== index && !first.style.spoken;
  if (isHeading && !/^[^，。；]{0,12}[：:。]?\s*$/.test(between)) return null;
  const members = collect(text, blocks, first);
  if (members.length < 2) return null;
  const items = members.map((member) => memberTitle(text, member));
  const spelled = items.map((item) => text.slice(item.start, item.end));
  const last = items.at(-1) as TextRange;
  const fit = fitMembers(spelled, numeric);
  if (!fit || !spelled.every((item) => isItem(item, 60))) return null;
  const strong = /^[^，。；]{0,8}[：:]\s*$/.test(between) || isMeant(between, spelled, first, noun);
  const itemsRange = { start: first.at, end: last.end };
  return { form: 'enumeration', fit, strong, itemsRange, spanStart: quoted.start, spanEnd: last.end };
}

/** “四要”倡议。一要…，二要…: behind another mark than a colon the members must each hold what the term counts. */
function isMeant(between: string, items: readonly string[], { style }: Member, noun: string): boolean {
  if (!noun || !/^[^，。；：]{0,10}[，。；]?\s*$/.test(between)) return false;
  const holds = items.every((item) => item.includes(noun)) || sharesCharacter(items, noun);
  return holds || style.marks(0).some((mark) => mark.endsWith(noun));
}

function fitMembers(items: readonly string[], numeric: NonNullable<Candidate['numeric']>): Fit | null {
  const { parts, expected } = numeric;
  const pairs = parts.length > 1 && parts.every((part) => part.count === items.length);
  if (items.length === expected || pairs) return { kind: 'exact', items };
  return Math.abs(items.length - (expected ?? 0)) <= 2 ? { kind: 'short', items } : null;
}

interface Member {
  readonly style: Style;
  readonly at: number;
  readonly start: number;
  readonly block: number;
  readonly end: number;
}

/** The first member of an enumeration near the term: soon behind it, or at the start of the next block where the term's block ends. */
function firstMember(text: string, blocks: readonly Block[], index: number, from: number, noun: string): Member | null {
  const block = blocks[index] as Block;
  const to = Math.min(block.end, from + longestGap);
  let first = from;
  while (first < to && !mayOpen(text, first, noun)) first++;
  let found: Member | null = null;
  for (const style of first < to ? stylesFor(noun) : []) {
    const member = style.inline ? memberIn(text, block, index, style, 0, first, to) : null;
    if (member && (!found || member.at < found.at)) found = member;
  }
  if (found || block.end - from > longestGap) return found;
  const next = blocks[index + 1];
  if (!next || next.kind === 'byline' || next.kind === 'jump') return null;
  const at = trimmed(text, next.start, next.end).start;
  if (!mayOpen(text, at, noun)) return null;
  for (const style of stylesFor(noun)) {
    const mark = markAt(text, at, style, 0);
    if (mark) return member(style, mark, at, index + 1, next.end);
  }
  return null;
}

function member(style: Style, mark: string, at: number, block: number, end: number): Member {
  return { style, at, start: at + mark.length - (style.kept ?? 0), block, end };
}

/** The mark of member `n` that stands at an offset. */
function markAt(text: string, at: number, style: Style, n: number): string | undefined {
  return style.marks(n).find((mark) => text.startsWith(mark, at));
}

function memberIn(
  text: string,
  block: Block,
  index: number,
  style: Style,
  n: number,
  from: number,
  to: number,
): Member | null {
  let found: Member | null = null;
  for (const mark of style.marks(n)) {
    const limit = Math.min((found?.at ?? to) + mark.length, block.end);
    for (let at = indexIn(text, mark, from, limit); at >= 0; at = indexIn(text, mark, at + 1, limit)) {
      const before = at > block.start ? text.charAt(at - 1) : '。';
      if (!/[，。；：！？、,;:—\s”）]/.test(before)) continue;
      // Of two marks at one place the longer one, which comes first, counts.
      if (!found || at < found.at) found = member(style, mark, at, index, block.end);
      break;
    }
  }
  return found && found.at < to ? found : null;
}

/** All members that follow the first in order. */
function collect(text: string, blocks: readonly Block[], first: Member): Member[] {
  const members = [first];
  for (let n = 1; n < mostMembers; n++) {
    const previous = members.at(-1) as Member;
    const next = nextMember(text, blocks, previous, n);
    if (!next) break;
    members.push(next);
  }
  return members;
}

function nextMember(text: string, blocks: readonly Block[], previous: Member, n: number): Member | null {
  const { style } = previous;
  const here = blocks[previous.block] as Block;
  const inside = style.inline
    ? memberIn(text, here, previous.block, style, n, previous.start, Math.min(here.end, previous.start + longestText))
    : null;
  // Where another enumeration starts, this one is over.
  const anew = inside && memberIn(text, here, previous.block, style, 0, previous.start, inside.at);
  if (inside) return anew ? null : inside;
  for (let index = previous.block + 1; index <= previous.block + longestMember; index++) {
    const block = blocks[index];
    if (!block || block.kind === 'byline' || (block.kind === 'heading' && (block.level ?? 6) < 2)) return null;
    const at = trimmed(text, block.start, block.end).start;
    const mark = markAt(text, at, style, n);
    if (mark) return member(style, mark, at, index, block.end);
    if (markAt(text, at, style, 0)) return null;
  }
  return null;
}

/** What a member is called: its first clause. */
function memberTitle(text: string, { start, end }: Member): TextRange {
  const limit = Math.min(end, start + longestTitle);
  return trimmed(text, start, firstOf(text, start, limit, '，。；：！？,;:\n'));
}

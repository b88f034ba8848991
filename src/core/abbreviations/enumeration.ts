import type { Block } from '../newsletter/model.ts';
import type { Candidate } from './candidates.ts';
import { type Fit } from './fit.ts';
import { isItem } from './items.ts';
import type { Reading } from './formsAfter.ts';
import { firstOf, indexIn, trimmed } from './lists.ts';
import type { TextRange } from '../text/range.ts';

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

/** How the members of an enumeration are numbered; `inline` ones also stand inside a paragraph. */
interface Style {
  readonly mark: (n: number) => string;
  readonly inline: boolean;
}

const styles: readonly Style[] = [
  { mark: (n) => `${ordinals[n]}是`, inline: true },
  { mark: (n) => `${ordinals[n]}要`, inline: true },
  { mark: (n) => String.fromCharCode(0x2460 + n), inline: true },
  { mark: (n) => `（${ordinals[n]}）`, inline: true },
  { mark: (n) => `（${n + 1}）`, inline: true },
  { mark: (n) => `第${ordinals[n]}，`, inline: true },
  { mark: (n) => `${n + 1}.`, inline: true },
  { mark: (n) => `${n + 1}．`, inline: true },
  { mark: (n) => `${n + 1}、`, inline: true },
  { mark: (n) => `${ordinals[n]}、`, inline: false },
];

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
  const first = firstMember(text, blocks, index, quoted.end);
  if (!first) return null;
  const between = text.slice(quoted.end, Math.min(first.at, block.end));
  if (/[“”]/.test(between.slice(1)) || (between.match(/。/g)?.length ?? 0) > 1) return null;
  // Headings that follow somewhere behind the term belong to the document, not to the term.
  const isHeading = first.block !== index && !/[是要，]$/.test(first.style.mark(0));
  if (isHeading && !/^[^，。；]{0,12}[：:。]?\s*$/.test(between)) return null;
  const members = collect(text, blocks, first);
  if (members.length < 2) return null;
  const items = members.map((member) => memberTitle(text, member));
  const spelled = items.map((item) => text.slice(item.start, item.end));
  const last = items.at(-1) as TextRange;
  const fit = fitMembers(spelled, numeric);
  const strong = /^[^，。；]{0,8}[：:]\s*$/.test(between);
  if (!fit || !spelled.every((item) => isItem(item, 60))) return null;
  const itemsRange = { start: first.at, end: last.end };
  return { form: 'enumeration', fit, strong, itemsRange, spanStart: quoted.start, spanEnd: last.end };
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

/** True where the mark of a first member may stand (一是, 一、, ①, （一）, 第一，, 1.): nearly all places leave here. */
function mayOpen(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x2460) return true;
  const next = text.charCodeAt(at + 1);
  if (code === 0x4e00) return next === 0x662f || next === 0x8981 || next === 0x3001;
  if (code === 0xff08) return next === 0x4e00 || next === 0x31;
  if (code === 0x31) return next === 0x2e || next === 0xff0e || next === 0x3001;
  return code === 0x7b2c && next === 0x4e00;
}

/** The first member of an enumeration near the term: soon behind it, or at the start of the next block where the term's block ends. */
function firstMember(text: string, blocks: readonly Block[], index: number, from: number): Member | null {
  const block = blocks[index] as Block;
  const to = Math.min(block.end, from + longestGap);
  let first = from;
  while (first < to && !mayOpen(text, first)) first++;
  let found: Member | null = null;
  for (const style of first < to ? styles : []) {
    const member = style.inline ? memberIn(text, block, index, style, 0, first, to) : null;
    if (member && (!found || member.at < found.at)) found = member;
  }
  if (found || block.end - from > longestGap) return found;
  const next = blocks[index + 1];
  if (!next || next.kind === 'byline' || next.kind === 'jump') return null;
  const at = trimmed(text, next.start, next.end).start;
  if (!mayOpen(text, at)) return null;
  const style = styles.find((one) => text.startsWith(one.mark(0), at));
  return style ? member(style, 0, at, index + 1, next.end) : null;
}

function member(style: Style, n: number, at: number, block: number, end: number): Member {
  return { style, at, start: at + style.mark(n).length, block, end };
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
  const mark = style.mark(n);
  const limit = Math.min(to + mark.length, block.end);
  for (let at = indexIn(text, mark, from, limit); at >= 0 && at < to; at = indexIn(text, mark, at + 1, limit)) {
    const before = at > block.start ? text.charAt(at - 1) : '。';
    if (/[，。；：！？、,;:—\s”）]/.test(before)) return member(style, n, at, index, block.end);
  }
  return null;
}

/** All members that follow the first in order. */
function collect(text: string, blocks: readonly Block[], first: Member): Member[] {
  const members = [first];
  for (let n = 1; n < ordinals.length; n++) {
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
  if (inside) return inside;
  for (let index = previous.block + 1; index <= previous.block + longestMember; index++) {
    const block = blocks[index];
    if (!block || block.kind === 'byline' || (block.kind === 'heading' && (block.level ?? 6) < 2)) return null;
    const at = trimmed(text, block.start, block.end).start;
    if (text.startsWith(style.mark(n), at)) return member(style, n, at, index, block.end);
    if (text.startsWith(style.mark(0), at)) return null;
  }
  return null;
}

/** What a member is called: its first clause. */
function memberTitle(text: string, { start, end }: Member): TextRange {
  const limit = Math.min(end, start + longestTitle);
  return trimmed(text, start, firstOf(text, start, limit, '，。；：！？,;:\n'));
}

import type { Block } from '../newsletter/model.ts';
import { isDigit, isIdeograph, isLatin } from './marks.ts';

/** A quotation mark or bracket without its partner. */
export interface Unpaired {
  /** UTF-16 offset in the reading text. */
  readonly offset: number;
  readonly bracket: boolean;
  readonly opens: boolean;
  /** True where the mark seems to face the wrong way: “…“ or ”…”. */
  readonly turned: boolean;
}

/** Which quotation marks and brackets of a text belong together. */
export interface Pairing {
  /** Ascending by offset. */
  readonly unpaired: readonly Unpaired[];
  /** Outermost pairs as opening and closing offset in turn, ascending. */
  readonly outermost: readonly number[];
}

const pairs = ['“”', '‘’', '「」', '『』', '《》', '〈〉', '（）', '()', '【】', '〔〕'];
/** Kinds below this number are quotation marks. */
const firstBracket = 4;

/** Kind of a mark by its code unit: 1 + kind for an opening one, its negative for a closing one. `(` counts as `（`: the two are often mixed. */
const kindOf = new Int8Array(0x10000);
for (const [i, pair] of pairs.entries()) {
  const kind = pair === '()' ? pairs.indexOf('（）') : i;
  kindOf[pair.charCodeAt(0)] = kind + 1;
  kindOf[pair.charCodeAt(1)] = -kind - 1;
}

/** The partner of a quotation mark or bracket, undefined for other characters. */
export function partnerOf(mark: string): string | undefined {
  const pair = pairs.find((both) => both.includes(mark));
  return pair && (pair[0] === mark ? pair[1] : pair[0]);
}

/** True for a ’ that is an apostrophe, and for the bracket of `1）` or `一）` at the start of a block. */
function standsAlone(text: string, at: number, code: number, blockStart: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (code === 0x2019) return isLatin(before) && isLatin(text.charCodeAt(at + 1));
  if (code !== 0xff09 && code !== 0x29) return false;
  return at - blockStart <= 3 && at > blockStart && (isDigit(before) || isLatin(before) || isIdeograph(before));
}

interface Open {
  readonly offset: number;
  readonly kind: number;
}

/** What one block leaves open; both ascending by offset. */
interface Leftover {
  readonly openers: Open[];
  readonly closers: Open[];
}

/** Most blocks leave nothing; nobody takes anything out of an empty list. */
const nothing: Leftover = { openers: [], closers: [] };

/** Marks open at a place by kind, and their offsets one on top of the other, `height` of them; one of each for all blocks. */
const depth = new Int32Array(pairs.length);
const stack: number[] = [];
let height = 0;

const openAt = (text: string, offset: number): Open => ({
  offset,
  kind: Math.abs(kindOf[text.charCodeAt(offset)] as number) - 1,
});

/**
 * Pairs the marks of one block with a stack. A closing mark without an open one of its kind never looks down the stack, and every
 * entry leaves it once, so the time is linear whatever the text.
 */
function pairBlock(text: string, block: Block, marks: Int32Array, from: number, outermost: number[]): Leftover {
  if (from >= marks.length || (marks[from] as number) >= block.end) return nothing;
  depth.fill(0);
  height = 0;
  const openers: number[] = [];
  const closers: number[] = [];
  for (let i = from; i < marks.length && (marks[i] as number) < block.end; i++) {
    const offset = marks[i] as number;
    const code = text.charCodeAt(offset);
    const found = kindOf[code] as number;
    if (found > 0) {
      stack[height++] = offset;
      depth[found - 1] = (depth[found - 1] as number) + 1;
    } else if (found < 0) {
      if ((depth[-found - 1] as number) > 0) close(text, offset, -found, openers, outermost);
      else if (!standsAlone(text, offset, code, block.start)) closers.push(offset);
    }
  }
  for (let i = 0; i < height; i++) openers.push(stack[i] as number);
  if (openers.length + closers.length === 0) return nothing;
  const marksAt = (offsets: readonly number[]) => offsets.map((offset) => openAt(text, offset));
  return { openers: marksAt(openers.sort((a, b) => a - b)), closers: marksAt(closers) };
}

/** Takes the stack down to the partner of a closing mark; what stood above it stays unpaired. */
function close(text: string, closer: number, partner: number, openers: number[], outermost: number[]): void {
  while (height > 0) {
    const top = stack[--height] as number;
    const found = kindOf[text.charCodeAt(top)] as number;
    depth[found - 1] = (depth[found - 1] as number) - 1;
    if (found === partner) {
      if (height === 0) outermost.push(top, closer);
      return;
    }
    openers.push(top);
  }
}

/** Takes out what goes on over the break between two neighbouring blocks. */
function joinNeighbours(text: string, before: Leftover, after: Leftover, next: Block): void {
  const last = before.openers.at(-1);
  if (!last) return;
  if (after.closers[0]?.kind === last.kind) {
    before.openers.pop();
    after.closers.shift();
    return;
  }
  // A quotation of several paragraphs opens in each of them and closes only in the last (GB/T 15834-2011, 4.8).
  if (last.kind < firstBracket && text.charCodeAt(next.start) === text.charCodeAt(last.offset)) before.openers.pop();
}

/** How far apart two marks may stand to be one pair with one of them turned round. */
const turnReach = 40;

/** The leftover of one block as findings want it: of “…“ and ”…” only the mark that faces the wrong way is told. */
function tellUnpaired(left: Leftover, unpaired: Unpaired[]): void {
  if (left.openers.length + left.closers.length === 0) return;
  const lost = [
    ...left.openers.map((mark) => ({ ...mark, opens: true })),
    ...left.closers.map((mark) => ({ ...mark, opens: false })),
  ].sort((a, b) => a.offset - b.offset);
  for (let i = 0; i < lost.length; i++) {
    const mark = lost[i] as (typeof lost)[number];
    const next = lost[i + 1];
    const turned = next?.kind === mark.kind && next.opens === mark.opens && next.offset - mark.offset <= turnReach;
    const told = turned && mark.opens ? next : mark;
    unpaired.push({ offset: told.offset, bracket: told.kind >= firstBracket, opens: told.opens, turned });
    if (turned) i++;
  }
}

/** Pairs the quotation marks and brackets of each block; `marks` as `scanMarks` gives them as `pairs`. */
export function pairMarks(text: string, blocks: readonly Block[], marks: Int32Array): Pairing {
  const unpaired: Unpaired[] = [];
  const outermost: number[] = [];
  let before: Leftover | undefined;
  let from = 0;
  for (const block of blocks) {
    while (from < marks.length && (marks[from] as number) < block.start) from++;
    if (block.kind === 'furniture') continue;
    const after = pairBlock(text, block, marks, from, outermost);
    if (before) {
      joinNeighbours(text, before, after, block);
      tellUnpaired(before, unpaired);
    }
    before = after;
  }
  if (before) tellUnpaired(before, unpaired);
  return { unpaired, outermost };
}

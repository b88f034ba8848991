import type { Block } from '../newsletter/model.ts';
import type { TextEdit } from '../text/range.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { PageSource } from './pageText.ts';

/** Blocks `[first, last]` that move together. */
interface Unit {
  readonly first: number;
  readonly last: number;
}

/** Kinds of blocks that end an article and stay at its end when its sections change places. */
const closing: ReadonlySet<string> = new Set(['byline', 'jump', 'signature', 'furniture']);

/**
 * The raw edits that move what stands at a raw offset up or down by one: a heading takes its whole section past its neighbour of
 * the same level, any other block passes the block beside it. Whole lines move, wraps and all; empty where there is no way.
 */
export function moveEdits(page: PageSource, offset: number, direction: 'up' | 'down'): TextEdit[] {
  const { blocks } = page.newsletter;
  const lines = new LineIndex(page.reading.raw);
  const line = lines.lineOf(offset);
  const at = blocks.findLastIndex((block) => block.firstLine <= line);
  if (at < 0) return [];
  const unit = unitAt(blocks, at);
  const other = direction === 'down' ? unitAfter(blocks, unit) : unitBefore(blocks, unit);
  if (!other) return [];
  const [upper, lower] = direction === 'down' ? [unit, other] : [other, unit];
  return swapEdits(page, lines, upper, lower);
}

/**
 * The raw edits that move what stands at a raw offset, a heading with its section, in front of the block at the raw offset
 * `before`, or behind everything else where that is null; empty where it stands there already.
 */
export function moveToEdits(page: PageSource, offset: number, before: number | null): TextEdit[] {
  const { blocks } = page.newsletter;
  const lines = new LineIndex(page.reading.raw);
  const blockAt = (place: number) => {
    const line = lines.lineOf(place);
    return blocks.findLastIndex((block) => block.firstLine <= line);
  };
  const at = blockAt(offset);
  if (at < 0) return [];
  const unit = unitAt(blocks, at);
  const target = before === null ? blocks.length : Math.max(0, blockAt(before));
  if (target > unit.last + 1) return swapEdits(page, lines, unit, { first: unit.last + 1, last: target - 1 });
  if (target < unit.first) return swapEdits(page, lines, { first: target, last: unit.first - 1 }, unit);
  return [];
}

function unitAt(blocks: readonly Block[], first: number): Unit {
  const block = blocks[first] as Block;
  if (block.kind !== 'heading') return { first, last: first };
  const next = blocks.findIndex((one, i) => i > first && one.kind === 'heading' && levelOf(one) <= levelOf(block));
  let last = (next < 0 ? blocks.length : next) - 1;
  // What closes the article is not its last section's.
  if (levelOf(block) > 1) while (last > first && closing.has((blocks[last] as Block).kind)) last--;
  return { first, last };
}

function unitAfter(blocks: readonly Block[], unit: Unit): Unit | undefined {
  const next = blocks[unit.last + 1];
  if (!next || !fits(blocks[unit.first] as Block, next)) return undefined;
  return unitAt(blocks, unit.last + 1);
}

function unitBefore(blocks: readonly Block[], unit: Unit): Unit | undefined {
  const block = blocks[unit.first] as Block;
  for (let i = unit.first - 1; i >= 0; i--) {
    const candidate = blocks[i] as Block;
    if (fits(block, candidate)) return unitAt(blocks, i);
    if (block.kind !== 'heading' || (candidate.kind === 'heading' && levelOf(candidate) < levelOf(block)))
      return undefined;
  }
  return undefined;
}

function fits(block: Block, other: Block): boolean {
  if (block.kind !== 'heading') return other.kind !== 'heading';
  return other.kind === 'heading' && levelOf(other) === levelOf(block);
}

function levelOf(block: Block): number {
  return block.level ?? 1;
}

/** Two neighbours change places; what stands between them stays. Blocks that share a line cannot. */
function swapEdits(page: PageSource, lines: LineIndex, upper: Unit, lower: Unit): TextEdit[] {
  const { raw } = page.reading;
  const { blocks } = page.newsletter;
  const rangeOf = ({ first, last }: Unit) => {
    const start = lines.startOf((blocks[first] as Block).firstLine);
    const end = lines.startOf((blocks[last] as Block).lastLine + 1);
    return { start, end: trimBreak(raw, start, end) };
  };
  const above = rangeOf(upper);
  const below = rangeOf(lower);
  if (above.end >= below.start) return [];
  const gap = raw.slice(above.end, below.start);
  return [
    { start: above.start, end: above.start, text: raw.slice(below.start, below.end) + gap },
    { start: above.end, end: below.end, text: '' },
  ];
}

function trimBreak(raw: string, start: number, end: number): number {
  let at = end;
  while (at > start && (raw[at - 1] === '\n' || raw[at - 1] === '\r')) at--;
  return at;
}

import type { BlockKind } from '../newsletter/model.ts';
import { CharClass, charClass, classWidth } from '../text/charClass.ts';
import { isHeadline, type SetBlock } from './articleStretch.ts';
import { mayPart } from './lineBreaks.ts';
import { countCharacters } from './statistics.ts';

/** The room of an article on the page: columns side by side, lines in each, cells in a line (one full-width character each). */
export interface ArticleBox {
  readonly columns: number;
  readonly lines: number;
  readonly cells: number;
}

/** How an article fits its box. */
export interface Fit {
  /** Lines of columns the text takes; a headline across the box takes its lines of every column. */
  readonly used: number;
  /** Lines of columns the box has. */
  readonly room: number;
  /** Lines left empty; 0 where the text is too long. */
  readonly spareLines: number;
  /** Characters, white space aside, that do not fit; 0 where all do. */
  readonly excess: number;
  /** Where the text stops fitting: index of the block and offset in its text. */
  readonly from?: { readonly block: number; readonly offset: number };
}

/** A headline is set twice as large, across the whole box: each of its lines takes two lines of every column. */
const headlineScale = 2;

/** Cells by which the first line of a paragraph is set in. */
const indentCells = 2;

/** What stands on the page beside the article and takes none of its room. */
const outside: ReadonlySet<BlockKind> = new Set(['furniture', 'masthead']);

/** Kinds that are set line by line as they are, without indent. */
const flush: ReadonlySet<BlockKind> = new Set(['heading', 'kicker', 'subhead', 'jump', 'byline', 'signature', 'verse']);

/**
 * Sets an article into its box and tells what is left or too much. Lines are filled by the rules for line starts and ends of
 * GB/T 15834-2011 (5.1); a closing mark that would just not fit at a line's end is set half-width there.
 */
export function fitArticle(blocks: readonly SetBlock[], box: ArticleBox): Fit {
  const room = box.columns * box.lines;
  let used = 0;
  let excess = 0;
  let from: Fit['from'];
  for (const [index, block] of blocks.entries()) {
    if (outside.has(block.kind) || block.text === '') continue;
    const headline = isHeadline(block);
    const cells = headline ? Math.max(1, Math.floor((box.columns * box.cells) / headlineScale)) : box.cells;
    const linesEach = headline ? headlineScale * box.columns : 1;
    for (const line of setBlock(block, cells)) {
      used += linesEach;
      if (used <= room) continue;
      from ??= { block: index, offset: line.start };
      excess += countCharacters(block.text, line);
    }
  }
  return { used, room, spareLines: Math.max(0, room - used), excess, ...(from && { from }) };
}

/** The lines of a block in a column of `cells`, as stretches of its text. */
export function setBlock(block: SetBlock, cells: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  const indent = flush.has(block.kind) || block.kind === 'table' || block.kind === 'caption' ? 0 : indentCells;
  let start = 0;
  for (const part of block.text.split('\n')) {
    lines.push(...setLine(block.text, start, start + part.length, cells, start === 0 ? indent : 0));
    start += part.length + 1;
  }
  return lines;
}

function setLine(
  text: string,
  from: number,
  to: number,
  cells: number,
  indent: number,
): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = from;
  let room = Math.max(1, cells - indent) * 2;
  let width = 0;
  let chance = -1;
  let widthAtChance = 0;
  for (let i = from; i < to; i++) {
    if (i > start && mayPart(text, i)) {
      chance = i;
      widthAtChance = width;
    }
    width += classWidth[charClass[text.charCodeAt(i)] as number] as number;
    if (width <= room || (width === room + 1 && isHalvedAtEnd(text, i))) continue;
    // A word longer than the column is cut where the column ends.
    const end = chance > start ? chance : Math.max(start + 1, i);
    lines.push({ start, end });
    width = chance > start ? width - widthAtChance : widthOf(text, end, i + 1);
    start = text[end] === ' ' && end < i ? end + 1 : end;
    if (start > end) width--;
    room = cells * 2;
    chance = -1;
  }
  lines.push({ start, end: to });
  return lines;
}

function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += classWidth[charClass[text.charCodeAt(i)] as number] as number;
  return width;
}

/** Closing and pausing marks have their ink in one half of their cell. */
function isHalvedAtEnd(text: string, at: number): boolean {
  const value = charClass[text.charCodeAt(at)];
  if (value === CharClass.Close || value === CharClass.Comma) return true;
  return text[at] === '。' || text[at] === '；' || text[at] === '：';
}

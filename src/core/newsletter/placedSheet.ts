import type { Block, HeadingLevel } from './model.ts';
import type { Draft, Sheet } from './readSheet.ts';

/** Where a sheet starts: offsets in the raw and the reading text, 0-based line. */
export interface SheetStart {
  readonly raw: number;
  readonly reading: number;
  readonly line: number;
}

/** A sheet with its blocks' levels and its place in the text. */
export interface PlacedSheet {
  readonly sheet: Sheet;
  readonly levels: Uint8Array;
  /** The blocks as they stand in the sheet: offsets and lines count from its start. */
  readonly ownBlocks: readonly Block[];
  /** The same blocks as they stand in the whole text. */
  readonly blocks: readonly Block[];
  readonly rawStart: number;
  readonly readingStart: number;
  readonly lineStart: number;
}

/** Gives the blocks of a sheet their levels and their place; what is the same as in `before` is taken over from there. */
export function placeSheet(sheet: Sheet, levels: Uint8Array, start: SheetStart, before?: PlacedSheet): PlacedSheet {
  const same = before && sameLevels(levels, before.levels) ? before : undefined;
  const ownBlocks = same?.ownBlocks ?? sheet.drafts.map((draft, i) => levelled(draft, levels[i] as HeadingLevel | 0));
  const moved = !same || same.readingStart !== start.reading || same.lineStart !== start.line;
  return {
    sheet,
    levels: same?.levels ?? levels.slice(),
    ownBlocks,
    blocks: moved ? movedBlocks(ownBlocks, start) : same.blocks,
    rawStart: start.raw,
    readingStart: start.reading,
    lineStart: start.line,
  };
}

function sameLevels(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function levelled({ block }: Draft, level: HeadingLevel | 0): Block {
  if (!level) return block;
  if (block.lead) return { ...block, lead: { ...block.lead, level } };
  return { ...block, level };
}

function movedBlocks(blocks: readonly Block[], start: SheetStart): readonly Block[] {
  return start.reading || start.line ? blocks.map((block) => movedBlock(block, start)) : blocks;
}

/** Written out: spreading a block is several times slower, and this is done for every block behind a keystroke. */
function movedBlock(block: Block, { reading, line }: SheetStart): Block {
  const moved: { -readonly [Key in keyof Block]: Block[Key] } = {
    kind: block.kind,
    start: block.start + reading,
    end: block.end + reading,
    firstLine: block.firstLine + line,
    lastLine: block.lastLine + line,
    confidence: block.confidence,
    reasons: block.reasons,
  };
  if (block.level !== undefined) moved.level = block.level;
  if (block.lead) {
    const { range, level } = block.lead;
    moved.lead = { range: { start: range.start + reading, end: range.end + reading }, level };
  }
  if (block.marker !== undefined) moved.marker = block.marker;
  if (block.jump) moved.jump = block.jump;
  return moved;
}

import { movedRange } from '../text/range.ts';
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
  if (!moved && same.rawStart === start.raw) return same;
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
  return level ? copyOf(block, 0, 0, level) : block;
}

function movedBlocks(blocks: readonly Block[], start: SheetStart): readonly Block[] {
  return start.reading || start.line ? blocks.map((block) => movedBlock(block, start)) : blocks;
}

const movedBlock = (block: Block, { reading, line }: SheetStart) => copyOf(block, reading, line, block.level);

/** A block at another place, or of another level; a lead has it in its stead. Written out: spreading a block is several times slower. */
function copyOf(block: Block, reading: number, line: number, level: HeadingLevel | undefined): Block {
  const { lead } = block;
  return {
    kind: block.kind,
    start: block.start + reading,
    end: block.end + reading,
    firstLine: block.firstLine + line,
    lastLine: block.lastLine + line,
    confidence: block.confidence,
    reasons: block.reasons,
    lead: lead && { range: movedRange(lead.range, reading), level: level ?? lead.level },
    level: lead ? undefined : level,
    marker: block.marker,
    jump: block.jump,
  };
}

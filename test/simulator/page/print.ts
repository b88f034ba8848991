import { doubled, partlyDoubled, spaced, withNumberSpaces, withRadicals, withStraySpaces } from './defects.ts';
import type { SourceBlock } from './model.ts';
import type { Random } from './random.ts';
import type { PrintStyle } from './style.ts';
import { widthOf, wrap } from './wrap.ts';

/** A block with the printed lines it stands on, 0-based; a block that shares its line with the one before says so. */
export interface PrintedBlock {
  readonly block: SourceBlock;
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface PrintedPage {
  readonly text: string;
  readonly blocks: readonly PrintedBlock[];
}

const indent = '\u3000\u3000';

/** Prints blocks as an extraction would give them back. */
export function print(blocks: readonly SourceBlock[], style: PrintStyle, random: Random): PrintedPage {
  const lines: string[] = [];
  const printed: PrintedBlock[] = [];
  let column = 0;
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    const inline = block.kind === 'jump' && style.jumps === 'inline' && before?.kind === 'paragraph';
    if (inline) {
      lines.push(`${lines.pop() as string}${random.chance(0.5) ? ' ' : ''}${block.lines[0] as string}`);
      printed.push({ block, firstLine: lines.length - 1, lastLine: lines.length - 1 });
      continue;
    }
    if (before && isApart(before, block, style, random) && lines.at(-1) !== '') lines.push('');
    const firstLine = lines.length;
    for (const line of linesOf(block, style, random)) {
      if (style.columnLength > 0 && column === style.columnLength) {
        if (lines.at(-1) !== '') lines.push('');
        column = 0;
      }
      lines.push(line);
      column++;
    }
    printed.push({ block, firstLine: lines[firstLine] === '' ? firstLine + 1 : firstLine, lastLine: lines.length - 1 });
  }
  const text = lines.map((line) => withRadicals(line, style.radicals, random)).join(style.lineEnd);
  return { text: `${style.byteOrderMark ? '\ufeff' : ''}${text}${style.lineEnd}`, blocks: printed };
}

/** True where a blank line stands between two blocks. */
function isApart(before: SourceBlock, block: SourceBlock, style: PrintStyle, random: Random): boolean {
  const headed = before.kind === 'heading' || block.kind === 'heading';
  if (headed) return style.headingGaps || random.chance(style.paragraphGaps);
  if (before.kind === 'verse' || block.kind === 'verse') return style.headingGaps;
  return random.chance(style.paragraphGaps);
}

function linesOf(block: SourceBlock, style: PrintStyle, random: Random): string[] {
  if (block.kind === 'heading') return headingLines(block, style, random);
  if (block.kind === 'paragraph') return paragraphLines(block, style, random);
  if (block.kind === 'masthead' && style.spacedTitles) return block.lines.map(spaced);
  const numbers = block.kind === 'jump' && random.chance(0.6) ? (line: string) => line.replace(/\d+/u, ' $& ') : null;
  const lines = numbers ? block.lines.map(numbers) : block.lines;
  return style.cells ? lines.flatMap((line) => wrap(line, style.cells, style.cells, style.hangingMarks)) : [...lines];
}

function headingLines(block: SourceBlock, style: PrintStyle, random: Random): string[] {
  const cells = style.cells || 40;
  const whole = block.lines.flatMap((line) => (style.cells ? wrap(line, cells, cells, style.hangingMarks) : [line]));
  return whole.map((line) => {
    const bold =
      style.bold === 'headings' || style.bold === 'leads' || (style.bold === 'headlines' && block.level === 1);
    const inked = bold ? doubled(line) : style.bold === 'partial' ? partlyDoubled(line, random) : line;
    const room = cells - Math.ceil(widthOf(line) / 2);
    const shift = style.centredHeadings && block.level !== undefined && block.level <= 2 ? Math.floor(room / 2) : 0;
    return (
      '\u3000'.repeat(shift) || (style.indent === 'kept' && block.marker && style.cells > 20 ? indent : '')
    ).concat(inked);
  });
}

function paragraphLines(block: SourceBlock, style: PrintStyle, random: Random): string[] {
  const whole = block.lines[0] as string;
  const text = style.numberSpaces ? withNumberSpaces(whole) : whole;
  const { cells } = style;
  const first = style.indent === 'none' ? cells : cells - 2;
  const bold = style.bold === 'leads' && block.lead ? (block.marker ?? '').length + block.lead.length : 0;
  const lines = cells ? wrap(text, cells, first, style.hangingMarks) : [text];
  const inked = bold > 0 ? withBoldStart(lines, bold) : lines;
  return inked.map(
    (line, i) => (i === 0 && style.indent === 'kept' ? indent : '') + withStraySpaces(line, style, random),
  );
}

/** The first `count` characters of a paragraph printed twice. */
function withBoldStart(lines: readonly string[], count: number): string[] {
  let rest = count;
  return lines.map((line) => {
    const own = Math.min(rest, line.length);
    rest -= own;
    return doubled(line.slice(0, own)) + line.slice(own);
  });
}

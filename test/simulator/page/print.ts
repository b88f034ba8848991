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

/** Prints blocks as an extraction would give them back. */
export function print(blocks: readonly SourceBlock[], style: PrintStyle, random: Random): PrintedPage {
  const lines: string[] = [];
  const printed: PrintedBlock[] = [];
  let column = 0;
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    if (before && isInline(before, block, style)) {
      const firstLine = lines.length - 1;
      lines.push(...inlineLines(lines.pop() as string, block, style, random));
      printed.push({ block, firstLine, lastLine: lines.length - 1 });
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
      const first = block.kind === 'paragraph' && lines.length === firstLine + 1;
      if (first && random.chance(style.gapBehindFirstLine)) lines.push('');
    }
    while (lines.at(-1) === '') lines.pop();
    printed.push({ block, firstLine: lines[firstLine] === '' ? firstLine + 1 : firstLine, lastLine: lines.length - 1 });
  }
  const text = lines.join(style.lineEnd);
  return { text: `${style.byteOrderMark ? '\ufeff' : ''}${text}${style.lineEnd}`, blocks: printed };
}

/** True where a block stands behind the last sentence of the paragraph before. */
function isInline(before: SourceBlock, block: SourceBlock, style: PrintStyle): boolean {
  if (before.kind !== 'paragraph') return false;
  return block.kind === 'jump' ? style.jumps === 'inline' : block.kind === 'byline' && style.inlineBylines;
}

function inlineLines(last: string, block: SourceBlock, style: PrintStyle, random: Random): string[] {
  const own = withRadicals(block.lines[0] as string, style.radicals, random);
  const joined = `${last}${random.chance(0.3) ? ' ' : ''}${block.kind === 'jump' ? numbersApart(own, random) : own}`;
  return style.cells ? wrap(joined, style.cells, style.cells, style.hangingMarks) : [joined];
}

const numbersApart = (line: string, random: Random) => (random.chance(0.6) ? line.replace(/\d+/u, ' $& ') : line);

/** True where a blank line stands between two blocks. */
function isApart(before: SourceBlock, block: SourceBlock, style: PrintStyle, random: Random): boolean {
  const headed = before.kind === 'heading' || block.kind === 'heading';
  if (headed) return style.headingGaps || random.chance(style.paragraphGaps);
  if (before.kind === 'verse' || block.kind === 'verse') return style.headingGaps;
  if (before.kind === block.kind && block.kind !== 'paragraph') return false;
  return random.chance(style.paragraphGaps);
}

function linesOf(source: SourceBlock, style: PrintStyle, random: Random): string[] {
  const block = { ...source, lines: source.lines.map((line) => withRadicals(line, style.radicals, random)) };
  if (block.kind === 'heading') return headingLines(block, style, random);
  if (block.kind === 'paragraph') return paragraphLines(block, style, random);
  if (block.kind === 'masthead' && style.spacedTitles)
    return block.lines.map((line, i) => (i === 0 ? spaced(line) : line));
  const lines = block.kind === 'jump' ? block.lines.map((line) => numbersApart(line, random)) : block.lines;
  if (!style.cells || block.kind === 'furniture' || block.kind === 'masthead') return lines;
  return lines.flatMap((line) => wrap(line, style.cells, style.cells, style.hangingMarks));
}

function headingLines(block: SourceBlock, style: PrintStyle, random: Random): string[] {
  const cells = style.cells || 40;
  const bold = style.bold === 'headings' || style.bold === 'leads' || (style.bold === 'headlines' && block.level === 1);
  const setIn = style.indent === 'kept' && style.indentedHeadings && block.marker !== undefined;
  return titleLines(block, style, random).map((line, i) => {
    const inked = bold ? doubled(line) : style.bold === 'partial' ? partlyDoubled(line, random) : line;
    const room = cells - Math.ceil(widthOf(line) / 2);
    const shift = style.centredHeadings && !block.marker && room > 1 ? Math.floor(room / 2) : 0;
    return (setIn && i === 0 ? style.indentCharacters : '\u3000'.repeat(shift)) + inked;
  });
}

/** The lines of a heading as they are set: a couplet side by side, a long title broken anywhere, or wrapped like text. */
function titleLines(block: SourceBlock, style: PrintStyle, random: Random): string[] {
  const lines = style.coupletsInLine && block.lines.length === 2 ? [block.lines.join(' ')] : block.lines;
  if (!style.cells) return [...lines];
  return lines.flatMap((line) => {
    const width = widthOf(line);
    if (style.splitTitles && width > 32) {
      const cut = Math.floor(line.length * (0.5 + random.next() * 0.3));
      if (/^[\p{Script=Han}]{2}$/u.test(line.slice(cut - 1, cut + 1))) return [line.slice(0, cut), line.slice(cut)];
    }
    return style.wideHeadings ? [line] : wrap(line, style.cells, style.cells, style.hangingMarks);
  });
}

function paragraphLines(block: SourceBlock, style: PrintStyle, random: Random): string[] {
  const text = withNumberSpaces(block.lines[0] as string, style.numberSpaces, random);
  const { cells } = style;
  const first = style.indent === 'none' ? cells : cells - 2;
  const bold = style.bold === 'leads' && block.lead ? text.indexOf('。') - (block.marker ?? '').length : 0;
  const lines = cells ? wrap(text, cells, first, style.hangingMarks) : [text];
  const inked = bold > 0 ? withBoldStart(lines, bold, (block.marker ?? '').length) : lines;
  return inked.map(
    (line, i) =>
      (i === 0 && style.indent === 'kept' ? style.indentCharacters : '') + withStraySpaces(line, style, random),
  );
}

/** The first `count` characters behind `skipped` ones printed twice. */
function withBoldStart(lines: readonly string[], count: number, skipped: number): string[] {
  let rest = count;
  let plain = skipped;
  return lines.map((line) => {
    const from = Math.min(plain, line.length);
    plain -= from;
    const own = line.slice(from, from + rest);
    rest -= own.length;
    return line.slice(0, from) + doubled(own) + line.slice(from + own.length);
  });
}

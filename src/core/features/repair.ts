import type { Block } from '../newsletter/model.ts';
import { readPage, type Page } from '../newsletter/readPage.ts';
import { composeEdits } from '../text/composeEdits.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, overlaps, type TextEdit, type TextRange } from '../text/range.ts';
import { trimEdit } from '../text/trimEdit.ts';

/** What a repair does besides mending defects. */
export interface RepairOptions {
  /** White space in front of paragraphs: left as it is, two ideographic spaces, or none. Default `keep`. */
  readonly paragraphIndent?: 'keep' | 'two' | 'none';
  /** Takes the lines of page furniture out. Default false. */
  readonly dropFurniture?: boolean;
  /** Only what overlaps this stretch of the raw text (UTF-16 offsets) is mended. */
  readonly range?: TextRange;
}

/** The indent of a paragraph in Chinese print: two ideographic spaces. */
export const paragraphIndent = '\u3000\u3000';

/** The raw lines a block of furniture takes, their line ends included; the block alone where others share its lines. */
function furnitureRange(page: Page, index: number, lines: LineIndex): TextRange {
  const { blocks } = page.newsletter;
  const block = blocks[index] as Block;
  const before = blocks[index - 1];
  const after = blocks[index + 1];
  if (before && before.lastLine >= block.firstLine) return page.reading.rawRange(block);
  if (after && after.firstLine <= block.lastLine) return page.reading.rawRange(block);
  return { start: lines.startOf(block.firstLine), end: lines.startOf(block.lastLine + 1) };
}

/** The white space between the start of a paragraph's first line and its text; undefined where something else stands there. */
export function leadingSpace(page: Page, block: Block, lines: LineIndex): TextRange | undefined {
  const start = lines.startOf(block.firstLine);
  const end = page.reading.toRaw(block.start, 'after');
  return end >= start && page.reading.raw.slice(start, end).trim() === '' ? { start, end } : undefined;
}

/** Edits that take whole stretches of raw text, sorted: dropped furniture and the indents of paragraphs. */
function stretchEdits(page: Page, options: RepairOptions): readonly TextEdit[] {
  const { paragraphIndent: indent = 'keep', dropFurniture = false } = options;
  if (indent === 'keep' && !dropFurniture) return [];
  const lines = new LineIndex(page.reading.raw);
  const edits: TextEdit[] = [];
  for (const [i, block] of page.newsletter.blocks.entries()) {
    if (block.kind === 'furniture' && dropFurniture) {
      edits.push({ ...furnitureRange(page, i, lines), text: '' });
    } else if (block.kind === 'paragraph' && indent !== 'keep') {
      const space = leadingSpace(page, block, lines);
      if (space) edits.push({ ...space, text: indent === 'two' ? paragraphIndent : '' });
    }
  }
  return edits;
}

/** The repairs as edits, without those inside `stretches` and page numbers, which are furniture; both sorted, and so is the result. */
function withRepairs(page: Page, stretches: readonly TextEdit[], dropFurniture = false): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { code, start, end, replacement } of page.reading.repairs) {
    if (code === 'repair/page-break' && !dropFurniture) continue;
    while (at < stretches.length && (stretches[at] as TextEdit).end <= start) edits.push(stretches[at++] as TextEdit);
    const stretch = stretches[at];
    if (stretch && overlaps(stretch, { start, end })) continue;
    edits.push({ start, end, text: replacement });
  }
  return edits.concat(stretches.slice(at));
}

/** One reading's worth of repairs. */
function editsOnce(page: Page, options: RepairOptions): readonly TextEdit[] {
  const { raw } = page.reading;
  return withRepairs(page, stretchEdits(page, options), options.dropFurniture)
    .map((edit) => trimEdit(raw, edit))
    .filter((edit) => edit.start < edit.end || edit.text !== '');
}

/** True for an edit that changes something inside the range, an insertion at its ends included. */
function touchesRange(edit: TextEdit, range: TextRange): boolean {
  return overlaps(range, edit) || (edit.start === edit.end && edit.start >= range.start && edit.end <= range.end);
}

/**
 * A joined line can show that the next one belongs to it, too. A text is read again until nothing is left to mend, or so many UTF-16
 * units have been read that a very long one would keep a person waiting: then the rest is left to another repair.
 */
const mostRead = 20_000_000;
const fewestRounds = 5;

/**
 * The edits of the raw text that repair a page: sorted, not overlapping, each as small as can be. Marks a person set stay, and so
 * do the lines and line ends between blocks. A page without defects gives none, and so does the repaired page.
 */
export function repairEdits(page: Page, options: RepairOptions = {}): readonly TextEdit[] {
  const { raw } = page.reading;
  const { range } = options;
  let edits = editsOnce(page, options);
  if (range) return edits.filter((edit) => touchesRange(edit, range));
  const rounds = Math.max(fewestRounds, mostRead / (raw.length + 1));
  // A text without its furniture is cut into other sheets, and what then comes to stand at the top of one may look like furniture.
  const later = { ...options, dropFurniture: false };
  for (let round = 1; edits.length > 0 && round < rounds; round++) {
    const more = editsOnce(readPage(applyEdits(raw, edits)), later);
    if (more.length === 0) break;
    edits = composeEdits(edits, more, raw.length).map((edit) => trimEdit(raw, edit));
  }
  return edits;
}

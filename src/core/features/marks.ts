import type { Fix } from '../lint/model.ts';
import type { Block, HeadingLevel } from '../newsletter/model.ts';
import { readPage, type Page } from '../newsletter/readPage.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, type TextEdit, type TextRange } from '../text/range.ts';
import { trimEdit } from '../text/trimEdit.ts';
import { paragraphIndent } from './repair.ts';

/** Deepest level that a mark can set: `####`. */
const deepestMark = 4;

/** A block that can carry a mark, and what stands in front of it on its first line: white space, a mark, or nothing. */
interface Markable {
  readonly block: Block;
  readonly prefix: TextRange;
}

/** The block at a raw offset, where it begins its line. */
function markableAt(page: Page, offset: number): Markable | undefined {
  const { raw } = page.reading;
  const lines = new LineIndex(raw);
  const line = lines.lineOf(offset);
  const { blocks } = page.newsletter;
  const index = blocks.findIndex((block) => block.firstLine <= line && line <= block.lastLine);
  const block = blocks[index];
  if (!block || block.kind === 'furniture' || block.kind === 'jump') return undefined;
  const prefix = { start: lines.startOf(block.firstLine), end: page.reading.toRaw(block.start, 'after') };
  return /^\s*(?:#{1,4}\s+)?$/.test(raw.slice(prefix.start, prefix.end)) ? { block, prefix } : undefined;
}

/** The block that starts on the raw line of `start`, read from `raw`. */
function readBlockAt(raw: string, start: number): Block | undefined {
  const line = new LineIndex(raw).lineOf(start);
  return readPage(raw).newsletter.blocks.find((block) => block.firstLine === line);
}

/** True where the two ideographic spaces in front of a block are a mark: no other paragraph of the page is set in. */
function indentIsMark(page: Page, { block }: Markable): boolean {
  const { raw } = page.reading;
  return page.newsletter.blocks.every((other) => {
    if (other === block || other.kind !== 'paragraph') return true;
    const start = page.reading.toRaw(other.start, 'after');
    return raw.slice(Math.max(0, start - paragraphIndent.length), start) !== paragraphIndent;
  });
}

/**
 * The edit that sets a mark in front of the block. Where taking the older mark away already makes the block read as wanted, that
 * is all it does.
 */
function setMark(page: Page, place: Markable, mark: string, wanted: (block: Block) => boolean): TextEdit | undefined {
  const { raw } = page.reading;
  const { prefix } = place;
  const old = raw.slice(prefix.start, prefix.end);
  let text = mark;
  if (mark === paragraphIndent ? old.includes('#') : old === paragraphIndent && indentIsMark(page, place)) {
    const block = readBlockAt(applyEdits(raw, [{ ...prefix, text: '' }]), prefix.start);
    if (block && wanted(block)) text = '';
  }
  return old === text ? undefined : trimEdit(raw, { ...prefix, text });
}

function setLevel(page: Page, place: Markable, level: number, exact = false): TextEdit | undefined {
  const anyLevel = !exact && place.block.kind !== 'heading';
  const wanted = (block: Block) => block.kind === 'heading' && (anyLevel || block.level === level);
  return setMark(page, place, `${'#'.repeat(level)} `, wanted);
}

/** The level a paragraph takes when it is made a heading: that of the heading before it, at least a section under an article. */
function levelHere(page: Page, block: Block): number {
  const { blocks } = page.newsletter;
  const before = blocks.findLast((other) => other.kind === 'heading' && other.start < block.start);
  return before ? Math.min(deepestMark, Math.max(2, before.level ?? 2)) : 1;
}

function raisedLevel(page: Page, { block }: Markable): number | undefined {
  if (block.kind !== 'heading') return levelHere(page, block);
  const level: HeadingLevel = block.level ?? 1;
  return level > 1 ? Math.min(deepestMark, level - 1) : undefined;
}

function loweredLevel({ block }: Markable): number | undefined {
  const level: HeadingLevel = block.level ?? 1;
  return block.kind === 'heading' && level < deepestMark ? level + 1 : undefined;
}

/**
 * The edit of the raw text that raises the heading at a raw offset by one level, or makes a heading of another block. Undefined
 * where there is nothing to raise: no block, an article's title, a block that does not begin its line.
 */
export function promoteEdit(page: Page, offset: number): TextEdit | undefined {
  const place = markableAt(page, offset);
  const level = place && raisedLevel(page, place);
  return place && level ? setLevel(page, place, level) : undefined;
}

/** The edit of the raw text that lowers the heading at a raw offset by one level; undefined below `####` and where no heading is. */
export function demoteEdit(page: Page, offset: number): TextEdit | undefined {
  const place = markableAt(page, offset);
  const level = place && loweredLevel(place);
  return place && level ? setLevel(page, place, level) : undefined;
}

/** The edit of the raw text that makes the block at a raw offset a heading of `level` (1 to 4); undefined where it is one already. */
export function levelEdit(page: Page, offset: number, level: number): TextEdit | undefined {
  const place = markableAt(page, offset);
  if (!place || (place.block.kind === 'heading' && place.block.level === level)) return undefined;
  return setLevel(page, place, level, true);
}

/**
 * The edit of the raw text that makes a paragraph of the heading at a raw offset; undefined where no heading is, and where the
 * mark would not be heeded because the page sets everything in.
 */
export function notAHeadingEdit(page: Page, offset: number): TextEdit | undefined {
  const place = markableAt(page, offset);
  if (place?.block.kind !== 'heading') return undefined;
  const edit = setMark(page, place, paragraphIndent, (block) => block.kind !== 'heading');
  const after = edit && readBlockAt(applyEdits(page.reading.raw, [edit]), place.prefix.start);
  return after?.kind === 'heading' ? undefined : edit;
}

/** What a person can make of the block at a raw offset, as fixes with their titles. */
export function markFixes(page: Page, offset: number): readonly Fix[] {
  const place = markableAt(page, offset);
  if (!place) return [];
  const heading = place.block.kind === 'heading';
  const raised = raisedLevel(page, place);
  const lowered = loweredLevel(place);
  const fixes: Fix[] = [];
  const add = (message: string, args: readonly number[], edit: TextEdit | undefined) => {
    if (edit) fixes.push({ title: { message, args }, edits: [edit] });
  };
  if (heading) add('This is no heading', [], notAHeadingEdit(page, offset));
  if (raised)
    add(
      heading ? 'Raise the heading to level {0}' : 'Make this a heading of level {0}',
      [raised],
      setLevel(page, place, raised),
    );
  if (lowered) add('Lower the heading to level {0}', [lowered], setLevel(page, place, lowered));
  return fixes;
}

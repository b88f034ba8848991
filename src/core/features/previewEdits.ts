import { readPage } from '../newsletter/readPage.ts';
import type { TextEdit } from '../text/range.ts';
import { trimEdit } from '../text/trimEdit.ts';
import { blockBreak, type PageText } from './pageText.ts';

/** How many UTF-16 units around an edit are read again to see what a paragraph break makes of the text. */
const checkedStretch = 3000;

/**
 * The raw edits of one gesture in the preview. Gesture edits are offsets of the page text, sorted and not overlapping; their
 * text may hold `blockBreak` for a new block. The result is sorted, in raw offsets, with the document's own line ends.
 *
 * @param caret raw offset behind the last text this preview inserted: between two places that read alike it decides, so a word
 * typed after a space that the reading text does not show still lands behind it.
 */
export function pageEditsToRaw(page: PageText, edits: readonly TextEdit[], caret?: number): TextEdit[] {
  const found = edits.map((edit) => pageEditToRaw(page, smallest(page.text, edit), caret));
  return found.filter((edit) => edit.start !== edit.end || edit.text !== '');
}

function pageEditToRaw(page: PageText, edit: TextEdit, caret: number | undefined): TextEdit {
  const range = rawRangeOf(page, edit, caret);
  const raw = page.source.reading.raw;
  const eol = lineEnd(raw);
  const pieces = edit.text.split(blockBreak).map((piece) => piece.replace(/\r\n?|\n/g, eol));
  if (page.blocks.length === 0) {
    return { start: raw.length, end: raw.length, text: pieces.filter((piece) => piece !== '').join(eol + eol) };
  }
  if (pieces.length === 1) return { ...range, text: edit.text === '' ? '' : (pieces[0] as string) };
  return { ...range, text: pieces.join(chooseBreak(page, edit, range, pieces)) };
}

/** The smallest form of a page edit; a new block's break stands in front of its text where both places read alike. */
function smallest(text: string, whole: TextEdit): TextEdit {
  const edit = trimEdit(text, whole);
  const { start, end, text: next } = edit;
  const turns =
    start === end && start > 0 && next.length > 1 && next.endsWith(blockBreak) && text[start - 1] === blockBreak;
  return turns ? { start: start - 1, end: start - 1, text: blockBreak + next.slice(0, -1) } : edit;
}

/** Where the raw text is touched. What the reading text leaves out at a block's edge goes with the gap, not with the block. */
function rawRangeOf(page: PageText, edit: TextEdit, caret: number | undefined): { start: number; end: number } {
  const { reading } = page.source;
  const start = page.toReading(edit.start);
  if (edit.start === edit.end) {
    const before = reading.toRaw(start, 'before');
    const after = reading.toRaw(start, 'after');
    if (caret !== undefined && caret >= before && caret <= after) return { start: caret, end: caret };
    const at = page.placeOf(edit.start).offset === 0 ? after : before;
    return { start: at, end: at };
  }
  const opensWithGap = page.text[edit.start] === blockBreak;
  const closesWithGap = page.text[edit.end - 1] === blockBreak;
  const rawStart = reading.toRaw(start, opensWithGap ? 'before' : 'after');
  const rawEnd = reading.toRaw(page.toReading(edit.end), closesWithGap ? 'after' : 'before');
  return { start: rawStart, end: Math.max(rawStart, rawEnd) };
}

/** The line end a text uses: that of its first line. */
export function lineEnd(raw: string): string {
  const at = raw.indexOf('\n');
  return at > 0 && raw[at - 1] === '\r' ? '\r\n' : '\n';
}

/** The first way of setting paragraphs apart that the reader of the layout takes for one here; the document's own ways first. */
function chooseBreak(page: PageText, edit: TextEdit, range: { start: number; end: number }, pieces: string[]): string {
  const { raw } = page.source.reading;
  const candidates = breakCandidates(page, page.placeOf(edit.start).block);
  const works = candidates.find((candidate) => {
    const text = pieces.join(candidate);
    const first = range.start + (pieces[0] as string).length;
    return readsAsBreak(raw.slice(0, range.start) + text + raw.slice(range.end), first, first + candidate.length);
  });
  return works ?? (candidates[0] as string);
}

/** Gaps between the paragraphs around `block`, nearest first, then the plain ones. */
function breakCandidates(page: PageText, block: number): string[] {
  const eol = lineEnd(page.source.reading.raw);
  const found = new Set<string>();
  for (const at of [block, block - 1, block + 1, block - 2, block + 2]) {
    const gap = paragraphGap(page, at);
    if (gap !== undefined) found.add(gap);
  }
  for (const plain of [eol, eol + eol, `${eol}　　`, `${eol}${eol}　　`]) found.add(plain);
  return [...found];
}

/** The raw text between block `at` and the next one, if both are paragraphs and nothing but space stands there. */
function paragraphGap(page: PageText, at: number): string | undefined {
  const { reading } = page.source;
  const block = page.blocks[at];
  const next = page.blocks[at + 1];
  if (block?.kind !== 'paragraph' || next?.kind !== 'paragraph') return undefined;
  const gap = reading.raw.slice(reading.toRaw(block.end, 'before'), reading.toRaw(next.start, 'after'));
  return /[\r\n]/.test(gap) && gap.trim() === '' ? gap : undefined;
}

/** True where the page around reads a block that ends at `end` and one that starts at `start` (raw offsets). */
function readsAsBreak(raw: string, end: number, start: number): boolean {
  const from = lineStart(raw, Math.max(0, end - checkedStretch));
  const to = Math.min(raw.length, start + checkedStretch);
  const { reading, newsletter } = readPage(raw.slice(from, to));
  const last = skipSpaceBack(raw, end);
  const first = skipSpace(raw, start);
  if (last <= from || first >= raw.length) return true;
  return newsletter.blocks.some(
    (block) => block.start > 0 && reading.toRaw(block.start, 'after') + from === first && first >= last,
  );
}

function lineStart(raw: string, offset: number): number {
  const at = raw.lastIndexOf('\n', offset - 1);
  return offset === 0 ? 0 : at + 1;
}

function skipSpace(raw: string, offset: number): number {
  let at = offset;
  while (at < raw.length && /\s/.test(raw[at] as string)) at++;
  return at;
}

function skipSpaceBack(raw: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(raw[at - 1] as string)) at--;
  return at;
}

import { readPage } from '../newsletter/readPage.ts';
import { charClass, classWidth } from '../text/charClass.ts';
import { applyEdits, type TextEdit, type TextRange } from '../text/range.ts';
import type { ReadingText, Repair } from '../text/readingText.ts';
import { trimEdit } from '../text/trimEdit.ts';
import { lineBreaks } from './lineBreaks.ts';
import { blockBreak, PageText } from './pageText.ts';

/** How many UTF-16 units on either side of an edit are read again to see what it makes of the text. */
const checkedStretch = 4000;

/**
 * The raw edits of one gesture in the preview. Gesture edits are offsets of the page text, sorted and not overlapping; their
 * text may hold `blockBreak` for a new block. The result is sorted, in raw offsets, with the document's own line ends.
 *
 * @param caret raw offset behind the last text this preview inserted: between two places that read alike it decides, so a word
 * typed after a space that the reading text does not show still lands behind it.
 */
export function pageEditsToRaw(page: PageText, edits: readonly TextEdit[], caret?: number): TextEdit[] {
  const wraps = edits.length === 1 ? 'joined' : 'kept';
  const found = edits.map((edit) => pageEditToRaw(page, smallest(page, edit), caret, wraps));
  return found.filter((edit) => edit.start !== edit.end || edit.text !== '');
}

function pageEditToRaw(page: PageText, edit: TextEdit, caret: number | undefined, wraps: 'joined' | 'kept'): TextEdit {
  const { raw } = page.source.reading;
  const eol = lineEnd(raw);
  const pieces = edit.text.split(blockBreak).map((piece) => piece.replace(/\r\n?|\n/g, eol));
  if (page.blocks.length === 0) {
    return { start: raw.length, end: raw.length, text: pieces.filter((piece) => piece !== '').join(eol + eol) };
  }
  const range = rawRangeOf(page, edit, caret);
  const breaks = pieces.length === 1 ? [''] : breakCandidates(page, page.placeOf(edit.start).block);
  const plain = breaks.map((gap) => ({ ...range, text: pieces.join(gap) }));
  const reads = readsAs(page, edit, range);
  for (const candidate of plain) if (reads(candidate)) return candidate;
  for (const candidate of wraps === 'joined' ? plain : []) {
    for (const joined of withoutWraps(page, edit, candidate)) if (reads(joined)) return joined;
  }
  // Several edits of one gesture must not grow into each other.
  if (wraps === 'kept') return plain[0] as TextEdit;
  for (const candidate of plain) {
    for (const single of withoutTwins(page, edit, candidate)) if (reads(single)) return single;
  }
  const wrapped = plain[0] && wrappedAnew(page, edit, plain[0]);
  return wrapped && reads(wrapped) ? wrapped : (plain[0] as TextEdit);
}

/** The smallest form of a page edit; a new block's break stands in front of its text where both places read alike. */
function smallest(page: PageText, whole: TextEdit): TextEdit {
  const touched = trimEdit(page.slice(whole.start, whole.end), { ...whole, start: 0, end: whole.end - whole.start });
  const edit = { ...touched, start: whole.start + touched.start, end: whole.start + touched.end };
  const { start, end, text: next } = edit;
  const opens = start === end && start > 0 && next.length > 1 && next.endsWith(blockBreak);
  const turns = opens && page.slice(start - 1, start) === blockBreak;
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
    const at = page.placeOf(edit.start).offset === 0 ? after : behindDoubles(reading, before);
    return { start: at, end: at };
  }
  const opensWithGap = page.slice(edit.start, edit.start + 1) === blockBreak;
  const closesWithGap = page.slice(edit.end - 1, edit.end) === blockBreak;
  const rawStart = reading.toRaw(start, opensWithGap ? 'before' : 'after');
  const rawEnd = reading.toRaw(page.toReading(edit.end), closesWithGap ? 'after' : 'before');
  return { start: rawStart, end: behindDoubles(reading, Math.max(rawStart, rawEnd)) };
}

/** An overprinted character goes as a whole: the raw offset behind the second halves that start at `offset`. */
function behindDoubles(reading: ReadingText, offset: number): number {
  let at = offset;
  for (;;) {
    const [next] = reading.repairsFrom(at, at + 1);
    if (next?.code !== 'repair/doubled-run' || next.end === at) return at;
    at = next.end;
  }
}

/** The line end a text uses: that of its first line. */
export function lineEnd(raw: string): string {
  const at = raw.indexOf('\n');
  return at > 0 && raw[at - 1] === '\r' ? '\r\n' : '\n';
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

/**
 * Tells whether a raw edit makes the text read as the page edit wants it: a shortened line must not look like a paragraph's last,
 * a new block must be read as one. Spaces aside, which the reading text leaves out as it sees fit.
 */
function readsAs(page: PageText, edit: TextEdit, range: TextRange): (candidate: TextEdit) => boolean {
  const { raw } = page.source.reading;
  const whole = raw.length <= 2 * checkedStretch;
  const from = whole ? 0 : lineStart(raw, Math.max(0, range.start - checkedStretch));
  const to = whole ? raw.length : lineStart(raw, Math.min(raw.length, range.end + checkedStretch));
  const before = whole ? page : new PageText(readPage(raw.slice(from, to)));
  const start = whole ? edit.start : before.fromReading(before.source.reading.toReading(range.start - from));
  const end = start + edit.end - edit.start;
  if (before.text.slice(start, end) !== page.slice(edit.start, edit.end)) return () => true;
  const wanted = withoutSpace(before.text.slice(0, start) + edit.text + before.text.slice(end));
  return (candidate) => {
    if (candidate.start < from || candidate.end > to) return false;
    const text = raw.slice(from, candidate.start) + candidate.text + raw.slice(candidate.end, to);
    return withoutSpace(new PageText(readPage(text)).text) === wanted;
  };
}

function withoutSpace(text: string): string {
  return text.replace(/[ \t\n\u00a0\u3000]+/g, '');
}

/** The edit together with the removal of line wraps in its block: of the next one, the one before, both, all that follow. */
function withoutWraps(page: PageText, edit: TextEdit, candidate: TextEdit): TextEdit[] {
  const first = page.blocks[page.placeOf(edit.start).block];
  const last = page.blocks[page.placeOf(edit.end).block];
  if (!first || !last) return [];
  const { reading } = page.source;
  const top = reading.toRaw(first.start, 'after');
  const bottom = reading.toRaw(last.end, 'before');
  const wraps = reading
    .repairsFrom(top, Math.max(bottom, candidate.start) + 1)
    .filter(({ code }) => code === 'repair/wrapped-line');
  const before = wraps.filter((wrap) => wrap.start >= top && wrap.end <= candidate.start).slice(-1);
  const after = wraps.filter((wrap) => wrap.start >= candidate.end && wrap.end <= bottom);
  const next = after.slice(0, 1);
  return [next, before, [...before, ...next], after, [...before, ...after]]
    .filter((chosen) => chosen.length > 0)
    .map((chosen) => extend(reading.raw, candidate, chosen));
}

/** The edit in text that was printed twice: without the twins of the letters it touches, or of all letters of the block. */
function withoutTwins(page: PageText, edit: TextEdit, candidate: TextEdit): TextEdit[] {
  const { reading } = page.source;
  const range = blockRange(page, edit);
  if (!range) return [];
  const twins = reading
    .repairsFrom(range.start, range.end)
    .filter(({ code, end }) => code === 'repair/doubled-run' && end <= range.end);
  const touched = twins.filter(({ start }) => start >= candidate.start && start <= candidate.end);
  return [touched, twins]
    .filter((chosen) => chosen.length > 0)
    .map((chosen) => {
      // Twins inside the edit go with it.
      const outside = chosen.filter(({ start, end }) => end <= candidate.start || start >= candidate.end);
      return extend(reading.raw, candidate, outside);
    });
}

/**
 * The edit of a paragraph together with new wraps for its lines, as wide as the widest of them was: a line that grew far beyond
 * its column would make the reader take the others for headings.
 */
function wrappedAnew(page: PageText, edit: TextEdit, candidate: TextEdit): TextEdit | undefined {
  const place = page.placeOf(edit.start);
  const block = page.blocks[place.block];
  const range = blockRange(page, edit);
  if (!range || block?.kind !== 'paragraph' || page.placeOf(edit.end).block !== place.block) return undefined;
  const { raw } = page.source.reading;
  if (edit.text.includes(blockBreak) || block.firstLine === block.lastLine) return undefined;
  const lines = raw.slice(range.start, range.end).split(/\r\n?|\n/);
  const cells = Math.max(...lines.map((line) => cellsOf(line.trim())));
  const at = place.offset;
  const shown = page.texts[place.block] as string;
  const text = shown.slice(0, at) + edit.text + shown.slice(at + edit.end - edit.start);
  const breaks = lineBreaks(text, { start: 0, end: text.length }, cells);
  const starts = [0, ...breaks];
  const wrapped = starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).trim());
  const start = Math.min(range.start, candidate.start);
  const end = Math.max(range.end, candidate.end);
  return trimEdit(raw, { start, end, text: wrapped.join(lineEnd(raw)) });
}

/** Width of a line in cells. */
function cellsOf(line: string): number {
  let halves = 0;
  for (let i = 0; i < line.length; i++) halves += classWidth[charClass[line.charCodeAt(i)] as number] as number;
  return halves / 2;
}

/** The raw stretch of the blocks an edit touches. */
function blockRange(page: PageText, edit: TextEdit): TextRange | undefined {
  const first = page.blocks[page.placeOf(edit.start).block];
  const last = page.blocks[page.placeOf(edit.end).block];
  const { reading } = page.source;
  return first && last && { start: reading.toRaw(first.start, 'before'), end: reading.toRaw(last.end, 'after') };
}

/** One edit that does an edit and the repairs around it, which are sorted. */
function extend(raw: string, edit: TextEdit, repairs: readonly Repair[]): TextEdit {
  const start = Math.min(edit.start, repairs[0]?.start ?? Infinity);
  const end = Math.max(edit.end, repairs.at(-1)?.end ?? 0);
  const inside = [edit, ...repairs.map((repair) => ({ ...repair, text: repair.replacement }))]
    .map((one) => ({ start: one.start - start, end: one.end - start, text: one.text }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { start, end, text: applyEdits(raw.slice(start, end), inside) };
}

function lineStart(raw: string, offset: number): number {
  return offset === 0 ? 0 : raw.lastIndexOf('\n', offset - 1) + 1;
}

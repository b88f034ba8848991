import { ReadingText } from '../text/readingText.ts';
import { endOfSheet, longestWhole, most } from './cutSheets.ts';
import { assignLevels } from './levels.ts';
import type { Block, Newsletter } from './model.ts';
import { buildOutline, titleOf } from './outline.ts';
import { placeSheet, type PlacedSheet } from './placedSheet.ts';
import { readSheet, type Draft, type Sheet } from './readSheet.ts';

/** The reading text of a raw page and the tree in it. */
export interface Page {
  readonly reading: ReadingText;
  readonly newsletter: Newsletter;
}

/** A page with the sheets it was put together from, in order. */
export interface SheetedPage extends Page {
  readonly sheets: readonly PlacedSheet[];
}

/** Reads a page: layout evidence → blocks and reading text → levels → outline. `raw` is any string; nothing is thrown. */
export function readPage(raw: string): Page {
  const { reading, newsletter } = readSheetedPage(raw);
  return { reading, newsletter };
}

/**
 * Reads a page. A long text is read sheet by sheet, and a sheet that also stood in the text `before` is taken over from there:
 * the result is the same without it, only later.
 */
export function readSheetedPage(raw: string, before?: SheetedPage): SheetedPage {
  const read = readSheets(raw, before?.sheets ?? []);
  const drafts =
    read.length === 1 ? (read[0] as Sheet).drafts : ([] as Draft[]).concat(...read.map((sheet) => sheet.drafts));
  const levels = assignLevels(drafts);
  const sheets = placeSheets(read, levels.level, before?.sheets ?? []);
  const blocks =
    sheets.length === 1
      ? (sheets[0] as PlacedSheet).blocks
      : ([] as Block[]).concat(...sheets.map((sheet) => sheet.blocks));
  const readings = read.map((sheet) => sheet.reading);
  const reading = readings.length === 1 ? (readings[0] as ReadingText) : ReadingText.joined(raw, readings);
  const outline = buildOutline((i) => textOfBlock(sheets, i), blocks, drafts, levels.interruptions);
  return { reading, newsletter: { title: titleOfPage(blocks, outline, reading), blocks, outline }, sheets };
}

/** The reading text of a block, told by its index in the whole text. */
function textOfBlock(sheets: readonly PlacedSheet[], index: number): string {
  let at = index;
  for (const { ownBlocks, sheet } of sheets) {
    const block = ownBlocks[at];
    if (block) return sheet.reading.text.slice(block.start, block.end);
    at -= ownBlocks.length;
  }
  return '';
}

function titleOfPage(blocks: readonly Block[], outline: Newsletter['outline'], reading: ReadingText): string {
  const article = outline.find((node) => node.kind === 'article');
  if (article) return article.title;
  const titled = blocks.find((block) => block.kind === 'masthead' || block.kind === 'heading');
  return titled ? titleOf(reading.text, titled) : '';
}

function readSheets(raw: string, before: readonly PlacedSheet[]): readonly Sheet[] {
  if (raw.length <= longestWhole) return [before[0]?.sheet.reading.raw === raw ? before[0].sheet : readSheet(raw)];
  const { head, tail } = unchanged(raw, before);
  const sheets = before.slice(0, head).map(({ sheet }) => sheet);
  const shift = raw.length - lengthOf(before);
  const tailStarts = new Map(before.slice(tail).map((placed, i) => [placed.rawStart + shift, tail + i]));
  for (let at = sheets.length ? endOf(before[head - 1]) : 0; at < raw.length;) {
    const known = tailStarts.get(at);
    if (known !== undefined) {
      for (const { sheet } of before.slice(known)) sheets.push(sheet);
      break;
    }
    const end = endOfSheet(raw, at);
    sheets.push(knownSheet(raw, at, end, before[sheets.length]) ?? readSheet(ownCopy(raw, at, end)));
    at = end;
  }
  return sheets;
}

/** The sheet that stood at the same place where it has the same text. */
function knownSheet(raw: string, start: number, end: number, placed: PlacedSheet | undefined): Sheet | undefined {
  return placed && placed.sheet.reading.raw === raw.slice(start, end) ? placed.sheet : undefined;
}

/** How many sheets at the front must come out again, and from which one on all are the same but for their place. */
function unchanged(raw: string, before: readonly PlacedSheet[]): { head: number; tail: number } {
  let equal = 0;
  while (equal < before.length && isAt(raw, before[equal] as PlacedSheet, 0)) equal++;
  const prefix = endOf(before[equal - 1]);
  let head = equal;
  // What decided where a sheet ends may lie behind its end.
  while (head > 0 && (before[head - 1] as PlacedSheet).rawStart + most >= prefix) head--;
  const shift = raw.length - lengthOf(before);
  let tail = before.length;
  while (tail > equal && isAt(raw, before[tail - 1] as PlacedSheet, shift)) tail--;
  return { head, tail };
}

function isAt(raw: string, { sheet, rawStart }: PlacedSheet, shift: number): boolean {
  const start = rawStart + shift;
  const own = sheet.reading.raw;
  return start >= 0 && raw.slice(start, start + own.length) === own;
}

const endOf = (placed: PlacedSheet | undefined) => (placed ? placed.rawStart + placed.sheet.reading.raw.length : 0);

const lengthOf = (sheets: readonly PlacedSheet[]) => endOf(sheets.at(-1));

/** A stretch as a string of its own: a slice would keep the whole text alive for as long as the sheet is. */
function ownCopy(raw: string, start: number, end: number): string {
  return [raw.slice(start, end - 1), raw.slice(end - 1, end)].join('');
}

function placeSheets(sheets: readonly Sheet[], level: Uint8Array, before: readonly PlacedSheet[]): PlacedSheet[] {
  const known = new Map(before.map((placed) => [placed.sheet, placed]));
  const place = { raw: 0, reading: 0, line: 0, draft: 0 };
  return sheets.map((sheet) => {
    const levels = level.subarray(place.draft, place.draft + sheet.drafts.length);
    const placed = placeSheet(sheet, levels, place, known.get(sheet));
    place.raw += sheet.reading.raw.length;
    place.reading += sheet.reading.text.length;
    place.line += sheet.breaks;
    place.draft += sheet.drafts.length;
    return placed;
  });
}

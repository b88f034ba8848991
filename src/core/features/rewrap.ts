import type { Block } from '../newsletter/model.ts';
import type { Page } from '../newsletter/readPage.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { overlaps, type TextEdit, type TextRange } from '../text/range.ts';
import type { Repair } from '../text/readingText.ts';
import { trimEdit } from '../text/trimEdit.ts';
import { lineBreaks } from './lineBreaks.ts';
import { misreadAfter, type Misread } from './readBack.ts';
import { leadingSpace, paragraphIndent } from './repair.ts';

/** How a page is wrapped again. */
export interface RewrapOptions {
  /** Width of the column in cells; a full-width character takes one, a half-width one half of it. */
  readonly cells: number;
  /** First line of a paragraph: set in by two ideographic spaces, or two cells shorter as extracted pages have it. Default `two`. */
  readonly indent?: 'two' | 'lost';
  /** Only paragraphs that overlap this stretch of the raw text (UTF-16 offsets) are wrapped. */
  readonly range?: TextRange;
}

/** Narrowest column that still leaves room for the rules of line starts and ends. */
const fewestCells = 8;

/** A stretch of reading text of one block and the raw stretch it was read from. */
interface Piece extends TextRange {
  readonly raw: TextRange;
}

/** The repairs inside a stretch of the raw text, in order. */
function repairsIn(page: Page, range: TextRange): Repair[] {
  const { repairs } = page.reading;
  let low = 0;
  let high = repairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((repairs[middle] as Repair).start < range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < repairs.length && (repairs[end] as Repair).end <= range.end) end++;
  return repairs.slice(low, end);
}

/** Neighbouring repairs that remove everything are one, so that a wrap is moved as a whole. */
function joinRemovals(repairs: readonly Repair[]): Repair[] {
  const found: Repair[] = [];
  for (const repair of repairs) {
    const last = found.at(-1);
    if (last && last.end === repair.start && last.replacement === '' && repair.replacement === '') {
      found[found.length - 1] = { ...last, end: repair.end };
    } else found.push(repair);
  }
  return found;
}

/** The block as a row of stretches that read as they stand and of repairs, in order and without gaps. */
function piecesOf(page: Page, block: Block): Piece[] {
  const raw = page.reading.rawRange(block);
  const pieces: Piece[] = [];
  let at = block.start;
  let rawAt = raw.start;
  for (const repair of joinRemovals(repairsIn(page, raw))) {
    const plain = repair.start - rawAt;
    pieces.push({ start: at, end: at + plain, raw: { start: rawAt, end: repair.start } });
    at += plain;
    pieces.push({ start: at, end: at + repair.replacement.length, raw: { start: repair.start, end: repair.end } });
    at += repair.replacement.length;
    rawAt = repair.end;
  }
  pieces.push({ start: at, end: block.end, raw: { start: rawAt, end: raw.end } });
  return pieces;
}

/** Walks the breaks of a block and turns each piece into what the raw text should hold. */
function wrapBlock(page: Page, block: Block, breaks: readonly number[], eol: string): TextEdit[] {
  const { raw, text } = page.reading;
  const edits: TextEdit[] = [];
  let next = 0;
  for (const piece of piecesOf(page, block)) {
    const first = next;
    const empty = piece.start === piece.end;
    while (next < breaks.length && ((breaks[next] as number) < piece.end || (empty && breaks[next] === piece.end)))
      next++;
    const inside = breaks.slice(first, next);
    const asItStands = !empty && raw.slice(piece.raw.start, piece.raw.end) === text.slice(piece.start, piece.end);
    if (asItStands) for (const edit of insertions(piece, inside, eol, text)) edits.push(edit);
    else edits.push(trimEdit(raw, { ...piece.raw, text: wantedText(piece, inside, eol, text) }));
  }
  return edits;
}

/** A wrap between words of Latin script stands in the place of their space. */
const behindBreak = (text: string, place: number) => (text[place] === ' ' ? place + 1 : place);

/** What a repaired stretch should hold. */
function wantedText(piece: Piece, breaks: readonly number[], eol: string, text: string): string {
  let wanted = '';
  let at = piece.start;
  for (const place of breaks) {
    wanted += text.slice(at, place) + eol;
    at = behindBreak(text, place);
  }
  return wanted + text.slice(at, piece.end);
}

/** The breaks inside a stretch that reads as it stands, one small edit each. */
function insertions(piece: Piece, breaks: readonly number[], eol: string, text: string): TextEdit[] {
  const shift = piece.raw.start - piece.start;
  return breaks.map((place) => ({ start: place + shift, end: behindBreak(text, place) + shift, text: eol }));
}

/** What keeps a page readable while its lines are set: found by reading the result back. */
interface Care {
  /** Offsets of the reading text in front of which no line may end. */
  readonly held: Set<number>;
  /** Indices of paragraphs that need their indent, and of those that are safe only on one line. */
  readonly indented: Set<number>;
  readonly unwrapped: Set<number>;
}

/** How often the result is read back; in the last rounds paragraphs that still read otherwise are set on one line. */
const mostRounds = 8;

/** True where a page number stands between the lines of a block: wrapping would move it into a line. */
function holdsPageNumber(page: Page, block: Block): boolean {
  return repairsIn(page, page.reading.rawRange(block)).some(({ code }) => code === 'repair/page-break');
}

/** The edits that wrap the paragraphs of a page, with care. */
function wrapEdits(page: Page, { range, indent = 'two', cells }: RewrapOptions, care: Care): readonly TextEdit[] {
  const { raw, text } = page.reading;
  const lines = new LineIndex(raw);
  const eol = lineEndOf(raw);
  const edits: TextEdit[] = [];
  for (const [i, block] of page.newsletter.blocks.entries()) {
    const space = block.kind === 'paragraph' ? leadingSpace(page, block, lines) : undefined;
    if (
      !space ||
      holdsPageNumber(page, block) ||
      (range && !overlaps(range, { start: space.start, end: page.reading.rawRange(block).end }))
    )
      continue;
    const indented = indent === 'two' || care.indented.has(i);
    edits.push(trimEdit(raw, { ...space, text: indented ? paragraphIndent : '' }));
    const width = care.unwrapped.has(i) ? Infinity : Math.max(fewestCells, cells);
    // One by one: as arguments of one call, the edits of a very long paragraph overflow the stack.
    for (const edit of wrapBlock(page, block, lineBreaks(text, block, width, care.held), eol)) edits.push(edit);
  }
  return edits.filter((edit) => edit.start < edit.end || edit.text !== '');
}

/** Takes one more measure for each block that reads otherwise; false where there is none left to take. */
function takeCare(page: Page, misread: readonly Misread[], care: Care, hurry: boolean): boolean {
  const size = () => care.held.size + care.indented.size + care.unwrapped.size;
  const before = size();
  const unwrap = (index: number) => {
    if (page.newsletter.blocks[index]?.kind === 'paragraph') care.unwrapped.add(index);
  };
  for (const { index, block, how, splitAt } of misread) {
    if (!hurry && how === 'split' && splitAt !== undefined && !care.held.has(splitAt)) care.held.add(splitAt);
    else if (how === 'grown' && block.kind !== 'paragraph') care.indented.add(index + 1);
    else if (how !== 'split' && !care.indented.has(index)) care.indented.add(index);
    else unwrap(index);
  }
  return size() > before;
}

/**
 * The edits of the raw text that wrap its paragraphs to a column again: sorted, not overlapping. Everything but paragraphs stays
 * as it is; so does a paragraph that shares its first line with another block. A paragraph whose lines would be read as something
 * else is set on one line.
 */
export function rewrapEdits(page: Page, options: RewrapOptions): readonly TextEdit[] {
  const care: Care = { held: new Set(), indented: new Set(), unwrapped: new Set() };
  let best: readonly TextEdit[] = [];
  let fewest = Infinity;
  for (let round = 1; round <= mostRounds; round++) {
    const edits = wrapEdits(page, options, care);
    const misread = misreadAfter(page, edits);
    if (misread.length < fewest) {
      best = edits;
      fewest = misread.length;
    }
    if (fewest === 0 || !takeCare(page, misread, care, round > mostRounds / 2)) break;
  }
  return best;
}

/** The line end a text uses: that of its first line. */
function lineEndOf(raw: string): string {
  const at = raw.indexOf('\n');
  return at > 0 && raw[at - 1] === '\r' ? '\r\n' : '\n';
}

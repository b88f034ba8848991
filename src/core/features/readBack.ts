import type { Block } from '../newsletter/model.ts';
import { readPage, type Page } from '../newsletter/readPage.ts';
import { applyEdits, type TextEdit } from '../text/range.ts';

/** A block that reads otherwise once edits are made that should not change what is read. */
export interface Misread {
  /** Index among the blocks of the page before the edits. */
  readonly index: number;
  readonly block: Block;
  /** `lost`: it no longer begins a block; `kind`: it became another kind; `split`: a new block begins inside; `grown`: it took in the next one. */
  readonly how: 'lost' | 'kind' | 'split' | 'grown';
  /** For `split`: offset in the old reading text at which the new block begins. */
  readonly splitAt?: number;
}

/** Gives raw offsets of the old text their places in the new one; offsets must be asked in ascending order. */
function offsetsAfter(edits: readonly TextEdit[]): (offset: number) => number {
  let next = 0;
  let shift = 0;
  return (offset) => {
    for (let edit = edits[next]; edit && edit.end <= offset; edit = edits[++next]) {
      shift += edit.text.length - (edit.end - edit.start);
    }
    return offset + shift;
  };
}

/** The same the other way round. */
function offsetBefore(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const edit of edits) {
    if (edit.start + shift + edit.text.length > offset) break;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset - shift;
}

/**
 * Reads the text again as it is after `edits` (raw, sorted) and tells which blocks come out otherwise: what a person sees of a
 * page must be the same before and after its lines are set anew.
 */
export function misreadAfter(page: Page, edits: readonly TextEdit[]): readonly Misread[] {
  const after = readPage(applyEdits(page.reading.raw, edits));
  const read = new Map<number, { readonly end: number; readonly kind: Block['kind']; readonly index: number }>();
  for (const [index, block] of after.newsletter.blocks.entries()) {
    const { start, end } = after.reading.rawRange(block);
    read.set(start, { end, kind: block.kind, index });
  }
  const mapStart = offsetsAfter(edits);
  const mapEnd = offsetsAfter(edits);
  const misread: Misread[] = [];
  for (const [index, block] of page.newsletter.blocks.entries()) {
    const raw = page.reading.rawRange(block);
    const found = read.get(mapStart(raw.start));
    const end = mapEnd(raw.end);
    if (!found) misread.push({ index, block, how: 'lost' });
    else if (found.end < end) {
      const split = after.newsletter.blocks[found.index + 1];
      const at = split && offsetBefore(edits, after.reading.rawRange(split).start);
      misread.push({ index, block, how: 'split', ...(at !== undefined && { splitAt: page.reading.toReading(at) }) });
    } else if (found.end > end) misread.push({ index, block, how: 'grown' });
    else if (found.kind !== block.kind) misread.push({ index, block, how: 'kind' });
  }
  return misread;
}

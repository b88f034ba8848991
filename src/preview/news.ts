import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { sameBlock, type PageBlock } from '../shared/sync/page.ts';
import { markNews } from './marks.ts';
import { fromHost, reconcile, type SameEnds } from './reconcile.ts';

/** Blocks, and the document that showed them. */
export interface Shown {
  readonly blocks: readonly PageBlock[];
  readonly doc: Node;
}

/** What brings a view to a page, and the blocks of it, from `first` up to `end`, that look otherwise or stand on other lines than before. */
export interface News {
  readonly transaction: Transaction;
  readonly first: number;
  readonly end: number;
}

/** What makes a view show `blocks`; `shown` is what it was made to show last, and gestures of the person may have come since. */
export function newsFor(state: EditorState, shown: Shown, blocks: readonly PageBlock[]): News {
  const same = sameEnds(shown.blocks, blocks, sameBlock);
  const transaction = reconcile(state, blocks, shownStill(state.doc, shown.doc, same)) ?? state.tr;
  transaction.setMeta(fromHost, true);
  const first = same.head;
  const end = blocks.length - same.tail;
  if (end > first) transaction.setMeta(...markNews(first, end, blocks));
  return { transaction, ...movedTo(shown.blocks, blocks, { first, end }) };
}

/** The stretch, as far as it reaches with the blocks before and behind it that stand on other lines. */
function movedTo(
  before: readonly PageBlock[],
  after: readonly PageBlock[],
  { first, end }: { readonly first: number; readonly end: number },
): { first: number; end: number } {
  const by = after.length - before.length;
  let from = 0;
  while (from < first && before[from]?.line === after[from]?.line) from++;
  let to = after.length;
  while (to > end && before[to - 1 - by]?.line === after[to - 1]?.line) to--;
  return { first: from, end: to };
}

/** How many of the blocks that are the same as before also stand in the document as they did: those the person has not touched. */
function shownStill(doc: Node, before: Node, { head, tail }: SameEnds): SameEnds {
  if (doc === before) return { head, tail };
  const still = sameEnds(before.children, doc.children, (a, b) => a === b);
  return { head: Math.min(head, still.head), tail: Math.min(tail, still.tail) };
}

function sameEnds<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): SameEnds {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && same(before[head] as T, after[head] as T)) head++;
  let tail = 0;
  while (tail < shortest - head && same(before[before.length - 1 - tail] as T, after[after.length - 1 - tail] as T)) {
    tail++;
  }
  return { head, tail };
}

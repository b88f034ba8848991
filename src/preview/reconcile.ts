import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { blockBreak } from '../core/features/pageText.ts';
import { difference } from '../core/text/trimEdit.ts';
import { emptyBlock, matchRuns, type PageBlock } from '../shared/sync/page.ts';
import { diffTexts, mapOffset } from '../shared/sync/rebase.ts';
import { nodeOf, offsetOf, positionOf, schema, textOfNode } from './schema.ts';

/** Set on transactions that bring the host's news, so that they are not taken for gestures. */
export const fromHost = 'fromHost';

/** How many items two lists share at both ends. */
export interface SameEnds {
  readonly head: number;
  readonly tail: number;
}

/** The blocks that differ, `[first, end)` of the shown and `[first, newEnd)` of the wanted ones. */
interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly newEnd: number;
}

/**
 * The transaction that makes the document show `blocks`, touching only what differs, so that cursor and selection stay where
 * they are; undefined where nothing differs.
 *
 * @param same how many blocks at both ends are known to be shown already; the others are compared
 */
export function reconcile(
  state: EditorState,
  blocks: readonly PageBlock[],
  same: SameEnds = { head: 0, tail: 0 },
): Transaction | undefined {
  const wanted = blocks.length > 0 ? blocks : [emptyBlock];
  const stretch = differingStretch(state.doc, wanted, same);
  const { first, end, newEnd } = stretch;
  if (end === first && newEnd === first) return undefined;
  const shown: Node[] = [];
  for (let i = first; i < end; i++) shown.push(state.doc.child(i));
  const nodes = wanted.slice(first, newEnd).map(nodeOf);
  const starts = startsOf(shown, startOf(state.doc, first));
  const transaction = state.tr;
  const runs = matchRuns(shown, nodes, (a, b) => a.sameMarkup(b) && a.textContent === b.textContent);
  for (const run of runs.reverse()) {
    const news = nodes.slice(run.from, run.from + run.count);
    if (run.remove === run.count) {
      for (let i = run.count - 1; i >= 0; i--) {
        changeBlock(transaction, starts[run.at + i] as number, shown[run.at + i] as Node, news[i] as Node);
      }
    } else {
      transaction.replaceWith(starts[run.at] as number, starts[run.at + run.remove] as number, news);
    }
  }
  keepSelection(state, transaction, stretch);
  return transaction.setMeta(fromHost, true).setMeta('addToHistory', false);
}

function differingStretch(doc: Node, wanted: readonly PageBlock[], { head, tail: known }: SameEnds): Stretch {
  const shortest = Math.min(doc.childCount, wanted.length);
  let first = Math.min(head, shortest);
  while (first < shortest && shows(doc.child(first), wanted[first] as PageBlock)) first++;
  let tail = Math.min(known, shortest - first);
  while (
    tail < shortest - first &&
    shows(doc.child(doc.childCount - 1 - tail), wanted[wanted.length - 1 - tail] as PageBlock)
  ) {
    tail++;
  }
  return { first, end: doc.childCount - tail, newEnd: wanted.length - tail };
}

function shows(node: Node, block: PageBlock): boolean {
  const { kind, level } = node.attrs;
  return kind === block.kind && level === (block.level ?? null) && textOfNode(node) === block.text;
}

function changeBlock(transaction: Transaction, at: number, shown: Node, wanted: Node): void {
  const edit = difference(shown.textContent, wanted.textContent);
  if (edit.start !== edit.end || edit.text !== '') {
    const from = at + 1 + edit.start;
    const to = at + 1 + edit.end;
    if (edit.text === '') transaction.delete(from, to);
    else transaction.replaceWith(from, to, schema.text(edit.text));
  }
  if (!shown.sameMarkup(wanted)) transaction.setNodeMarkup(at, null, wanted.attrs);
}

/** Cursor and selection stay at their letters, even where blocks were split or joined under them. */
function keepSelection(state: EditorState, transaction: Transaction, { first, end, newEnd }: Stretch): void {
  const { selection, doc } = state;
  if (!(selection instanceof TextSelection)) return;
  const offset = offsetOf(doc, startOf(doc, first) + 1);
  const change = diffTexts(textOfStretch(doc, first, end), textOfStretch(transaction.doc, first, newEnd)).map(
    (edit) => ({
      ...edit,
      start: edit.start + offset,
      end: edit.end + offset,
    }),
  );
  const moved = (position: number) =>
    transaction.doc.resolve(positionOf(transaction.doc, mapOffset(offsetOf(doc, position), change, 'before')));
  transaction.setSelection(TextSelection.between(moved(selection.anchor), moved(selection.head)));
}

/** The page text of the blocks `[first, end)`, closed by a break where others follow, so that whole blocks can come and go. */
function textOfStretch(doc: Node, first: number, end: number): string {
  let text = '';
  for (let i = first; i < end; i++) text += textOfNode(doc.child(i)) + (i + 1 < doc.childCount ? blockBreak : '');
  return text;
}

function startOf(doc: Node, block: number): number {
  let at = 0;
  for (let i = 0; i < block; i++) at += doc.child(i).nodeSize;
  return at;
}

function startsOf(nodes: readonly Node[], from: number): number[] {
  let at = from;
  const starts = nodes.map((node) => {
    const start = at;
    at += node.nodeSize;
    return start;
  });
  return [...starts, at];
}

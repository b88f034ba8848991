import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import type { PageBlock } from '../shared/sync/page.ts';
import { matchRuns } from '../shared/sync/page.ts';
import { difference } from '../core/text/trimEdit.ts';
import { diffTexts, mapOffset } from '../shared/sync/rebase.ts';
import { nodeOf, offsetOf, pageTextOf, positionOf, schema } from './schema.ts';

/** Set on transactions that bring the host's news, so that they are not taken for gestures. */
export const fromHost = 'fromHost';

/**
 * The transaction that makes the document show `blocks`, touching only what differs, so that cursor and selection stay where
 * they are; undefined where nothing differs.
 */
export function reconcile(state: EditorState, blocks: readonly PageBlock[]): Transaction | undefined {
  const wanted = blocks.length > 0 ? blocks.map(nodeOf) : [schema.nodes.block.create()];
  const shown: Node[] = [];
  state.doc.forEach((node) => shown.push(node));
  const runs = matchRuns(shown, wanted, (a, b) => a.sameMarkup(b) && a.textContent === b.textContent);
  if (runs.length === 0) return undefined;
  const starts = startsOf(shown);
  const transaction = state.tr;
  for (const run of runs.reverse()) {
    const nodes = wanted.slice(run.from, run.from + run.count);
    if (run.remove === run.count) {
      for (let i = run.count - 1; i >= 0; i--) {
        changeBlock(transaction, starts[run.at + i] as number, shown[run.at + i] as Node, nodes[i] as Node);
      }
    } else {
      transaction.replaceWith(starts[run.at] as number, starts[run.at + run.remove] as number, nodes);
    }
  }
  keepSelection(state, transaction);
  return transaction.setMeta(fromHost, true).setMeta('addToHistory', false);
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
function keepSelection(state: EditorState, transaction: Transaction): void {
  const { selection, doc } = state;
  if (!(selection instanceof TextSelection)) return;
  const change = diffTexts(pageTextOf(doc), pageTextOf(transaction.doc));
  const moved = (position: number) =>
    transaction.doc.resolve(positionOf(transaction.doc, mapOffset(offsetOf(doc, position), change, 'before')));
  transaction.setSelection(TextSelection.between(moved(selection.anchor), moved(selection.head)));
}

function startsOf(nodes: readonly Node[]): number[] {
  let at = 0;
  const starts = nodes.map((node) => {
    const start = at;
    at += node.nodeSize;
    return start;
  });
  return [...starts, at];
}

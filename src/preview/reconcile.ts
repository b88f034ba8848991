import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import type { PageBlock } from '../shared/sync/page.ts';
import { matchRuns } from '../shared/sync/page.ts';
import { difference } from '../core/text/trimEdit.ts';
import { nodeOf, schema } from './schema.ts';

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

/** A cursor whose block was replaced goes to the nearest place that still is. */
function keepSelection(state: EditorState, transaction: Transaction): void {
  const { selection } = state;
  if (!(selection instanceof TextSelection)) return;
  const anchor = transaction.doc.resolve(transaction.mapping.map(selection.anchor, -1));
  const head = transaction.doc.resolve(transaction.mapping.map(selection.head, -1));
  transaction.setSelection(TextSelection.between(anchor, head));
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

import { Plugin, PluginKey } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { BlockMark, PageBlock } from '../shared/sync/page.ts';

/** Blocks `[first, end)` of the document are to be marked anew. */
interface MarkNews {
  readonly first: number;
  readonly end: number;
  readonly blocks: readonly PageBlock[];
}

const key = new PluginKey<DecorationSet>('marks');

/** Underlines terms and findings, and sets leads in bold, without touching the document. */
export function marksPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set) {
        const moved = set.map(transaction.mapping, transaction.doc);
        const news = transaction.getMeta(key) as MarkNews | undefined;
        return news ? markAnew(moved, transaction.doc, news) : moved;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** What to set on a transaction so that the blocks from `first` up to `end` show the marks of `blocks`. */
export function markNews(first: number, end: number, blocks: readonly PageBlock[]): [PluginKey, MarkNews] {
  return [key, { first, end, blocks }];
}

function markAnew(set: DecorationSet, doc: Node, { first, end, blocks }: MarkNews): DecorationSet {
  const decorations: Decoration[] = [];
  let position = 0;
  let from = doc.content.size;
  let to = 0;
  for (let i = 0; i < Math.min(end, doc.childCount); i++) {
    const node = doc.child(i);
    if (i >= first) {
      from = Math.min(from, position);
      to = position + node.nodeSize;
      for (const mark of blocks[i]?.marks ?? []) {
        const start = Math.min(mark.start, node.content.size);
        const stop = Math.min(mark.end, node.content.size);
        if (stop > start) decorations.push(decorationOf(mark, position + 1 + start, position + 1 + stop));
      }
    }
    position += node.nodeSize;
  }
  if (to <= from) return set;
  const gone = set.find(from, to).filter((one) => one.from > from - 1 && one.to < to + 1);
  return set.remove(gone).add(doc, decorations);
}

function decorationOf(mark: BlockMark, from: number, to: number): Decoration {
  const { kind, message } = mark;
  const isTerm = kind === 'term' || kind === 'unknown';
  const name = kind === 'lead' || isTerm ? kind : `finding ${kind}`;
  return Decoration.inline(
    from,
    to,
    { nodeName: 'span', class: name, ...(message !== undefined && { title: message }) },
    { inclusiveStart: false, inclusiveEnd: false },
  );
}

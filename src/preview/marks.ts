import { Plugin, PluginKey } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { difference } from '../core/text/trimEdit.ts';
import { sameMarks, type BlockMark, type PageBlock } from '../shared/sync/page.ts';

/** Blocks `[first, end)` of the document are to be marked anew. */
interface MarkNews {
  readonly first: number;
  readonly end: number;
  readonly blocks: readonly PageBlock[];
}

/** What is marked in a block, and the decorations that show it; offsets are those of its text. */
interface Marked {
  readonly marks: readonly BlockMark[];
  readonly set: DecorationSet;
}

const key = new PluginKey<BlockMarks>('marks');

const markedBlocks = new WeakMap<Node, Marked>();

/**
 * The decorations of a page by its blocks. ProseMirror's own sets look for those of a block among those of all blocks before it,
 * which takes seconds on a long page; here every block knows its own.
 */
class BlockMarks extends DecorationSet {
  override forChild(_offset: number, node: Node): DecorationSet {
    return markedBlocks.get(node)?.set ?? DecorationSet.empty;
  }

  override map(): DecorationSet {
    return this;
  }

  /** @internal */
  eq(other: unknown): boolean {
    return this === other;
  }

  /** @internal */
  locals(): readonly Decoration[] {
    return [];
  }
}

/** ProseMirror keeps the constructor of its sets to itself. */
function newMarks(): BlockMarks {
  return new (BlockMarks as unknown as new (local: Decoration[], children: unknown[]) => BlockMarks)([], []);
}

/** Underlines terms and findings, and sets leads in bold, without touching the document. */
export function marksPlugin(): Plugin<BlockMarks> {
  return new Plugin<BlockMarks>({
    key,
    state: {
      init: newMarks,
      apply(transaction, marks, before, after) {
        if (transaction.docChanged) carry(before.doc, after.doc);
        const news = transaction.getMeta(key) as MarkNews | undefined;
        return news && markAnew(after.doc, news) ? newMarks() : marks;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** What to set on a transaction so that the blocks from `first` up to `end` show the marks of `blocks`. */
export function markNews(first: number, end: number, blocks: readonly PageBlock[]): [PluginKey, MarkNews] {
  return [key, { first, end, blocks }];
}

/** Blocks that were edited keep their marks at their letters until the host has read them anew. */
function carry(before: Node, after: Node): void {
  const shortest = Math.min(before.childCount, after.childCount);
  let head = 0;
  while (head < shortest && before.child(head) === after.child(head)) head++;
  let tail = 0;
  while (
    tail < shortest - head &&
    before.child(before.childCount - 1 - tail) === after.child(after.childCount - 1 - tail)
  ) {
    tail++;
  }
  const changed = Math.min(before.childCount, after.childCount) - head - tail;
  for (let i = head; i < head + changed; i++) {
    const old = before.child(i);
    const now = after.child(i);
    const marked = markedBlocks.get(old);
    if (marked && !markedBlocks.has(now)) setMarks(now, movedMarks(marked.marks, old.textContent, now.textContent));
  }
}

function movedMarks(marks: readonly BlockMark[], before: string, after: string): BlockMark[] {
  const edit = difference(before, after);
  const by = edit.text.length - (edit.end - edit.start);
  return marks.flatMap((mark) => {
    if (mark.end <= edit.start) return [mark];
    if (mark.start >= edit.end) return [{ ...mark, start: mark.start + by, end: mark.end + by }];
    const end = mark.end + by;
    return mark.start <= edit.start && end > mark.start && mark.end >= edit.end ? [{ ...mark, end }] : [];
  });
}

/** True where a block has other marks than before. */
function markAnew(doc: Node, { first, end, blocks }: MarkNews): boolean {
  let changed = false;
  for (let i = first; i < Math.min(end, doc.childCount); i++) {
    const node = doc.child(i);
    const marks = blocks[i]?.marks ?? [];
    if (sameMarks(markedBlocks.get(node)?.marks ?? [], marks)) continue;
    setMarks(node, marks);
    changed = true;
  }
  return changed;
}

function setMarks(node: Node, marks: readonly BlockMark[]): void {
  const { size } = node.content;
  const decorations = marks
    .map((mark) => decorationOf(mark, Math.min(mark.start, size), Math.min(mark.end, size)))
    .filter(({ from, to }) => to > from);
  markedBlocks.set(node, { marks, set: DecorationSet.create(node, decorations) });
}

function decorationOf(mark: BlockMark, from: number, to: number): Decoration {
  const { message } = mark;
  return Decoration.inline(
    from,
    to,
    { nodeName: 'span', class: classOfMark(mark), ...(message !== undefined && { title: message }) },
    { inclusiveStart: false, inclusiveEnd: false },
  );
}

function classOfMark({ kind, level }: BlockMark): string {
  if (kind === 'lead') return level === undefined ? kind : `${kind} level${level}`;
  return kind === 'term' || kind === 'unknown' ? kind : `finding ${kind}`;
}

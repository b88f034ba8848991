import { Schema, type Node } from 'prosemirror-model';
import { isDistribution } from '../core/features/distribution.ts';
import { namesReaders } from '../core/features/salutation.ts';
import { blockBreak } from '../core/features/pageText.ts';
import type { BlockKind } from '../core/newsletter/model.ts';
import type { PageBlock } from '../shared/sync/page.ts';

/** A page is a row of blocks; a block is plain text, line breaks and all. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      content: 'text*',
      marks: '',
      whitespace: 'pre',
      attrs: { kind: { default: 'paragraph' }, level: { default: null } },
      toDOM: (node) => [tagOf(node), { class: classOf(node) }, 0],
      parseDOM: [
        ...[1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { kind: 'heading', level } })),
        { tag: 'p' },
        { tag: 'li' },
        { tag: 'div' },
        { tag: 'td' },
      ],
    },
    text: {},
  },
});

/** The element a block is shown as. */
export function tagOf(node: Node): string {
  const { kind, level } = node.attrs as { kind: string; level: number | null };
  return kind === 'heading' ? `h${level ?? 1}` : 'p';
}

/** The class a block is styled by. */
export function classOf(node: Node): string {
  const text = textOfNode(node);
  const kind = node.attrs.kind as BlockKind;
  const extra = [
    text.includes('\n') && 'lines',
    // Only of its first line is the indent no part of the block.
    text.includes('\n\u3000\u3000') && 'set-in',
    isDistribution(kind, text) && 'distribution',
    namesReaders(kind, text) && 'salutation',
  ];
  return ['block', kind, ...extra.filter((one) => one !== false)].join(' ');
}

/** The node that shows a block. */
export function nodeOf(block: PageBlock): Node {
  const attrs = { kind: block.kind, level: block.level ?? null };
  return schema.nodes.block.create(attrs, block.text === '' ? null : schema.text(block.text));
}

/** The document that shows blocks; none gives one empty paragraph. */
export function documentOf(blocks: readonly PageBlock[]): Node {
  const nodes = blocks.map(nodeOf);
  return schema.nodes.doc.create(null, nodes.length > 0 ? nodes : [schema.nodes.block.create()]);
}

/** The text of a block. */
export function textOfNode(node: Node): string {
  return node.childCount === 1 ? (node.child(0).text ?? '') : node.textContent;
}

/** The page text a document shows. */
export function pageTextOf(doc: Node): string {
  return doc.textBetween(0, doc.content.size, blockBreak);
}

/**
 * Page offset of a place of the document: before the first block's text stands one token, between two blocks stand two where the
 * page text has one break.
 */
export function offsetOf(doc: Node, position: number): number {
  const place = doc.resolve(Math.max(0, Math.min(position, doc.content.size)));
  const index = place.index(0);
  if (place.depth === 0) return Math.max(0, position - index - (index === doc.childCount && index > 0 ? 1 : 0));
  return position - index - 1;
}

/** Document position of a page offset. */
export function positionOf(doc: Node, offset: number): number {
  let left = offset;
  let position = 0;
  for (let i = 0; i < doc.childCount; i++) {
    const child = doc.child(i);
    if (left <= child.content.size || i === doc.childCount - 1)
      return position + 1 + Math.min(left, child.content.size);
    left -= child.content.size + 1;
    position += child.nodeSize;
  }
  return 0;
}

import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import type { PageBlock } from '../shared/sync/page.ts';
import { classOf, tagOf } from './schema.ts';

/** Shows one block; its attributes (the line, above all) may be changed from outside without the editor reading the page again. */
export function blockView(node: Node): NodeView {
  const dom = document.createElement(tagOf(node));
  dom.className = classOf(node);
  const { kind, level } = node.attrs;
  return {
    dom,
    contentDOM: dom,
    update: (next) => {
      if (next.type !== node.type || next.attrs.kind !== kind || next.attrs.level !== level) return false;
      if (dom.className !== classOf(next)) dom.className = classOf(next);
      return true;
    },
    ignoreMutation: (mutation) => mutation.type === 'attributes',
  };
}

/**
 * Writes on the elements of the blocks from `first` up to `end` where they stand in the raw text: `data-line` and
 * `data-last-line`, 0-based.
 */
export function writeLines(view: EditorView, blocks: readonly PageBlock[], first = 0, end = Infinity): void {
  const last = blocks.length - 1;
  let index = first;
  for (
    let element = view.dom.children[first];
    element && index < end;
    element = element.nextElementSibling ?? undefined
  ) {
    const block = blocks[Math.min(index++, last)];
    if (!block) return;
    writeAttribute(element, 'data-line', String(block.line));
    writeAttribute(element, 'data-last-line', String(block.lastLine));
  }
}

function writeAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

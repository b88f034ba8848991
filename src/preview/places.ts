import type { EditorView } from 'prosemirror-view';
import type { TextRange } from '../core/text/range.ts';
import { positionOf } from './schema.ts';

/** Stretches of the page text as stretches of its elements; those that are not drawn are left out. */
export function domRanges(view: EditorView, ranges: readonly TextRange[]): Range[] {
  const { doc } = view.state;
  return ranges.flatMap(({ start, end }) => {
    try {
      const from = view.domAtPos(positionOf(doc, start), 1);
      const to = view.domAtPos(positionOf(doc, end), -1);
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return [range];
    } catch (error) {
      if (error instanceof DOMException || error instanceof RangeError) return [];
      throw error;
    }
  });
}

/** How much of the window's height stays above a place that is shown, so that its surroundings can be read. */
const above = 0.3;

/** Scrolls a place of the document into the window where it cannot be seen. */
export function reveal(view: EditorView, position: number): void {
  const box = view.coordsAtPos(position);
  const top = pageTop();
  if (box.top >= top && box.bottom <= window.innerHeight - 40) return;
  window.scrollTo({ top: window.scrollY + box.top - top - window.innerHeight * above });
}

/** Where the page begins to be seen: below the bars above it. */
export function pageTop(): number {
  return Math.max(0, document.getElementById('bars')?.getBoundingClientRect().bottom ?? 0);
}

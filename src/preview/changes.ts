import type { Node } from 'prosemirror-model';
import type { TextEdit } from '../core/text/range.ts';
import { diffTexts } from '../shared/sync/rebase.ts';
import { offsetOf, pageTextOf } from './schema.ts';

/** What leads from one document to another, as edits of the page text of the first; only blocks that differ are compared. */
export function editsBetween(before: Node, after: Node): TextEdit[] {
  const from = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (from === null || !ends) return [];
  // Where one of them ends with what the other goes on from, its last block is compared as well: a break comes or goes behind it.
  const first = Math.min(before.resolve(from).index(0), before.childCount - 1, after.childCount - 1);
  const kept = Math.min(
    before.childCount - 1 - lastTouched(before, ends.a),
    after.childCount - 1 - lastTouched(after, ends.b),
    before.childCount - 1 - first,
    after.childCount - 1 - first,
  );
  const old = stretch(before, first, before.childCount - kept);
  const now = stretch(after, first, after.childCount - kept);
  return diffTexts(old.text, now.text).map((edit) => ({
    start: edit.start + old.offset,
    end: edit.end + old.offset,
    text: edit.text,
  }));
}

function lastTouched(doc: Node, position: number): number {
  return Math.min(doc.childCount - 1, doc.resolve(Math.min(position, doc.content.size)).index(0));
}

/** The page text of the blocks `[first, end)`, and the page offset where it starts. */
function stretch(doc: Node, first: number, end: number): { text: string; offset: number } {
  const blocks: Node[] = [];
  let position = 0;
  for (let i = 0; i < end; i++) {
    if (i < first) position += doc.child(i).nodeSize;
    else blocks.push(doc.child(i));
  }
  const text = pageTextOf(doc.type.create(null, blocks));
  return { text, offset: offsetOf(doc, position + 1) };
}

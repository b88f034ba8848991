import { blockBreak } from '../../core/features/pageText.ts';
import type { TextEdit, TextRange } from '../../core/text/range.ts';
import { difference, sharedEnds, trimEdit } from '../../core/text/trimEdit.ts';
import { matchRuns } from './page.ts';

/** Edits of one text that happen at once: sorted, not overlapping, offsets of the text before. */
export type Change = readonly TextEdit[];

/** On which side of text inserted at the very same place a place stays. */
export type Side = 'before' | 'after';

/** Where a place of the old text stands after a change; a place inside a replaced stretch goes to the stretch's end or start. */
export function mapOffset(offset: number, change: Change, side: Side = 'after'): number {
  let shift = 0;
  for (const edit of change) {
    if (edit.start > offset || (edit.start === offset && (side === 'before' || edit.end > edit.start))) break;
    if (edit.end > offset) return edit.start + shift + (side === 'before' ? 0 : edit.text.length);
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset + shift;
}

/**
 * The edit as it must be after another change of the same text, or undefined where the two meet: where one would write into
 * what the other took away, or take away what the other wrote. Two removals of the same text are no conflict.
 *
 * @param side where the edit's text goes when both insert at the same place.
 */
export function rebaseEdit(edit: TextEdit, change: Change, side: Side = 'after'): TextEdit | undefined {
  for (const other of change) if (meets(edit, other)) return undefined;
  if (edit.start === edit.end) {
    const at = mapOffset(edit.start, change, side);
    return { start: at, end: at, text: edit.text };
  }
  return { ...mapRange(edit, change), text: edit.text };
}

/** All edits of a gesture after another change, or undefined where one of them meets it: a gesture is done whole or not at all. */
export function rebaseChange(edits: Change, change: Change, side: Side = 'after'): TextEdit[] | undefined {
  if (change.length === 0) return [...edits];
  const rebased: TextEdit[] = [];
  for (const edit of edits) {
    const one = rebaseEdit(edit, change, side);
    if (!one) return undefined;
    rebased.push(one);
  }
  return rebased.filter((edit) => edit.start !== edit.end || edit.text !== '');
}

/** The edit after several changes in a row. */
export function rebaseThrough(edits: Change, changes: readonly Change[]): TextEdit[] | undefined {
  let rebased: TextEdit[] | undefined = [...edits];
  for (const change of changes) rebased = rebased && rebaseChange(rebased, change);
  return rebased;
}

/** What is left of a gesture and of the changes that came before it in the document, each put behind the other. */
export interface Crossed {
  /** The gesture after all the changes; undefined where they meet. */
  readonly edits: TextEdit[] | undefined;
  /** The changes as they act on the text that holds the gesture, or that lacks it after all. */
  readonly changes: readonly Change[];
}

/** Carries a gesture over changes in a row, and the changes over the gesture. @param text the text the gesture was made in. */
export function cross(text: string, edits: Change, changes: readonly Change[]): Crossed {
  let moved: Change = edits;
  const crossed: Change[] = [];
  for (const change of changes) {
    const next = rebaseChange(moved, change, 'after');
    const over = rebaseChange(change, moved, 'before');
    if (!next || !over) return { edits: undefined, changes: [invert(text, edits), ...changes] };
    crossed.push(over);
    moved = next;
  }
  return { edits: [...moved], changes: crossed };
}

function meets(edit: TextEdit, other: TextEdit): boolean {
  const insertion = edit.start === edit.end;
  const otherInsertion = other.start === other.end;
  if (insertion && otherInsertion) return false;
  if (insertion) return edit.start > other.start && edit.start < other.end;
  if (otherInsertion) return other.start > edit.start && other.start < edit.end;
  if (edit.end <= other.start || other.end <= edit.start) return false;
  return edit.text !== '' || other.text !== '';
}

/** The change that takes `change` back; `text` is the text before it. */
export function invert(text: string, change: Change): TextEdit[] {
  let shift = 0;
  return change.map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/** What changed between two page texts, block by block and inside a block without its common ends. */
export function diffTexts(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const { head, tail } = commonBlocks(before, after);
  const edits = diffBlocks(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return edits.map((edit) => ({ ...edit, start: edit.start + head, end: edit.end + head }));
}

/** How long the whole blocks are that both texts begin and end with, but for one at each end beside what differs. */
function commonBlocks(before: string, after: string): { head: number; tail: number } {
  const { head, tail } = sharedEnds(before, after);
  return { head: blockEdge(before, head, -1), tail: before.length - blockEdge(before, before.length - tail, 1) };
}

/** The edge of the block next to the one that holds `offset`. */
function blockEdge(text: string, offset: number, direction: 1 | -1): number {
  let at = offset;
  for (let blocks = 0; blocks < 2; blocks++) {
    at = direction < 0 ? text.lastIndexOf(blockBreak, at - 1) : text.indexOf(blockBreak, at + blocks);
    if (at < 0 || (direction < 0 && at === 0)) return direction < 0 ? 0 : text.length;
  }
  return direction < 0 ? at + 1 : at;
}

function diffBlocks(before: string, after: string): TextEdit[] {
  const old = before.split(blockBreak);
  const now = after.split(blockBreak);
  const starts = startsOf(old);
  const edits: TextEdit[] = [];
  for (const run of matchRuns(old, now, (a, b) => a === b)) {
    if (run.remove === run.count) {
      for (let i = 0; i < run.count; i++) {
        const start = starts[run.at + i] as number;
        const text = old[run.at + i] as string;
        const edit = difference(text, now[run.from + i] as string);
        edits.push({ start: start + edit.start, end: start + edit.end, text: edit.text });
      }
    } else edits.push(...finest(before, trimEdit(before, spliceEdit(before.length, starts, run, now))));
  }
  return edits.filter((edit) => edit.start !== edit.end || edit.text !== '');
}

/** White space and breaks: what comes and goes where a text is read in another way. */
const isGap = (letter: string): boolean => letter === blockBreak || letter === '\n' || letter === ' ';

/**
 * An edit that only parts and joins blocks and lines, as one small edit for each place, so that what is written between them
 * meets none; any other edit as it is.
 */
function finest(text: string, edit: TextEdit): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = edit.start;
  let next = 0;
  while (at < edit.end || next < edit.text.length) {
    const old = at < edit.end ? text.charAt(at) : '';
    const now = edit.text.charAt(next);
    if (old !== '' && old === now) {
      at++;
      next++;
      continue;
    }
    const [start, from] = [at, next];
    while (at < edit.end && isGap(text.charAt(at))) at++;
    while (next < edit.text.length && isGap(edit.text.charAt(next))) next++;
    if (at === start && next === from) return [edit];
    edits.push({ start, end: at, text: edit.text.slice(from, next) });
  }
  return edits;
}

function spliceEdit(
  length: number,
  starts: readonly number[],
  run: { at: number; remove: number; from: number; count: number },
  now: readonly string[],
): TextEdit {
  const inserted = now.slice(run.from, run.from + run.count).join(blockBreak);
  const end = run.at + run.remove;
  const start = starts[run.at] ?? length + 1;
  const after = starts[end] ?? length + 1;
  if (run.remove > 0 && run.count > 0) return { start, end: after - 1, text: inserted };
  if (run.count > 0) {
    return run.at === 0
      ? { start: 0, end: 0, text: inserted + blockBreak }
      : { start: start - 1, end: start - 1, text: blockBreak + inserted };
  }
  return run.at === 0
    ? { start: 0, end: Math.min(after, length), text: '' }
    : { start: start - 1, end: after - 1, text: '' };
}

function startsOf(texts: readonly string[]): number[] {
  let at = 0;
  return texts.map((text) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}

/** The range after a change, shrunk to what is left of it. */
export function mapRange(range: TextRange, change: Change): TextRange {
  const start = mapOffset(range.start, change, 'after');
  return { start, end: Math.max(start, mapOffset(range.end, change, 'before')) };
}

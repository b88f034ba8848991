import { blockBreak } from '../../core/features/pageText.ts';
import type { BlockKind, HeadingLevel } from '../../core/newsletter/model.ts';

/** What the preview underlines; offsets count UTF-16 units of the block's own text. */
export interface BlockMark {
  readonly start: number;
  readonly end: number;
  /** `lead` is a run-in heading; `term` an explained abbreviation, `unknown` one without explanation; the others are findings. */
  readonly kind: 'lead' | 'term' | 'unknown' | 'error' | 'warning' | 'information' | 'hint';
  /** Level of a lead. */
  readonly level?: HeadingLevel;
  /** Text of a finding, in the person's language. */
  readonly message?: string;
}

/** One block as the preview shows it. */
export interface PageBlock {
  readonly kind: BlockKind;
  readonly level?: HeadingLevel;
  readonly text: string;
  /** First raw line, 0-based. */
  readonly line: number;
  /** Last raw line, 0-based. */
  readonly lastLine: number;
  readonly marks: readonly BlockMark[];
}

/** A page at one version of its document. */
export interface Page {
  readonly version: number;
  readonly blocks: readonly PageBlock[];
}

/** Replace `remove` blocks from `at` on by `insert`; positions count in the page before the patch. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly PageBlock[];
}

/** From block `at` of the new page on, lines move by `by` more; kept blocks only. */
export interface LineShift {
  readonly at: number;
  readonly by: number;
}

/** What leads from one page to the next. */
export interface PagePatch {
  readonly splices: readonly Splice[];
  readonly shifts: readonly LineShift[];
}

/** The block a page without text shows. */
export const emptyBlock: PageBlock = { kind: 'paragraph', text: '', line: 0, lastLine: 0, marks: [] };

/** The texts of blocks joined as the page text. */
export function textOf(blocks: readonly PageBlock[]): string {
  return blocks.map((block) => block.text).join(blockBreak);
}

/** True where two blocks look the same, wherever they stand. */
export function sameBlock(a: PageBlock, b: PageBlock): boolean {
  if (a === b) return true;
  return (
    a.text === b.text &&
    a.kind === b.kind &&
    a.level === b.level &&
    a.lastLine - a.line === b.lastLine - b.line &&
    sameMarks(a.marks, b.marks)
  );
}

/** True where the same is marked. */
export function sameMarks(a: readonly BlockMark[], b: readonly BlockMark[]): boolean {
  return a === b || (a.length === b.length && a.every((mark, i) => sameMark(mark, b[i] as BlockMark)));
}

function sameMark(a: BlockMark, b: BlockMark): boolean {
  return a.start === b.start && a.end === b.end && a.kind === b.kind && a.level === b.level && a.message === b.message;
}

/** The patch from one list of blocks to another. */
export function diffPages(before: readonly PageBlock[], after: readonly PageBlock[]): PagePatch {
  const splices = matchRuns(before, after, sameBlock).map(({ at, remove, from, count }) => ({
    at,
    remove,
    insert: after.slice(from, from + count),
  }));
  return { splices, shifts: lineShifts(before, after, splices) };
}

/** The blocks after a patch. @throws RangeError where the patch does not fit, so that a lost message cannot pass unseen. */
export function patchPage(before: readonly PageBlock[], patch: PagePatch): PageBlock[] {
  const blocks: PageBlock[] = [];
  const kept: boolean[] = [];
  const take = (items: readonly PageBlock[], keep: boolean) => {
    for (const item of items) {
      blocks.push(item);
      kept.push(keep);
    }
  };
  let at = 0;
  for (const splice of patch.splices) {
    if (splice.at < at || splice.at + splice.remove > before.length)
      throw new RangeError('The patch does not fit the page.');
    take(before.slice(at, splice.at), true);
    take(splice.insert, false);
    at = splice.at + splice.remove;
  }
  take(before.slice(at), true);
  return shiftLines(blocks, kept, patch.shifts);
}

/** The text of the page after a patch that fits; `text` is that of `before`. Only what the patch brings is put together anew. */
export function patchText(text: string, before: readonly PageBlock[], patch: PagePatch): string {
  // With a break behind its last block too, the text of a page is the sum of its blocks.
  const closed = before.length > 0 ? text + blockBreak : '';
  let patched = '';
  let offset = 0;
  let block = 0;
  const pass = (end: number) => {
    for (; block < end; block++) offset += (before[block] as PageBlock).text.length + 1;
    return offset;
  };
  for (const { at, remove, insert } of patch.splices) {
    patched += closed.slice(offset, pass(at));
    for (const made of insert) patched += made.text + blockBreak;
    pass(at + remove);
  }
  return (patched + closed.slice(offset)).slice(0, -1);
}

function shiftLines(blocks: readonly PageBlock[], kept: readonly boolean[], shifts: readonly LineShift[]): PageBlock[] {
  let by = 0;
  let next = 0;
  return blocks.map((block, i) => {
    while (next < shifts.length && (shifts[next] as LineShift).at <= i) by += (shifts[next++] as LineShift).by;
    return by === 0 || !kept[i] ? block : { ...block, line: block.line + by, lastLine: block.lastLine + by };
  });
}

function lineShifts(
  before: readonly PageBlock[],
  after: readonly PageBlock[],
  splices: readonly Splice[],
): readonly LineShift[] {
  const shifts: LineShift[] = [];
  let by = 0;
  let old = 0;
  let now = 0;
  const keepUntil = (end: number) => {
    for (; old < end; old++, now++) {
      const moved = (after[now] as PageBlock).line - (before[old] as PageBlock).line;
      if (moved !== by) shifts.push({ at: now, by: moved - by });
      by = moved;
    }
  };
  for (const splice of splices) {
    keepUntil(splice.at);
    old += splice.remove;
    now += splice.insert.length;
  }
  keepUntil(before.length);
  return shifts;
}

/** A stretch of `before` that stands as another stretch in `after`. */
export interface Run {
  readonly at: number;
  readonly remove: number;
  readonly from: number;
  readonly count: number;
}

/** Longest stretch of changed items that is compared item by item. */
const comparedAtMost = 400;

/** The stretches in which two lists differ, in order: common ends are kept, the middle is matched by longest common subsequence. */
export function matchRuns<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): Run[] {
  let head = 0;
  const shortest = Math.min(before.length, after.length);
  while (head < shortest && same(before[head] as T, after[head] as T)) head++;
  let tail = 0;
  while (tail < shortest - head && same(before[before.length - 1 - tail] as T, after[after.length - 1 - tail] as T)) {
    tail++;
  }
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  if (old.length === 0 && now.length === 0) return [];
  if (old.length * now.length > comparedAtMost * comparedAtMost || old.length * now.length === 0) {
    return [{ at: head, remove: old.length, from: head, count: now.length }];
  }
  return commonSubsequence(old, now, same).map((run) => ({ ...run, at: run.at + head, from: run.from + head }));
}

function commonSubsequence<T>(old: readonly T[], now: readonly T[], same: (a: T, b: T) => boolean): Run[] {
  const width = now.length + 1;
  const best = new Int32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      best[i * width + j] = same(old[i] as T, now[j] as T)
        ? (best[(i + 1) * width + j + 1] as number) + 1
        : Math.max(best[(i + 1) * width + j] as number, best[i * width + j + 1] as number);
    }
  }
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  let [fromI, fromJ] = [0, 0];
  const close = () => {
    if (i > fromI || j > fromJ) runs.push({ at: fromI, remove: i - fromI, from: fromJ, count: j - fromJ });
  };
  while (i < old.length && j < now.length) {
    if (same(old[i] as T, now[j] as T)) {
      close();
      i++;
      j++;
      [fromI, fromJ] = [i, j];
    } else if ((best[(i + 1) * width + j] as number) >= (best[i * width + j + 1] as number)) i++;
    else j++;
  }
  i = old.length;
  j = now.length;
  close();
  return runs;
}

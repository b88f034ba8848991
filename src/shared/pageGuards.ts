import { isArray, isCount, isOneOf, isRecord, isString, optional, shape, type Guard } from './guards.ts';
import type { BlockMark, LineShift, PageBlock, PagePatch, Splice } from './sync/page.ts';

const isLevel: Guard<number> = (value): value is number => isCount(value) && value >= 1 && value <= 6;

const isMark: Guard<BlockMark> = shape({
  start: isCount,
  end: isCount,
  kind: isOneOf(['lead', 'term', 'unknown', 'error', 'warning', 'information', 'hint']),
  level: optional(isLevel),
  message: optional(isString),
});

const isPageBlock: Guard<PageBlock> = shape({
  kind: isString,
  level: optional(isLevel),
  text: isString,
  line: isCount,
  lastLine: isCount,
  marks: isArray(isMark),
});

/** Blocks as the host sends them. */
export const isPageBlocks: Guard<readonly PageBlock[]> = isArray(isPageBlock);

const isSplice: Guard<Splice> = shape({ at: isCount, remove: isCount, insert: isPageBlocks });

const isShift: Guard<LineShift> = (value): value is LineShift =>
  isRecord(value) && isCount(value.at) && Number.isSafeInteger(value.by);

/** A patch as the host sends it. */
export const isPagePatch: Guard<PagePatch> = shape({ splices: isArray(isSplice), shifts: isArray(isShift) });

import { isSkipped } from './normalize.ts';
import type { TermHits, TermIndex } from './model.ts';
import { buildTermTable, hashNext, hashPair, idOfTerm, LONG, slotOf, type TermTable } from './termTable.ts';

/** Code units searched at a time, so that the buffers stay in the first cache levels; several times `LONGEST`. */
const STRETCH = 1 << 14;

/*
 * Buffers of one stretch, shared by all indexes, because a search never starts another one. They are constants of the module
 * and not fields, since the engine then knows their place and size: that is a quarter of the time.
 */

/** The text without what is skipped; three units behind it are looked at and never taken. */
const units = new Uint16Array(STRETCH + 3);
/** Units from which a term may start. */
const candidates = new Int32Array(STRETCH + 1);
/** Gap g lies in front of unit `gapUnits[g]`; up to there `gapWidths[g]` code units of the stretch were skipped. */
const gapUnits = new Int32Array(STRETCH + 1);
const gapWidths = new Int32Array(STRETCH + 1);
/** 1 for the code units that are skipped: a look-up is faster than the comparisons. */
const skipped = Uint8Array.from({ length: 0x10000 }, (_, unit) => (isSkipped(unit) ? 1 : 0));

/** How full the buffers are, and the raw offsets of the stretch. */
const stretch = { unitCount: 0, candidateCount: 0, gapCount: 0, start: 0, end: 0 };

/** Hits as they are collected, in raw offsets. */
interface HitList {
  starts: Int32Array;
  ends: Int32Array;
  terms: Int32Array;
  length: number;
}

/** A matcher that also knows its terms by name. */
export interface ExactTermIndex extends TermIndex {
  /** Index into `terms` of the term that equals `term`, white space aside; -1 where there is none. */
  idOf(term: string): number;
}

/**
 * Builds the matcher for `terms`; duplicates count once, empty terms and terms of more than `LONGEST` code units are left out. White space in a term counts for
 * nothing: terms that differ in it only are duplicates, and the first spelling stays.
 */
export function buildTermIndex(terms: readonly string[]): ExactTermIndex {
  const table = buildTermTable(terms);
  const hits: HitList = { starts: new Int32Array(64), ends: new Int32Array(64), terms: new Int32Array(64), length: 0 };
  return {
    terms: table.terms,
    idOf: (term) => idOfTerm(table, term),
    findAll: (text, start = 0, end = text.length) => search(table, hits, text, Math.max(0, start), end),
  };
}

/**
 * Searches stretch by stretch. A stretch decides the places from which the longest term still fits into it; the next one
 * starts where this one could no longer decide.
 */
function search(table: TermTable, hits: HitList, text: string, start: number, end: number): TermHits {
  const limit = Math.min(text.length, end);
  hits.length = 0;
  let at = table.terms.length === 0 ? limit : start;
  while (at < limit) {
    fill(table, text, at, limit);
    sift(table);
    const last = stretch.end >= limit;
    const decided = last ? stretch.unitCount : stretch.unitCount - table.longest;
    const free = walk(table, hits, decided);
    if (last) break;
    at = offsetOf(Math.max(decided, free), stretch.gapCount - 1);
  }
  return { length: hits.length, starts: hits.starts, ends: hits.ends, terms: hits.terms };
}

/** Reads a stretch from `at`, and notes where a term may start: the one loop that sees every code unit. */
function fill(table: TermTable, text: string, at: number, limit: number): void {
  const { pairs, pairShift, singles } = table;
  const anySingle = singles.length > 0;
  let unitCount = 0;
  let candidateCount = 0;
  let previous = 0;
  let i = at;
  stretch.gapCount = 0;
  for (; i < limit && unitCount < STRETCH; i++) {
    const unit = text.charCodeAt(i);
    if (skipped[unit] === 1) {
      noteGap(unitCount);
      continue;
    }
    units[unitCount] = unit;
    // Written always and counted sometimes: a branch here would be mispredicted too often.
    candidates[candidateCount] = unitCount - 1;
    const hash = hashPair((previous << 16) | unit) >>> pairShift;
    candidateCount += anySingle && singles[previous] !== 0 ? 1 : ((pairs[hash >>> 5] as number) >>> (hash & 31)) & 1;
    previous = unit;
    unitCount++;
  }
  candidates[candidateCount] = unitCount - 1;
  // In front of the first unit is nothing; looking at the first one twice does no harm.
  if (candidates[0] === -1) candidates[0] = 0;
  stretch.candidateCount = candidateCount + 1;
  stretch.unitCount = unitCount;
  stretch.start = at;
  stretch.end = i;
}

function noteGap(unit: number): void {
  const { gapCount } = stretch;
  if (gapCount > 0 && gapUnits[gapCount - 1] === unit) {
    gapWidths[gapCount - 1] = (gapWidths[gapCount - 1] as number) + 1;
    return;
  }
  gapUnits[gapCount] = unit;
  gapWidths[gapCount] = (gapCount > 0 ? (gapWidths[gapCount - 1] as number) : 0) + 1;
  stretch.gapCount = gapCount + 1;
}

/** Raw offset of a unit, searched backwards from gap `gap`. */
function offsetOf(unit: number, gap: number): number {
  let g = gap;
  while (g >= 0 && (gapUnits[g] as number) > unit) g--;
  return stretch.start + unit + (g >= 0 ? (gapWidths[g] as number) : 0);
}

/** Keeps the candidates whose first four units start a term, or whose first one, two or three are one. */
function sift(table: TermTable): void {
  const { candidateCount } = stretch;
  const { shorts, quads, sieveShift, singles } = table;
  const anySingle = singles.length > 0;
  let kept = 0;
  for (let c = 0; c < candidateCount; c++) {
    const at = candidates[c] as number;
    const pair = hashPair(((units[at] as number) << 16) | (units[at + 1] as number));
    const triple = hashNext(pair, units[at + 2] as number);
    const two = pair >>> sieveShift;
    const three = triple >>> sieveShift;
    const four = hashNext(triple, units[at + 3] as number) >>> sieveShift;
    const bits =
      ((shorts[two >>> 5] as number) >>> (two & 31)) |
      ((shorts[three >>> 5] as number) >>> (three & 31)) |
      ((quads[four >>> 5] as number) >>> (four & 31));
    candidates[kept] = at;
    kept += anySingle && singles[units[at] as number] !== 0 ? 1 : bits & 1;
  }
  stretch.candidateCount = kept;
}

/** Looks at the candidates below unit `decided`; returns the first unit behind the last hit. */
function walk(table: TermTable, hits: HitList, decided: number): number {
  const { candidateCount, unitCount, gapCount } = stretch;
  let free = 0;
  let gap = -1;
  for (let c = 0; c < candidateCount; c++) {
    const at = candidates[c] as number;
    if (at < free) continue;
    if (at >= decided) break;
    const term = longestAt(table, at, unitCount - at);
    if (term === 0) continue;
    free = at + (table.offsets[term] as number) - (table.offsets[term - 1] as number);
    while (gap + 1 < gapCount && (gapUnits[gap + 1] as number) <= at) gap++;
    const start = offsetOf(at, gap);
    while (gap + 1 < gapCount && (gapUnits[gap + 1] as number) < free) gap++;
    addHit(hits, start, offsetOf(free - 1, gap) + 1, term - 1);
  }
  return free;
}

/** Index + 1 of the longest term that starts at unit `at`, with `left` units from there; 0 where there is none. */
function longestAt(table: TermTable, at: number, left: number): number {
  const { longs, sieveShift } = table;
  const pair = hashPair(((units[at] as number) << 16) | (units[at + 1] as number));
  const triple = hashNext(pair, units[at + 2] as number);
  let hash = hashNext(triple, units[at + 3] as number);
  const lengths = table.lengths[hash >>> table.lengthShift] as number;
  const top = Math.min(left, lengths < 0 ? table.longest : LONG - Math.clz32(lengths));
  let best = 0;
  for (let length = 4; length <= top; length++) {
    if (length > 4) hash = hashNext(hash, units[at + length - 1] as number);
    if (((lengths >>> Math.min(length, LONG)) & 1) === 0) continue;
    const bit = hash >>> sieveShift;
    if ((((longs[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
    best = termOf(table, at, length, hash) || best;
  }
  return best || shortTermAt(table, at, left, pair, triple);
}

/** Index + 1 of the longest term of at most three units that starts at unit `at`; 0 where there is none. */
function shortTermAt(table: TermTable, at: number, left: number, pair: number, triple: number): number {
  const three = left >= 3 ? termOf(table, at, 3, triple) : 0;
  const two = three === 0 && left >= 2 ? termOf(table, at, 2, pair) : 0;
  return three || two || (table.singles[units[at] as number] ?? 0);
}

/** Index + 1 of the term that equals the `length` units from `at`; 0 where there is none. */
function termOf(table: TermTable, at: number, length: number, hash: number): number {
  const { slots } = table;
  const mask = (slots.length >> 1) - 1;
  let slot = slotOf(hash, mask);
  for (let term = slots[slot * 2 + 1] as number; term !== 0; term = slots[slot * 2 + 1] as number) {
    if (slots[slot * 2] === hash && equalsUnits(table, term - 1, at, length)) return term;
    slot = (slot + 1) & mask;
  }
  return 0;
}

function equalsUnits({ pool, offsets }: TermTable, term: number, at: number, length: number): boolean {
  const from = offsets[term] as number;
  if ((offsets[term + 1] as number) - from !== length) return false;
  for (let i = 0; i < length; i++) if (pool[from + i] !== units[at + i]) return false;
  return true;
}

function addHit(hits: HitList, start: number, end: number, term: number): void {
  if (hits.length === hits.starts.length) {
    hits.starts = grown(hits.starts);
    hits.ends = grown(hits.ends);
    hits.terms = grown(hits.terms);
  }
  hits.starts[hits.length] = start;
  hits.ends[hits.length] = end;
  hits.terms[hits.length++] = term;
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

import type { TermHits, TermIndex } from './model.ts';
import {
  bitOf,
  buildTermTable,
  hashNext,
  hashPair,
  idOfTerm,
  LONG,
  nextSlot,
  OPENS,
  slotOf,
  type TermTable,
} from './termTable.ts';

/**
 * Code units searched at a time, so that the buffers stay in the nearest cache; several times `LONGEST`. It is also few enough for
 * the loops below to have ended several times before the engine compiles them: code that is compiled in the midst of a loop knows
 * nothing of what comes behind it, and falls back to the interpreter there every time.
 */
const STRETCH = 1 << 11;

/*
 * Buffers of one stretch, shared by all indexes, because a search never starts another one. They are constants of the module
 * and not fields, since the engine then knows their place and size: that is a quarter of the time.
 */

/** The text without what is skipped; three units behind it are looked at and never taken. */
const units = new Uint16Array(STRETCH + 3);
/** Where in the text each of them stands. */
const places = new Int32Array(STRETCH + 3);
/** Units from which a term may start. */
const candidates = new Int32Array(STRETCH + 1);
/** How full the buffers are, and the offset behind the stretch. */
const stretch = { unitCount: 0, candidateCount: 0, end: 0 };

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
    pick(table);
    sift(table);
    const last = stretch.end >= limit;
    const decided = last ? stretch.unitCount : stretch.unitCount - table.longest;
    const free = walk(table, hits, decided);
    if (last) break;
    at = places[Math.max(decided, free)] as number;
  }
  return { length: hits.length, starts: hits.starts, ends: hits.ends, terms: hits.terms };
}

/**
 * Reads a stretch from `at`, and notes where a term may start by its first unit. Everything is written always and counted
 * sometimes: line breaks come too irregularly for a branch.
 */
function fill({ kinds }: TermTable, text: string, at: number, limit: number): void {
  let unitCount = 0;
  let candidateCount = 0;
  let i = at;
  for (; i < limit && unitCount < STRETCH; i++) {
    const unit = text.charCodeAt(i);
    const kind = kinds[unit] as number;
    units[unitCount] = unit;
    places[unitCount] = i;
    candidates[candidateCount] = unitCount;
    candidateCount += kind & OPENS;
    unitCount += kind >>> 1;
  }
  places[unitCount] = i;
  stretch.unitCount = unitCount;
  stretch.candidateCount = candidateCount;
  stretch.end = i;
}

/** Keeps the candidates whose first two units start a term. */
function pick({ pairs, pairShift }: TermTable): void {
  const { candidateCount } = stretch;
  let count = 0;
  for (let c = 0; c < candidateCount; c++) {
    const at = candidates[c] as number;
    const hash = hashPair(((units[at] as number) << 16) | (units[at + 1] as number)) >>> pairShift;
    candidates[count] = at;
    count += bitOf(pairs, hash);
  }
  stretch.candidateCount = count;
}

/** Keeps the candidates whose first four units start a term, or whose first one, two or three are one. */
function sift({ shorts, quads, sieveShift, singles }: TermTable): void {
  const { candidateCount } = stretch;
  const anySingle = singles.length > 0;
  let count = 0;
  for (let c = 0; c < candidateCount; c++) {
    const at = candidates[c] as number;
    const two = hashPair(((units[at] as number) << 16) | (units[at + 1] as number));
    const three = hashNext(two, units[at + 2] as number);
    const four = hashNext(three, units[at + 3] as number);
    candidates[count] = at;
    count +=
      anySingle && singles[units[at] as number] !== 0
        ? 1
        : bitOf(shorts, two >>> sieveShift) | bitOf(shorts, three >>> sieveShift) | bitOf(quads, four >>> sieveShift);
  }
  stretch.candidateCount = count;
}

/** Looks at the candidates below unit `decided`; returns the first unit behind the last hit. */
function walk(table: TermTable, hits: HitList, decided: number): number {
  const { candidateCount, unitCount } = stretch;
  let free = 0;
  for (let c = 0; c < candidateCount; c++) {
    const at = candidates[c] as number;
    if (at < free) continue;
    if (at >= decided) break;
    const slot = longestAt(table, at, unitCount - at);
    const term = slot >= 0 ? table.slots[slot + 1] : table.singles[units[at] as number];
    if (!term) continue;
    free = at + (slot >= 0 ? (table.slots[slot + 3] as number) : 1);
    addHit(hits, places[at] as number, (places[free - 1] as number) + 1, term - 1);
  }
  return free;
}

/** Slot of the longest term of two units and more that starts at unit `at`, with `left` units from there; -1 where there is none. */
function longestAt(table: TermTable, at: number, left: number): number {
  const pair = hashPair(((units[at] as number) << 16) | (units[at + 1] as number));
  const triple = hashNext(pair, units[at + 2] as number);
  let hash = hashNext(triple, units[at + 3] as number);
  const lengths = table.lengths[hash >>> table.lengthShift] as number;
  const top = Math.min(left, lengths < 0 ? table.longest : LONG - Math.clz32(lengths));
  let best = -1;
  for (let length = 4; length <= top; length++) {
    if (length > 4) hash = hashNext(hash, units[at + length - 1] as number);
    if (((lengths >>> Math.min(length, LONG)) & 1) === 0) continue;
    const slot = slotAt(table, at, length, hash);
    if (slot >= 0) best = slot;
  }
  if (best < 0 && left >= 3 && bitOf(table.shorts, triple >>> table.sieveShift)) best = slotAt(table, at, 3, triple);
  if (best < 0 && left >= 2 && bitOf(table.shorts, pair >>> table.sieveShift)) best = slotAt(table, at, 2, pair);
  return best;
}

/** Slot of the term that equals the `length` units from `at`; -1 where there is none. */
function slotAt({ slots, pool }: TermTable, at: number, length: number, hash: number): number {
  for (let slot = slotOf(hash, slots); slots[slot + 1] !== 0; slot = nextSlot(slot, slots)) {
    if (slots[slot] !== hash || slots[slot + 3] !== length) continue;
    const from = slots[slot + 2] as number;
    let same = 0;
    while (same < length && pool[from + same] === units[at + same]) same++;
    if (same === length) return slot;
  }
  return -1;
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

import { isSkipped, termKey } from './normalize.ts';

/** Length from which terms share the last bit of a length mask. */
export const LONG = 31;

/** Bit of the pair filter: some term starts with the pair. */
export const STARTS = 1;

/** Bit of the pair filter and of every length mask: the pair alone is a term. */
export const PAIR_TERM = 1 << 2;

/**
 * The terms as typed arrays. Three sieves of growing price stand before a comparison: the pair of code units a term starts
 * with, the triple with the lengths such terms have, and a hash of the whole term.
 */
export interface TermTable {
  readonly terms: readonly string[];
  /** Length of the longest term in code units, white space aside; 0 where there is no term. */
  readonly longest: number;
  /** By hash of the first pair: `STARTS` and `PAIR_TERM`. */
  readonly pairs: Uint8Array;
  readonly pairShift: number;
  /** By hash of the first triple: bit n is set where a term of length n starts so. */
  readonly triples: Uint32Array;
  readonly tripleShift: number;
  /** Terms of one code unit: index + 1 by code unit; empty where there is none. */
  readonly singles: Int32Array;
  /** Open addressing: hash of the term and its index + 1, 0 where the slot is free. */
  readonly slotHashes: Int32Array;
  readonly slotTerms: Int32Array;
  /** Code units of all terms; term i is `[offsets[i], offsets[i + 1])`. */
  readonly pool: Uint16Array;
  readonly offsets: Int32Array;
}

/** Hash of a pair of code units, given as one number; its high bits index the pair filter. */
export function hashPair(pair: number): number {
  return Math.imul(pair, 0x9e3779b1);
}

/** Hash of one more code unit. */
export function hashNext(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15) ^ unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** First slot of a hash in a table of `mask + 1` slots. */
export function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 16)) & mask;
}

/** Builds the table; a term that equals an earlier one but for white space is left out, and so is an empty one. */
export function buildTermTable(terms: readonly string[]): TermTable {
  const builder = startTable(terms);
  const kept: string[] = [];
  for (const term of terms) if (addTerm(builder, term, kept.length)) kept.push(term);
  return { ...builder, terms: kept };
}

type TableInProgress = { -readonly [K in Exclude<keyof TermTable, 'terms'>]: TermTable[K] };

function startTable(terms: readonly string[]): TableInProgress {
  let total = 0;
  for (const term of terms) total += term.length;
  const pairBits = bitsFor(terms.length * 8, 13, 20);
  const tripleBits = bitsFor(terms.length * 4, 12, 20);
  const slots = 1 << bitsFor(terms.length * 2, 4, 28);
  return {
    longest: 0,
    pairs: new Uint8Array(1 << pairBits),
    pairShift: 32 - pairBits,
    triples: new Uint32Array(1 << tripleBits),
    tripleShift: 32 - tripleBits,
    singles: new Int32Array(0),
    slotHashes: new Int32Array(slots),
    slotTerms: new Int32Array(slots),
    pool: new Uint16Array(total),
    offsets: new Int32Array(terms.length + 1),
  };
}

/** Bits of the smallest power of two that is at least `size`, kept between two bounds. */
function bitsFor(size: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, 32 - Math.clz32(Math.max(0, size - 1))));
}

/** Adds `term` as number `index`; false where it is empty or known. */
function addTerm(table: TableInProgress, term: string, index: number): boolean {
  const { pool, offsets } = table;
  const from = offsets[index] as number;
  let to = from;
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    if (!isSkipped(unit)) pool[to++] = unit;
  }
  const length = to - from;
  if (length === 0 || !(length === 1 ? addSingle(table, index, from) : addHashed(table, index, from, length)))
    return false;
  offsets[index + 1] = to;
  if (length > table.longest) table.longest = length;
  return true;
}

function addSingle(table: TableInProgress, index: number, from: number): boolean {
  if (table.singles.length === 0) table.singles = new Int32Array(0x10000);
  const unit = table.pool[from] as number;
  if (table.singles[unit] !== 0) return false;
  table.singles[unit] = index + 1;
  return true;
}

function addHashed(table: TableInProgress, index: number, from: number, length: number): boolean {
  const { pool, slotHashes, slotTerms } = table;
  const pair = hashPair(((pool[from] as number) << 16) | (pool[from + 1] as number));
  let triple = pair;
  let hash = pair;
  for (let i = 2; i < length; i++) {
    hash = hashNext(hash, pool[from + i] as number);
    if (i === 2) triple = hash;
  }
  const mask = slotTerms.length - 1;
  let slot = slotOf(hash, mask);
  for (let taken = slotTerms[slot] as number; taken !== 0; taken = slotTerms[slot] as number) {
    if (slotHashes[slot] === hash && sameUnits(table, taken - 1, from, length)) return false;
    slot = (slot + 1) & mask;
  }
  slotHashes[slot] = hash;
  slotTerms[slot] = index + 1;
  const pairAt = pair >>> table.pairShift;
  table.pairs[pairAt] = (table.pairs[pairAt] as number) | (length === 2 ? STARTS | PAIR_TERM : STARTS);
  const tripleAt = triple >>> table.tripleShift;
  if (length > 2) table.triples[tripleAt] = (table.triples[tripleAt] as number) | (1 << Math.min(length, LONG));
  return true;
}

/** Index of the term that equals `term`, white space aside; -1 where there is none. */
export function idOfTerm(table: TermTable, term: string): number {
  const key = termKey(term);
  if (key.length < 2) return key === '' ? -1 : (table.singles[key.charCodeAt(0)] ?? 0) - 1;
  let hash = hashPair((key.charCodeAt(0) << 16) | key.charCodeAt(1));
  for (let i = 2; i < key.length; i++) hash = hashNext(hash, key.charCodeAt(i));
  const mask = table.slotTerms.length - 1;
  let slot = slotOf(hash, mask);
  for (let taken = table.slotTerms[slot] as number; taken !== 0; taken = table.slotTerms[slot] as number) {
    if (table.slotHashes[slot] === hash && isTerm(table, taken - 1, key)) return taken - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}

function isTerm({ pool, offsets }: TermTable, term: number, key: string): boolean {
  const from = offsets[term] as number;
  if ((offsets[term + 1] as number) - from !== key.length) return false;
  for (let i = 0; i < key.length; i++) if (pool[from + i] !== key.charCodeAt(i)) return false;
  return true;
}

function sameUnits({ pool, offsets }: TableInProgress, term: number, from: number, length: number): boolean {
  const other = offsets[term] as number;
  if ((offsets[term + 1] as number) - other !== length) return false;
  for (let i = 0; i < length; i++) if (pool[other + i] !== pool[from + i]) return false;
  return true;
}

import { isSkipped, termKey } from './normalize.ts';

/** Terms of more code units are none: no abbreviation is that long, and it bounds the work at every place of a hostile text. */
export const LONGEST = 64;

/** Length from which terms share the last bit of a length mask. */
export const LONG = 31;

/**
 * The terms as typed arrays. Sieves of growing price stand before a comparison: the pair of code units a term starts with,
 * then its first four units or, where it is shorter, all of it, then the lengths that terms with these four units have, then
 * a hash of the whole term. A sieve of bits tells a hash by the word `hash >>> 5` and the bit `hash & 31`.
 */
export interface TermTable {
  readonly terms: readonly string[];
  /** Length of the longest term in code units, white space aside; 0 where there is no term. */
  readonly longest: number;
  /** Bits by hash of the first pair. */
  readonly pairs: Uint32Array;
  readonly pairShift: number;
  /** Bits by hash of the terms of two and three units. */
  readonly shorts: Uint32Array;
  /** Bits by hash of the first four units. */
  readonly quads: Uint32Array;
  /** Bits by hash of the terms of four units and more. */
  readonly longs: Uint32Array;
  /** Shift of the hashes for `shorts`, `quads` and `longs`. */
  readonly sieveShift: number;
  /** By hash of the first four units: bit n is set where a term of length n starts so. */
  readonly lengths: Uint32Array;
  readonly lengthShift: number;
  /** Terms of one code unit: index + 1 by code unit; empty where there is none. */
  readonly singles: Int32Array;
  /** Open addressing, two numbers a slot: hash of the term and its index + 1, which is 0 where the slot is free. */
  readonly slots: Int32Array;
  /** Code units of all terms; term i is `[offsets[i], offsets[i + 1])`. */
  readonly pool: Uint16Array;
  readonly offsets: Int32Array;
}

/** Hash of a pair of code units, given as one number; its high bits index the pair sieve. */
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
  const table = startTable(terms);
  const kept: string[] = [];
  for (const term of terms) if (addTerm(table, term, kept.length)) kept.push(term);
  return { ...table, terms: kept };
}

type TableInProgress = { -readonly [K in Exclude<keyof TermTable, 'terms'>]: TermTable[K] };

function startTable(terms: readonly string[]): TableInProgress {
  let total = 0;
  for (const term of terms) total += term.length;
  // Generous while a sieve fits into the nearest cache, thrifty above.
  const pairBits = bitsFor(Math.max(terms.length * 8, Math.min(terms.length * 16, 1 << 18)), 14, 22);
  const sieveBits = bitsFor(Math.max(terms.length * 16, Math.min(terms.length * 32, 1 << 19)), 16, 24);
  const lengthBits = bitsFor(terms.length * 2, 8, 22);
  return {
    longest: 0,
    pairs: new Uint32Array(1 << (pairBits - 5)),
    pairShift: 32 - pairBits,
    shorts: new Uint32Array(1 << (sieveBits - 5)),
    quads: new Uint32Array(1 << (sieveBits - 5)),
    longs: new Uint32Array(1 << (sieveBits - 5)),
    sieveShift: 32 - sieveBits,
    lengths: new Uint32Array(1 << lengthBits),
    lengthShift: 32 - lengthBits,
    singles: new Int32Array(0),
    slots: new Int32Array(2 << bitsFor(terms.length * 2, 4, 27)),
    pool: new Uint16Array(total),
    offsets: new Int32Array(terms.length + 1),
  };
}

/** Bits of the smallest power of two that is at least `size`, kept between two bounds. */
function bitsFor(size: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, 32 - Math.clz32(Math.max(0, size - 1))));
}

/** Adds `term` as number `index`; false where it is empty, too long or known. */
function addTerm(table: TableInProgress, term: string, index: number): boolean {
  const { pool, offsets } = table;
  const from = offsets[index] as number;
  let to = from;
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    if (!isSkipped(unit)) pool[to++] = unit;
  }
  const length = to - from;
  if (length === 0 || length > LONGEST) return false;
  if (!(length === 1 ? addSingle(table, index, from) : addHashed(table, index, from, length))) return false;
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
  const { pool, slots } = table;
  const pair = hashPair(((pool[from] as number) << 16) | (pool[from + 1] as number));
  let quad = 0;
  let hash = pair;
  for (let i = 2; i < length; i++) {
    hash = hashNext(hash, pool[from + i] as number);
    if (i === 3) quad = hash;
  }
  const mask = (slots.length >> 1) - 1;
  let slot = slotOf(hash, mask);
  for (let taken = slots[slot * 2 + 1] as number; taken !== 0; taken = slots[slot * 2 + 1] as number) {
    if (slots[slot * 2] === hash && sameUnits(table, taken - 1, from, length)) return false;
    slot = (slot + 1) & mask;
  }
  slots[slot * 2] = hash;
  slots[slot * 2 + 1] = index + 1;
  setBit(table.pairs, pair >>> table.pairShift);
  if (length < 4) {
    setBit(table.shorts, hash >>> table.sieveShift);
  } else {
    setBit(table.quads, quad >>> table.sieveShift);
    setBit(table.longs, hash >>> table.sieveShift);
    const at = quad >>> table.lengthShift;
    table.lengths[at] = (table.lengths[at] as number) | (1 << Math.min(length, LONG));
  }
  return true;
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
}

/** Index of the term that equals `term`, white space aside; -1 where there is none. */
export function idOfTerm(table: TermTable, term: string): number {
  const key = termKey(term);
  if (key.length < 2) return key === '' ? -1 : (table.singles[key.charCodeAt(0)] ?? 0) - 1;
  let hash = hashPair((key.charCodeAt(0) << 16) | key.charCodeAt(1));
  for (let i = 2; i < key.length; i++) hash = hashNext(hash, key.charCodeAt(i));
  const { slots } = table;
  const mask = (slots.length >> 1) - 1;
  let slot = slotOf(hash, mask);
  for (let taken = slots[slot * 2 + 1] as number; taken !== 0; taken = slots[slot * 2 + 1] as number) {
    if (slots[slot * 2] === hash && isTerm(table, taken - 1, key)) return taken - 1;
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

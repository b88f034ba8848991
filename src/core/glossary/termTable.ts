import { isSkipped, termKey } from './normalize.ts';

/** Terms of more code units are none: no abbreviation is that long, and it bounds the work at every place of a hostile text. */
export const LONGEST = 64;

/** Kinds of code units: sums of `OPENS` and `COUNTS`; a shift by one tells how many units count. */
export const OPENS = 1;
export const COUNTS = 2;

const noTerms = Uint8Array.from({ length: 0x10000 }, (_, unit) => (isSkipped(unit) ? 0 : COUNTS));

/** Length from which terms share the last bit of a length mask. */
export const LONG = 31;

/**
 * The terms as typed arrays. Sieves of growing price stand before a comparison: the pair of code units a term starts with,
 * then its first four units or, where it is shorter, all of it, then the lengths that terms with these four units have. What is
 * read of a term that is found lies in few places, as each of them costs a trip to the memory where others have used the caches
 * meanwhile. A sieve of bits tells a hash by the word `hash >>> 5` and the bit `hash & 31`.
 */
export interface TermTable {
  readonly terms: readonly string[];
  /** Length of the longest term in code units, white space aside; 0 where there is no term. */
  readonly longest: number;
  /** By code unit: `COUNTS` where it is not skipped, plus `OPENS` where a term starts with it. */
  readonly kinds: Uint8Array;
  /** Bits by hash of the first pair. */
  readonly pairs: Uint32Array;
  readonly pairShift: number;
  /** Bits by hash of the terms of two and three units. */
  readonly shorts: Uint32Array;
  /** Bits by hash of the first four units. */
  readonly quads: Uint32Array;
  /** Shift of the hashes for `shorts` and `quads`. */
  readonly sieveShift: number;
  /** By hash of the first four units: bit n is set where a term of length n starts so. */
  readonly lengths: Uint32Array;
  readonly lengthShift: number;
  /** Terms of one code unit: index + 1 by code unit; empty where there is none. */
  readonly singles: Int32Array;
  /**
   * Open addressing, `SLOT` numbers each: hash of the term, its index + 1, where it starts in the pool, its length. The index is 0
   * where the slot is free.
   */
  readonly slots: Int32Array;
  /** Code units of all terms but the single ones. */
  readonly pool: Uint16Array;
}

/** Numbers in a slot. */
export const SLOT = 4;

/** Hash of a pair of code units, given as one number; its high bits index the pair sieve. */
export function hashPair(pair: number): number {
  return Math.imul(pair, 0x9e3779b1);
}

/** Hash of one more code unit. */
export function hashNext(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15) ^ unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** Where the first slot of a hash stands in `slots`. */
export function slotOf(hash: number, slots: Int32Array): number {
  return ((hash ^ (hash >>> 16)) * SLOT) & (slots.length - 1);
}

/** Where the slot that is tried next stands. */
export function nextSlot(slot: number, slots: Int32Array): number {
  return (slot + SLOT) & (slots.length - 1);
}

/** Builds the table; a term that equals an earlier one but for white space is left out, and so is an empty one. */
export function buildTermTable(terms: readonly string[]): TermTable {
  const table = startTable(terms);
  const kept: string[] = [];
  for (const term of terms) if (addTerm(table, term, kept.length)) kept.push(term);
  return { ...table, terms: kept };
}

type TableInProgress = { -readonly [K in Exclude<keyof TermTable, 'terms'>]: TermTable[K] } & { poolLength: number };

function startTable(terms: readonly string[]): TableInProgress {
  let total = 0;
  for (const term of terms) total += term.length;
  // Generous while a sieve fits into the nearest cache, thrifty above.
  const pairBits = bitsFor(Math.max(terms.length * 8, Math.min(terms.length * 16, 1 << 18)), 14, 22);
  const sieveBits = bitsFor(Math.max(terms.length * 16, Math.min(terms.length * 32, 1 << 19)), 16, 24);
  const lengthBits = bitsFor(terms.length * 2, 8, 22);
  return {
    longest: 0,
    kinds: noTerms.slice(),
    pairs: new Uint32Array(1 << (pairBits - 5)),
    pairShift: 32 - pairBits,
    shorts: new Uint32Array(1 << (sieveBits - 5)),
    quads: new Uint32Array(1 << (sieveBits - 5)),
    sieveShift: 32 - sieveBits,
    lengths: new Uint32Array(1 << lengthBits),
    lengthShift: 32 - lengthBits,
    singles: new Int32Array(0),
    slots: new Int32Array(SLOT << bitsFor(terms.length * 2, 4, 26)),
    pool: new Uint16Array(total),
    poolLength: 0,
  };
}

/** Bits of the smallest power of two that is at least `size`, kept between two bounds. */
function bitsFor(size: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, 32 - Math.clz32(Math.max(0, size - 1))));
}

/** Adds `term` as number `index`; false where it is empty, too long or known. */
function addTerm(table: TableInProgress, term: string, index: number): boolean {
  const { pool, poolLength } = table;
  let to = poolLength;
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    if (!isSkipped(unit)) pool[to++] = unit;
  }
  const length = to - poolLength;
  if (length === 0 || length > LONGEST) return false;
  if (!(length === 1 ? addSingle(table, index) : addHashed(table, index, length))) return false;
  const first = pool[poolLength] as number;
  table.kinds[first] = COUNTS | OPENS;
  table.longest = Math.max(table.longest, length);
  return true;
}

function addSingle(table: TableInProgress, index: number): boolean {
  if (table.singles.length === 0) {
    table.singles = new Int32Array(0x10000);
    // They stand before anything: the pairs tell nothing any more.
    table.pairs.fill(0xffffffff);
  }
  const unit = table.pool[table.poolLength] as number;
  if (table.singles[unit] !== 0) return false;
  table.singles[unit] = index + 1;
  return true;
}

function addHashed(table: TableInProgress, index: number, length: number): boolean {
  const { pool, slots, poolLength: from } = table;
  const pair = hashPair(((pool[from] as number) << 16) | (pool[from + 1] as number));
  let quad = 0;
  let hash = pair;
  for (let i = 2; i < length; i++) {
    hash = hashNext(hash, pool[from + i] as number);
    if (i === 3) quad = hash;
  }
  const slot = freeSlot(table, hash, length);
  if (slot === -1) return false;
  slots[slot] = hash;
  slots[slot + 1] = index + 1;
  slots[slot + 2] = from;
  slots[slot + 3] = length;
  table.poolLength += length;
  setBit(table.pairs, pair >>> table.pairShift);
  if (length < 4) {
    setBit(table.shorts, hash >>> table.sieveShift);
  } else {
    setBit(table.quads, quad >>> table.sieveShift);
    const at = quad >>> table.lengthShift;
    table.lengths[at] = (table.lengths[at] as number) | (1 << Math.min(length, LONG));
  }
  return true;
}

/** Where the slot for a new term at the end of the pool stands; -1 where the term is known. */
function freeSlot({ pool, poolLength, slots }: TableInProgress, hash: number, length: number): number {
  let slot = slotOf(hash, slots);
  for (; slots[slot + 1] !== 0; slot = nextSlot(slot, slots)) {
    if (slots[slot] !== hash || slots[slot + 3] !== length) continue;
    const from = slots[slot + 2] as number;
    let same = 0;
    while (same < length && pool[from + same] === pool[poolLength + same]) same++;
    if (same === length) return -1;
  }
  return slot;
}

/** Bit of a hash in a sieve: 0 or 1. */
export function bitOf(sieve: Uint32Array, hash: number): number {
  return ((sieve[hash >>> 5] as number) >>> (hash & 31)) & 1;
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
  for (let slot = slotOf(hash, slots); slots[slot + 1] !== 0; slot = nextSlot(slot, slots)) {
    if (slots[slot] === hash && isTerm(table, slot, key)) return (slots[slot + 1] as number) - 1;
  }
  return -1;
}

function isTerm({ pool, slots }: TermTable, slot: number, key: string): boolean {
  if (slots[slot + 3] !== key.length) return false;
  const from = slots[slot + 2] as number;
  for (let i = 0; i < key.length; i++) if (pool[from + i] !== key.charCodeAt(i)) return false;
  return true;
}

import type { Repair, RepairTable } from './repairTable.ts';

/** On which side of a removed stretch a reading offset lands in the raw text. */
export type Bias = 'before' | 'after';

/** A reading text and how its offsets and those of the raw text belong together; see `ReadingText`. */
export interface OffsetMap {
  readonly text: string;
  toRaw(offset: number, bias: Bias): number;
  toReading(offset: number): number;
  /** All repairs as objects, made anew at each call. */
  repairs(): Repair[];
  /** Those that start at `start` or behind it and in front of `end`, raw offsets. */
  repairsFrom(start: number, end: number): readonly Repair[];
}

/** Index of the last of `count` ascending values that is at most `limit`; -1 where none is. */
function lastAtMost(values: ArrayLike<number>, count: number, limit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The map of a raw text that was read as one. */
export class RepairedText implements OffsetMap {
  readonly text: string;
  readonly #table: RepairTable;
  /** Reading offset at which the replacement of each repair starts. */
  readonly #readingStarts: Int32Array;

  constructor(raw: string, table: RepairTable) {
    this.#table = table;
    this.#readingStarts = new Int32Array(table.length);
    const pieces: string[] = [];
    let at = 0;
    let length = 0;
    for (let i = 0; i < table.length; i++) {
      const start = table.startAt(i);
      const replacement = table.replacementAt(i);
      if (start > at) pieces.push(raw.slice(at, start));
      if (replacement !== '') pieces.push(replacement);
      length += start - at;
      this.#readingStarts[i] = length;
      length += replacement.length;
      at = table.endAt(i);
    }
    pieces.push(raw.slice(at));
    this.text = pieces.length > 1 ? pieces.join('') : (pieces[0] as string);
  }

  repairs(): Repair[] {
    return this.#table.toArray();
  }

  repairsFrom(start: number, end: number): Repair[] {
    const { starts, length } = this.#table;
    return this.#table.toArray(lastAtMost(starts, length, start - 1) + 1, lastAtMost(starts, length, end - 1) + 1);
  }

  toRaw(offset: number, bias: Bias): number {
    const starts = this.#readingStarts;
    // Repairs that start at the same reading offset stand in a row: `after` takes the last of them, `before` none.
    const index = lastAtMost(starts, starts.length, bias === 'after' ? offset : offset - 1);
    if (index < 0) return Math.max(0, offset);
    const table = this.#table;
    const into = offset - (starts[index] as number);
    const start = table.startAt(index);
    const end = table.endAt(index);
    const { length } = table.replacementAt(index);
    if (into < length) return into === 0 ? start : Math.min(end, start + into);
    return end + into - length;
  }

  toReading(offset: number): number {
    const table = this.#table;
    const index = lastAtMost(table.starts, table.length, offset);
    if (index < 0) return Math.max(0, offset);
    const end = table.endAt(index);
    const { length } = table.replacementAt(index);
    const reading = this.#readingStarts[index] as number;
    if (offset < end) return reading + Math.min(offset - table.startAt(index), length);
    return reading + length + offset - end;
  }
}

/** The map of a raw text that was read in pieces. */
export class JoinedMap implements OffsetMap {
  #text: string | undefined;
  readonly #pieces: readonly Piece[];
  readonly #rawStarts: Int32Array;
  readonly #readingStarts: Int32Array;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.#rawStarts = new Int32Array(pieces.length);
    this.#readingStarts = new Int32Array(pieces.length);
    let raw = 0;
    let reading = 0;
    for (const [i, piece] of pieces.entries()) {
      this.#rawStarts[i] = raw;
      this.#readingStarts[i] = reading;
      raw += piece.raw.length;
      reading += piece.text.length;
    }
  }

  get text(): string {
    return (this.#text ??= this.#pieces.map((piece) => piece.text).join(''));
  }

  repairs(): Repair[] {
    return this.#pieces.flatMap(({ repairs }, i) => {
      const by = this.#rawStarts[i] as number;
      return moved(repairs, by);
    });
  }

  repairsFrom(start: number, end: number): Repair[] {
    const starts = this.#rawStarts;
    const found: Repair[] = [];
    for (let i = Math.max(0, lastAtMost(starts, starts.length, start)); i < starts.length; i++) {
      const by = starts[i] as number;
      if (by >= end) break;
      found.push(...moved((this.#pieces[i] as Piece).repairsFrom(start - by, end - by), by));
    }
    return found;
  }

  toRaw(offset: number, bias: Bias): number {
    const starts = this.#readingStarts;
    const index = Math.max(0, lastAtMost(starts, starts.length, bias === 'after' ? offset : offset - 1));
    const piece = this.#pieces[index];
    if (!piece) return Math.max(0, offset);
    return (this.#rawStarts[index] as number) + piece.toRaw(offset - (starts[index] as number), bias);
  }

  toReading(offset: number): number {
    const starts = this.#rawStarts;
    const index = Math.max(0, lastAtMost(starts, starts.length, offset));
    const piece = this.#pieces[index];
    if (!piece) return Math.max(0, offset);
    return (this.#readingStarts[index] as number) + piece.toReading(offset - (starts[index] as number));
  }
}

/** The repairs of a piece as those of the whole, where the piece starts at `by`. */
function moved(repairs: readonly Repair[], by: number): readonly Repair[] {
  return by === 0 ? repairs : repairs.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
}

/** A piece with its own map; its offsets count from its start. */
interface Piece extends Omit<OffsetMap, 'repairs'> {
  readonly raw: string;
  readonly repairs: readonly Repair[];
}

import type { TextRange } from './range.ts';

/** The kinds of defect that are mended on the way to the reading text. */
export const repairCodes = [
  'repair/wrapped-line',
  'repair/stray-space',
  'repair/number-spacing',
  'repair/doubled-run',
  'repair/long-dash',
  'repair/special-space',
  'repair/radical',
  'repair/split-title',
  'repair/control-character',
  'repair/page-break',
] as const;

/** Code of a repair. */
export type RepairCode = (typeof repairCodes)[number];

/** One local difference of raw and reading text: raw `[start, end)` reads as `replacement`. */
export interface Repair extends TextRange {
  readonly code: RepairCode;
  readonly replacement: string;
}

/** Repairs in raw order as parallel arrays: a page has one for nearly every line, and most are never looked at one by one. */
export class RepairTable {
  #starts: Int32Array;
  #ends: Int32Array;
  readonly #codes: RepairCode[] = [];
  readonly #replacements: string[] = [];

  /** @param expected about how many repairs there will be */
  constructor(expected = 64) {
    this.#starts = new Int32Array(Math.max(16, expected));
    this.#ends = new Int32Array(Math.max(16, expected));
  }

  /** Raw offsets at which the repairs start; the first `length` of them count. */
  get starts(): Int32Array {
    return this.#starts;
  }

  get length(): number {
    return this.#codes.length;
  }

  /** Appends a repair; it must start where the last one ended or behind it. */
  add(code: RepairCode, start: number, end: number, replacement: string): void {
    const at = this.#codes.length;
    if (at === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#codes.push(code);
    this.#replacements.push(replacement);
  }

  startAt(index: number): number {
    return this.#starts[index] as number;
  }

  endAt(index: number): number {
    return this.#ends[index] as number;
  }

  replacementAt(index: number): string {
    return this.#replacements[index] as string;
  }

  /** Those from index `first` up to `end` as objects, made anew at each call. */
  toArray(first = 0, end = this.length): Repair[] {
    return this.#codes.slice(first, end).map((code, i) => ({
      code,
      start: this.startAt(first + i),
      end: this.endAt(first + i),
      replacement: this.replacementAt(first + i),
    }));
  }
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(values.length * 2);
  copy.set(values);
  return copy;
}

/** The same repairs as a table. */
export function tableOf(repairs: readonly Repair[]): RepairTable {
  const table = new RepairTable();
  for (const { code, start, end, replacement } of repairs) table.add(code, start, end, replacement);
  return table;
}

/** Index of the first repair that starts at or behind a raw offset. */
export function firstRepairAt(repairs: readonly Repair[], offset: number): number {
  let low = 0;
  let high = repairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((repairs[middle] as Repair).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

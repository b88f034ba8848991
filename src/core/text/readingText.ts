import type { TextEdit, TextRange } from './range.ts';

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
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  readonly #codes: RepairCode[] = [];
  readonly #replacements: string[] = [];

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

  /** All of them as objects, made anew at each call. */
  toArray(): Repair[] {
    return this.#codes.map((code, i) => ({
      code,
      start: this.startAt(i),
      end: this.endAt(i),
      replacement: this.replacementAt(i),
    }));
  }
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(values.length * 2);
  copy.set(values);
  return copy;
}

function tableOf(repairs: readonly Repair[]): RepairTable {
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

/** On which side of a removed stretch a reading offset lands in the raw text. */
export type Bias = 'before' | 'after';

/**
 * The raw text with all its repairs applied, and the map of offsets both ways. Raw offsets count UTF-16 code units of the
 * document as VS Code holds it, reading offsets count those of `text`.
 *
 * The map is monotone; `toReading(toRaw(r)) === r` for every reading offset `r`.
 */
export class ReadingText {
  readonly raw: string;
  readonly text: string;
  readonly #table: RepairTable;
  /** Reading offset at which the replacement of each repair starts. */
  readonly #readingStarts: Int32Array;
  #repairs: readonly Repair[] | undefined;

  /** @param repairs sorted by `start`, not overlapping, inside `raw`. */
  constructor(raw: string, repairs: readonly Repair[] | RepairTable) {
    const table = repairs instanceof RepairTable ? repairs : tableOf(repairs);
    this.raw = raw;
    this.#table = table;
    this.#readingStarts = new Int32Array(table.length);
    let text = '';
    let at = 0;
    let length = 0;
    for (let i = 0; i < table.length; i++) {
      const start = table.startAt(i);
      const replacement = table.replacementAt(i);
      text += raw.slice(at, start) + replacement;
      length += start - at;
      this.#readingStarts[i] = length;
      length += replacement.length;
      at = table.endAt(i);
    }
    text += raw.slice(at);
    // One look at a character makes the engine lay the pieces out as one string, once, here.
    text.charCodeAt(0);
    this.text = text;
  }

  /** The repairs in raw order. */
  get repairs(): readonly Repair[] {
    return (this.#repairs ??= this.#table.toArray());
  }

  /**
   * The raw offset of a reading offset. At a place where raw text was removed, `before` gives the offset in front of what was
   * removed and `after` the one behind it. Inside a replacement it gives the nearest place of the replaced raw stretch.
   */
  toRaw(offset: number, bias: Bias = 'after'): number {
    const starts = this.#readingStarts;
    const limit = bias === 'after' ? offset : offset - 1;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= limit) low = middle + 1;
      else high = middle;
    }
    // Repairs that start at the same reading offset stand in a row: `after` takes the last of them, `before` none.
    const index = low - 1;
    if (index < 0) return Math.max(0, offset);
    const { start, end, replacement } = this.#at(index);
    const into = offset - (starts[index] as number);
    if (into < replacement.length) return into === 0 ? start : Math.min(end, start + into);
    return end + into - replacement.length;
  }

  /** The reading offset of a raw offset; a place inside removed text gives where the removed text stood. */
  toReading(offset: number): number {
    let low = 0;
    let high = this.#table.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#table.startAt(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    if (index < 0) return Math.max(0, offset);
    const { start, end, replacement } = this.#at(index);
    const reading = this.#readingStarts[index] as number;
    if (offset < end) return reading + Math.min(offset - start, replacement.length);
    return reading + replacement.length + offset - end;
  }

  #at(index: number): { start: number; end: number; replacement: string } {
    const table = this.#table;
    return { start: table.startAt(index), end: table.endAt(index), replacement: table.replacementAt(index) };
  }

  /** The raw stretch that a reading range was read from: without what was removed in front of it and behind it. */
  rawRange(range: TextRange): TextRange {
    const start = this.toRaw(range.start, 'after');
    return { start, end: Math.max(start, this.toRaw(range.end, 'before')) };
  }

  /** The reading range of a raw one. */
  readingRange(range: TextRange): TextRange {
    return { start: this.toReading(range.start), end: this.toReading(range.end) };
  }

  /** The smallest raw edit that has the effect of an edit of the reading text: what both texts share at the ends is left alone. */
  editToRaw(edit: TextEdit): TextEdit {
    const old = this.text.slice(edit.start, edit.end);
    let head = 0;
    while (head < old.length && head < edit.text.length && old[head] === edit.text[head]) head++;
    let tail = 0;
    while (tail < old.length - head && tail < edit.text.length - head && old.at(-1 - tail) === edit.text.at(-1 - tail))
      tail++;
    const text = edit.text.slice(head, edit.text.length - tail);
    const start = edit.start + head;
    const end = edit.end - tail;
    if (start === end) {
      const at = this.toRaw(start, 'before');
      return { start: at, end: at, text };
    }
    return { ...this.rawRange({ start, end }), text };
  }
}

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
] as const;

/** Code of a repair. */
export type RepairCode = (typeof repairCodes)[number];

/** One local difference of raw and reading text: raw `[start, end)` reads as `replacement`. */
export interface Repair extends TextRange {
  readonly code: RepairCode;
  readonly replacement: string;
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
  readonly #repairs: readonly Repair[];
  /** Reading offset at which the replacement of each repair starts. */
  readonly #readingStarts: Int32Array;

  /** @param repairs sorted by `start`, not overlapping, inside `raw`. */
  constructor(raw: string, repairs: readonly Repair[]) {
    this.raw = raw;
    this.#repairs = repairs;
    this.#readingStarts = new Int32Array(repairs.length);
    const parts: string[] = [];
    let at = 0;
    let length = 0;
    for (const [i, repair] of repairs.entries()) {
      parts.push(raw.slice(at, repair.start), repair.replacement);
      length += repair.start - at;
      this.#readingStarts[i] = length;
      length += repair.replacement.length;
      at = repair.end;
    }
    parts.push(raw.slice(at));
    this.text = parts.join('');
  }

  /** The repairs in raw order. */
  get repairs(): readonly Repair[] {
    return this.#repairs;
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
    const repair = this.#repairs[low - 1];
    if (!repair) return Math.max(0, offset);
    const into = offset - (starts[low - 1] as number);
    if (into < repair.replacement.length) {
      return into === 0 ? repair.start : Math.min(repair.end, repair.start + into);
    }
    return repair.end + into - repair.replacement.length;
  }

  /** The reading offset of a raw offset; a place inside removed text gives where the removed text stood. */
  toReading(offset: number): number {
    let low = 0;
    let high = this.#repairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#repairs[middle] as Repair).start <= offset) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    if (index < 0) return Math.max(0, offset);
    const repair = this.#repairs[index] as Repair;
    const start = this.#readingStarts[index] as number;
    if (offset < repair.end) return start + Math.min(offset - repair.start, repair.replacement.length);
    return start + repair.replacement.length + offset - repair.end;
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

import { JoinedMap, RepairedText, type Bias, type OffsetMap } from './offsetMap.ts';
import type { TextEdit, TextRange } from './range.ts';
import { RepairTable, tableOf, type Repair } from './repairTable.ts';

export type { Bias } from './offsetMap.ts';
export { firstRepairAt, RepairTable, type Repair, type RepairCode, repairCodes } from './repairTable.ts';

const isMap = (given: object): given is OffsetMap => 'toReading' in given;

/**
 * The raw text with all its repairs applied, and the map of offsets both ways. Raw offsets count UTF-16 code units of the
 * document as VS Code holds it, reading offsets count those of `text`.
 *
 * The map is monotone; `toReading(toRaw(r)) === r` for every reading offset `r`.
 */
export class ReadingText {
  readonly raw: string;
  readonly #map: OffsetMap;
  #repairs: readonly Repair[] | undefined;

  /** @param repairs sorted by `start`, not overlapping, inside `raw`. */
  constructor(raw: string, repairs: readonly Repair[] | RepairTable | OffsetMap) {
    this.raw = raw;
    this.#map = isMap(repairs)
      ? repairs
      : new RepairedText(raw, repairs instanceof RepairTable ? repairs : tableOf(repairs));
  }

  /** The reading text; that of a text which was read in pieces is put together when it is asked for first. */
  get text(): string {
    return this.#map.text;
  }

  /** The reading text of a raw text that was read piece by piece; the pieces' raw texts make up `raw`, none of them is empty. */
  static joined(raw: string, pieces: readonly ReadingText[]): ReadingText {
    return new ReadingText(raw, new JoinedMap(pieces));
  }

  /** The repairs in raw order. */
  get repairs(): readonly Repair[] {
    return (this.#repairs ??= this.#map.repairs());
  }

  /** The repairs that start at `start` or behind it and in front of `end`, raw offsets, in order; the others are not looked at. */
  repairsFrom(start: number, end: number): readonly Repair[] {
    return this.#map.repairsFrom(start, end);
  }

  /**
   * The raw offset of a reading offset. At a place where raw text was removed, `before` gives the offset in front of what was
   * removed and `after` the one behind it. Inside a replacement it gives the nearest place of the replaced raw stretch.
   */
  toRaw(offset: number, bias: Bias = 'after'): number {
    return this.#map.toRaw(offset, bias);
  }

  /** The reading offset of a raw offset; a place inside removed text gives where the removed text stood. */
  toReading(offset: number): number {
    return this.#map.toReading(offset);
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

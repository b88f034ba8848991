import type { Block } from '../newsletter/model.ts';
import type { ReadingText } from '../text/readingText.ts';
import { sharedEnds } from '../text/trimEdit.ts';

/** Stands between two blocks of a page text; it never occurs inside a block. */
export const blockBreak = '\u2029';

/** A page as the preview holds it needs the reading text and its blocks, nothing else. */
export interface PageSource {
  readonly reading: ReadingText;
  readonly newsletter: { readonly blocks: readonly Block[] };
}

/** Place in the page text as block and offset inside the block's shown text. */
export interface PagePlace {
  readonly block: number;
  readonly offset: number;
}

/**
 * The blocks' reading text joined by one `blockBreak` each: what the preview shows and counts its offsets in (UTF-16).
 * A page without blocks is one empty text.
 */
export class PageText {
  readonly source: PageSource;
  readonly texts: readonly string[];
  /** How many UTF-16 units the page text has. */
  readonly length: number;
  readonly #starts: Int32Array;
  #text: string | undefined;

  /** @param before an earlier state of the page: texts of blocks that stand in both are taken over, not read again. */
  constructor(source: PageSource, before?: PageText) {
    this.source = source;
    const texts = textsOf(source, before);
    this.texts = texts;
    this.#starts = new Int32Array(texts.length);
    let at = 0;
    for (let i = 0; i < texts.length; i++) {
      this.#starts[i] = at;
      at += (texts[i] as string).length + 1;
    }
    this.length = Math.max(0, at - 1);
  }

  /** The whole page text. */
  get text(): string {
    return (this.#text ??= this.texts.join(blockBreak));
  }

  /** A stretch of the page text. */
  slice(start: number, end: number): string {
    const { block: first } = this.placeOf(start);
    if (first < 0) return '';
    const from = this.startOf(first);
    const stretch = this.texts.slice(first, this.placeOf(end).block + 1).join(blockBreak);
    return stretch.slice(start - from, end - from);
  }

  get blocks(): readonly Block[] {
    return this.source.newsletter.blocks;
  }

  /** Page offset at which a block starts. */
  startOf(block: number): number {
    return this.#starts[block] ?? this.text.length;
  }

  /** The block that holds a page offset; its end counts as inside. A page without blocks gives block -1. */
  placeOf(offset: number): PagePlace {
    let low = 0;
    let high = this.#starts.length - 1;
    if (high < 0) return { block: -1, offset: 0 };
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    const within = Math.max(0, offset - (this.#starts[low] as number));
    return { block: low, offset: Math.min(within, (this.texts[low] as string).length) };
  }

  /** Reading offset of a page offset. */
  toReading(offset: number): number {
    const place = this.placeOf(offset);
    const block = this.blocks[place.block];
    if (!block) return 0;
    return block.start + innerOffset(this.source.reading.text, block, place.offset);
  }

  /** Page offset of a reading offset; what lies between blocks counts to the end of the one before. */
  fromReading(offset: number): number {
    let low = 0;
    let high = this.blocks.length - 1;
    if (high < 0) return 0;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.blocks[middle] as Block).start <= offset) low = middle;
      else high = middle - 1;
    }
    const block = this.blocks[low] as Block;
    const inside = this.source.reading.text.slice(block.start, Math.max(block.start, Math.min(offset, block.end)));
    return this.startOf(low) + shownText(inside).length;
  }
}

function textsOf({ reading, newsletter }: PageSource, before: PageText | undefined): string[] {
  const { blocks } = newsletter;
  const read = (block: Block) => shownText(reading.text.slice(block.start, block.end));
  if (!before) return blocks.map(read);
  const old = before.blocks;
  const { head, tail } = sharedEnds(before.source.reading.text, reading.text);
  const texts = new Array<string>(blocks.length);
  let first = 0;
  while (first < blocks.length && isAt(old[first], blocks[first] as Block, 0) && (blocks[first] as Block).end <= head) {
    texts[first] = before.texts[first] as string;
    first++;
  }
  const by = reading.text.length - before.source.reading.text.length;
  const later = reading.text.length - tail;
  const shift = blocks.length - old.length;
  let last = blocks.length - 1;
  while (
    last >= first &&
    isAt(old[last - shift], blocks[last] as Block, by) &&
    (blocks[last] as Block).start >= later
  ) {
    texts[last] = before.texts[last - shift] as string;
    last--;
  }
  for (let i = first; i <= last; i++) texts[i] = read(blocks[i] as Block);
  return texts;
}

/** True where `block` is where `old` was, or `by` units behind it. */
function isAt(old: Block | undefined, block: Block, by: number): boolean {
  return old !== undefined && old.start + by === block.start && old.end + by === block.end;
}

/** Text as a block shows it: line breaks are `\n`, and no block break stands inside. */
export function shownText(text: string): string {
  return /[\r\u2029]/.test(text) ? text.replace(/\r\n?/g, '\n').replaceAll(blockBreak, ' ') : text;
}

/** Offset inside the reading text of a block for an offset inside its shown text, where CR LF counts as one. */
function innerOffset(text: string, block: Block, shown: number): number {
  let at = block.start;
  for (let left = shown; left > 0 && at < block.end; left--) {
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++;
    at++;
  }
  return at - block.start;
}

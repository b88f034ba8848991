import type { Block } from '../newsletter/model.ts';
import type { ReadingText } from '../text/readingText.ts';

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
  readonly text: string;
  readonly #starts: Int32Array;

  constructor(source: PageSource) {
    this.source = source;
    const { reading, newsletter } = source;
    this.texts = newsletter.blocks.map((block) => shownText(reading.text.slice(block.start, block.end)));
    this.text = this.texts.join(blockBreak);
    this.#starts = new Int32Array(this.texts.length);
    let at = 0;
    for (const [i, text] of this.texts.entries()) {
      this.#starts[i] = at;
      at += text.length + 1;
    }
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

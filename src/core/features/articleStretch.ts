import type { BlockKind, HeadingLevel } from '../newsletter/model.ts';
import { countCharacters } from './statistics.ts';

/** What is needed of a block to set it and to count it. */
export interface SetBlock {
  readonly kind: BlockKind;
  readonly level?: HeadingLevel;
  readonly text: string;
}

/** The blocks of one article: `[first, end)` of a row of blocks. */
export interface ArticleStretch {
  readonly first: number;
  readonly end: number;
  /** The headline on one line; empty for what stands in front of the first headline. */
  readonly title: string;
}

/** The articles of a row of blocks: each headline with all that follows it, up to the next one. */
export function articleStretches(blocks: readonly SetBlock[]): ArticleStretch[] {
  const found: ArticleStretch[] = [];
  let first = 0;
  let title = '';
  const close = (end: number) => {
    if (end > first) found.push({ first, end, title });
  };
  for (const [i, block] of blocks.entries()) {
    if (!isHeadline(block)) continue;
    close(i);
    first = i;
    title = block.text.replaceAll('\n', ' ');
  }
  close(blocks.length);
  return found;
}

/** True for the headline of an article. */
export function isHeadline({ kind, level }: SetBlock): boolean {
  return kind === 'heading' && (level ?? 1) === 1;
}

/** Figures about one article; characters are counted without white space. */
export interface ArticleStatistics {
  readonly characters: number;
  readonly paragraphs: number;
  readonly headings: number;
}

/** Counts what the blocks `[first, end)` hold; what the page repeats (date, page number) is not part of an article. */
export function articleStatistics(blocks: readonly SetBlock[], { first, end }: ArticleStretch): ArticleStatistics {
  let characters = 0;
  let paragraphs = 0;
  let headings = 0;
  for (let i = first; i < end; i++) {
    const { kind, text } = blocks[i] as SetBlock;
    if (kind === 'furniture') continue;
    characters += countCharacters(text, { start: 0, end: text.length });
    if (kind === 'paragraph') paragraphs++;
    else if (kind === 'heading') headings++;
  }
  return { characters, paragraphs, headings };
}

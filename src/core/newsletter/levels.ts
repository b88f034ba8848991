import type { RawBlock } from './blocks.ts';
import type { Lines } from './lines.ts';
import type { HeadingLevel } from './model.ts';

/** An article whose text breaks off because another one was read into it. */
export interface Interruption {
  /** Index of the heading block of the interrupted article. */
  readonly article: number;
  /** Index of the block with which it goes on. */
  readonly resumesAt: number;
}

/** Levels of the heading blocks by index, and the articles that go on after another one. */
export interface Levels {
  readonly level: ReadonlyMap<number, HeadingLevel>;
  readonly interruptions: readonly Interruption[];
}

/**
 * Gives every heading its level. Numbering decides where there is any (GB/T 9704-2012, 7.3.3); the others are articles where
 * the page says so — first of the page, set bolder than the rest, behind a byline, over a jump line — and sections otherwise.
 */
export function assignLevels(text: string, lines: Lines, blocks: readonly RawBlock[]): Levels {
  const level = new Map<number, HeadingLevel>();
  const interruptions: Interruption[] = [];
  const boldTells = boldSetsApart(lines, blocks);
  const chapters = blocks.some((block) => block.kind === 'heading' && block.marker?.kind === 'chapter');
  let state: ArticleState = { article: -1, body: false, closed: true, open: false };
  let pending = -1;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'byline') {
      if (state.body) state = { ...state, closed: true };
      continue;
    }
    if (block.kind === 'paragraph' || block.kind === 'verse' || block.kind === 'caption') {
      if (state.closed && pending >= 0 && block.kind === 'paragraph') {
        interruptions.push({ article: pending, resumesAt: i });
        state = { article: pending, body: true, closed: false, open: false };
        pending = -1;
      }
      state = { ...state, body: true, open: !'。！？：；”’）…'.includes(text[block.end - 1] ?? '。') };
      continue;
    }
    if (block.kind !== 'heading') continue;
    const numbered = numberedLevel(block, chapters);
    if (numbered && !(numbered === 1)) {
      if (state.closed && state.article >= 0 && pending >= 0) {
        interruptions.push({ article: pending, resumesAt: i });
        state = { article: pending, body: true, closed: false, open: false };
        pending = -1;
      }
      level.set(i, numbered);
      continue;
    }
    const bold = isOverprinted(lines, block);
    if (state.closed && pending >= 0 && !(bold && boldTells)) {
      interruptions.push({ article: pending, resumesAt: i });
      state = { article: pending, body: true, closed: false, open: false };
      pending = -1;
      level.set(i, 2);
      continue;
    }
    const article = numbered === 1 || isArticle(blocks, i, state, boldTells, bold);
    level.set(i, article ? 1 : 2);
    if (!article) continue;
    if (state.article >= 0 && !state.closed && (!state.body || state.open)) pending = state.article;
    state = { article: i, body: false, closed: false, open: false };
  }
  return { level, interruptions };
}

interface ArticleState {
  /** Heading block of the article at hand, or -1. */
  readonly article: number;
  readonly body: boolean;
  readonly closed: boolean;
  /** The last paragraph breaks off inside a sentence. */
  readonly open: boolean;
}

function numberedLevel(block: RawBlock, chapters: boolean): HeadingLevel | null {
  const marker = block.marker;
  if (!marker) return null;
  switch (marker.kind) {
    case 'numeral':
      return chapters ? 3 : 2;
    case 'bullet':
    case 'dash':
    case 'enumerator':
    case 'question':
    case 'answer':
      return 3;
    default:
      return marker.level;
  }
}

/** True where a heading is overprinted from end to end; a part of it may be so by accident. */
function isOverprinted(lines: Lines, block: RawBlock): boolean {
  for (let i = block.from; i <= block.to; i++) {
    const length = (lines.end[i] as number) - (lines.start[i] as number);
    if ((lines.doubled.get(i)?.length ?? 0) * 2 < length * 0.75) return false;
  }
  return true;
}

/** True where some unnumbered headings are overprinted and others are not: then overprinting marks the headlines. */
function boldSetsApart(lines: Lines, blocks: readonly RawBlock[]): boolean {
  let bold = 0;
  let plain = 0;
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.marker) continue;
    if (isOverprinted(lines, block)) bold++;
    else plain++;
  }
  return bold > 0 && plain > 0;
}

function isArticle(
  blocks: readonly RawBlock[],
  i: number,
  state: ArticleState,
  boldTells: boolean,
  bold: boolean,
): boolean {
  if (state.article < 0 || state.closed) return true;
  if (boldTells && bold) return true;
  const next = blocks[i + 1];
  const before = blocks[i - 1];
  return (next?.kind === 'jump' && isFrom(next)) || before?.kind === 'jump';
}

const isFrom = (block: RawBlock) => block.kind === 'jump';

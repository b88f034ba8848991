import type { HeadingLevel } from './model.ts';
import type { Draft } from './readSheet.ts';

/** An article whose text breaks off because another one was read into it. */
export interface Interruption {
  /** Index of the heading block of the interrupted article. */
  readonly article: number;
  /** Index of the block with which it goes on. */
  readonly resumesAt: number;
}

/** Levels of headings and leads by block index, 0 for other blocks, and the articles that go on after another one. */
export interface Levels {
  readonly level: Uint8Array;
  readonly interruptions: readonly Interruption[];
}

/**
 * Gives every heading its level. Numbering decides where there is any (GB/T 9704-2012, 7.3.3); the others are articles where
 * the page says so — first of the page, set bolder than the rest, behind a byline, over a jump line — and sections otherwise.
 * Leads lie below the heading they stand under.
 */
export function assignLevels(drafts: readonly Draft[]): Levels {
  const level = new Uint8Array(drafts.length);
  const interruptions: Interruption[] = [];
  const boldTells = boldSetsApart(drafts);
  const chapters = drafts.some(({ block, marker }) => block.kind === 'heading' && marker?.kind === 'chapter');
  const state: ArticleState = { article: -1, body: false, closed: true, open: false };
  let pending = -1;
  const resume = (i: number) => {
    interruptions.push({ article: pending, resumesAt: i });
    enter(state, pending, true);
    pending = -1;
  };
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    const { kind } = draft.block;
    if (kind === 'byline') {
      if (state.body) state.closed = true;
    } else if (kind === 'paragraph' || kind === 'verse' || kind === 'caption') {
      if (state.closed && pending >= 0 && kind === 'paragraph') resume(i);
      state.body = true;
      state.open = draft.open;
    } else if (kind === 'heading') {
      const numbered = numberedLevel(draft, chapters);
      if (numbered && numbered !== 1) {
        if (state.closed && state.article >= 0 && pending >= 0) resume(i);
        level[i] = numbered;
        continue;
      }
      if (state.closed && pending >= 0 && !(draft.bold && boldTells)) {
        resume(i);
        level[i] = 2;
        continue;
      }
      if (isItem(drafts, i, state)) {
        level[i] = 2;
        state.closed = false;
        continue;
      }
      const article = numbered === 1 || draft.rubric || isArticle(drafts, i, state, boldTells);
      level[i] = article ? 1 : 2;
      if (!article) continue;
      if (state.article >= 0 && !state.closed && (!state.body || state.open)) pending = state.article;
      enter(state, i, false);
    }
  }
  levelLeads(drafts, level);
  return { level, interruptions };
}

/** An unnumbered marker lies one level below the numbered heading it stands under. */
function levelLeads(drafts: readonly Draft[], level: Uint8Array): void {
  let above = 2;
  for (let i = 0; i < drafts.length; i++) {
    if (level[i]) above = level[i] as number;
    const { block, marker } = drafts[i] as Draft;
    if (!block.lead) continue;
    const numbered = marker && marker.kind !== 'bullet' && marker.kind !== 'dash';
    if (numbered) above = block.lead.level;
    level[i] = numbered ? block.lead.level : Math.min(6, Math.max(3, above + 1));
  }
}

/** Written over as the blocks go by: a new one for each would cost more than all the rest. */
interface ArticleState {
  /** Heading block of the article at hand, or -1. */
  article: number;
  body: boolean;
  closed: boolean;
  /** The last paragraph breaks off inside a sentence. */
  open: boolean;
}

function enter(state: ArticleState, article: number, body: boolean): void {
  state.article = article;
  state.body = body;
  state.closed = false;
  state.open = false;
}

function numberedLevel({ marker }: Draft, chapters: boolean): HeadingLevel | null {
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

/** True for news in brief under its rubric: each piece may close with its author, all are set alike. */
function isItem(drafts: readonly Draft[], i: number, { article }: ArticleState): boolean {
  const draft = drafts[i] as Draft;
  if (!drafts[article]?.rubric || draft.rubric) return false;
  return (
    draft.bold === drafts[article + 1]?.bold && drafts[i + 1]?.block.kind !== 'jump' && !isBehindSignature(drafts, i)
  );
}

/**
 * True where some unnumbered headings are overprinted and others are not: then overprinting marks the headlines. Where headings
 * are overprinted in part it came about by accident.
 */
function boldSetsApart(drafts: readonly Draft[]): boolean {
  let bold = false;
  let plain = false;
  let boldFirst = false;
  let body = false;
  let ended = false;
  let closed = false;
  for (const draft of drafts) {
    const { kind } = draft.block;
    if (kind === 'paragraph') body = true;
    // Under a headline stands who wrote the article, behind its text its end.
    if (body && (kind === 'byline' || kind === 'jump')) ended = true;
    if (kind !== 'heading' || draft.marker) continue;
    closed ||= ended;
    if (draft.partlyBold) return false;
    if (draft.bold) {
      boldFirst ||= !plain;
      bold = true;
    } else plain = true;
  }
  // Overprinted sections under one plain headline tell nothing.
  return bold && plain && (boldFirst || closed);
}

function isArticle(drafts: readonly Draft[], i: number, state: ArticleState, boldTells: boolean): boolean {
  if (state.article < 0 || state.closed) return true;
  if (boldTells && (drafts[i] as Draft).bold) return true;
  if (isBehindSignature(drafts, i)) return true;
  if (drafts[i + 1]?.block.kind === 'jump') return true;
  const jump = drafts[i - 1]?.block.jump;
  if (!jump) return false;
  // 上接 under a headline: its text stands elsewhere on the page, unless the next heading is set as boldly and so heads its first section.
  return jump.direction === 'to' || !((drafts[i] as Draft).bold && drafts[state.article]?.bold);
}

function isBehindSignature(drafts: readonly Draft[], i: number): boolean {
  let before = i - 1;
  while (before > 0 && drafts[before]?.block.kind === 'furniture') before--;
  return drafts[before]?.block.kind === 'signature';
}

import type { TextRange } from '../text/range.ts';

/** What a block of a newsletter is. `masthead` is the paper's own name line, `furniture` what the page repeats (date, page number, editor). */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'jump'
  | 'byline'
  | 'verse'
  | 'caption'
  | 'table'
  | 'signature'
  | 'kicker'
  | 'subhead'
  | 'masthead'
  | 'furniture';

/** 1 = article; 2 = section (一、), 3 = （一） or a run-in lead, 4 = 1. , 5 = （1）, 6 = ① */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** The opening sentence of a paragraph that serves as its heading (———“微治理”小切口有大意义。坚持…). */
export interface Lead {
  /** Range in the reading text, without marker and without the closing full stop. */
  readonly range: TextRange;
  readonly level: HeadingLevel;
}

/** Why a block is what it is: a short code, such as `couplet` or `numbering`, shown to people by the adapters. */
export type Reason =
  | 'marked'
  | 'numbering'
  | 'couplet'
  | 'short-line'
  | 'set-apart'
  | 'doubled'
  | 'spaced'
  | 'first-line'
  | 'bullet'
  | 'opening-sentence'
  | 'jump-line'
  | 'byline'
  | 'question'
  | 'appendix'
  | 'continuation';

/**
 * One block. Ranges are UTF-16 offsets of the reading text and exclude the line breaks between blocks. The reader gives every block
 * all of these properties, so that all have one shape: a look at one of several shapes takes several times as long.
 */
export interface Block extends TextRange {
  readonly kind: BlockKind;
  /** Level of a heading. */
  readonly level?: HeadingLevel | undefined;
  readonly lead?: Lead | undefined;
  /** What numbers or marks the block (`一、`, `（一）`, `●`, `——`), as it stands at the block's start in the reading text; may be followed by space. */
  readonly marker?: string | undefined;
  /** 0-based first and last line of the raw text. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** How sure the reader of the layout is, 0 to 1; below 0.5 a heading is not called one. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** Direction and page of a jump line. */
  readonly jump?: { readonly direction: 'from' | 'to'; readonly page: string } | undefined;
}

/** Kind of an outline entry: a `continuation` is the rest of an article that another one interrupted, titled as that article. */
export type OutlineKind = 'article' | 'section' | 'lead' | 'continuation';

/** One entry of the outline. Ranges are UTF-16 offsets of the reading text. */
export interface OutlineNode {
  readonly kind: OutlineKind;
  /** The title on one line, without its marker for leads; lines of a couplet joined by a space. */
  readonly title: string;
  readonly level: HeadingLevel;
  /** From the title to the end of the last block that belongs to it. */
  readonly range: TextRange;
  /** The title alone; inside `range`. */
  readonly selectionRange: TextRange;
  /** Index of the block that carries the title. */
  readonly block: number;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly children: readonly OutlineNode[];
}

/** The read-only tree of a page. */
export interface Newsletter {
  /** Title of the first article, or of the paper; empty where there is none. */
  readonly title: string;
  /** In reading order, sorted by `start`, not overlapping. */
  readonly blocks: readonly Block[];
  readonly outline: readonly OutlineNode[];
}

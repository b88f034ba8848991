/** What a block of a page is, in the words of the gold format. */
export type SourceKind =
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

/** One block of a page as its author meant it. */
export interface SourceBlock {
  readonly kind: SourceKind;
  /** Its lines where the author set them: the halves of a couplet, the lines of a poem; otherwise one. */
  readonly lines: readonly string[];
  /** 1 = article, 2 = section, … of a heading, or of the heading that opens a paragraph. */
  readonly level?: number;
  /** The opening sentence that serves as a heading, without marker and full stop. */
  readonly lead?: string;
  readonly marker?: string;
}

/** A definition that the page states. */
export interface SourceDefinition {
  readonly term: string;
  readonly items?: readonly string[];
  readonly parts?: readonly { readonly term: string; readonly items: readonly string[] }[];
}

/** A page of known structure. */
export interface PageSource {
  readonly blocks: readonly SourceBlock[];
  readonly definitions: readonly SourceDefinition[];
  /** Terms whose numeral does not fit the number of items listed. */
  readonly mismatches: readonly { readonly term: string }[];
}

type Extra = Pick<SourceBlock, 'marker'>;

/** A heading of one or more lines; `marker` is part of the first line's text. */
export const heading = (level: number, lines: string | readonly string[], marker = ''): SourceBlock => {
  const all = typeof lines === 'string' ? [lines] : lines;
  return {
    kind: 'heading',
    level,
    lines: [marker + (all[0] as string), ...all.slice(1)],
    ...(marker ? { marker } : {}),
  };
};

/** A paragraph; `marker` is put in front of its text. */
export const paragraph = (text: string, { marker = '' }: Extra = {}): SourceBlock => ({
  kind: 'paragraph',
  lines: [marker + text],
  ...(marker ? { marker } : {}),
});

/** A paragraph whose first sentence is a heading. */
export const runIn = (level: number, marker: string, lead: string, rest: string): SourceBlock => ({
  kind: 'paragraph',
  lines: [`${marker}${lead}。${rest}`],
  level,
  lead,
  ...(marker ? { marker } : {}),
});

/** Any other block, by its lines. */
export const other = (kind: SourceKind, ...lines: string[]): SourceBlock => ({ kind, lines });

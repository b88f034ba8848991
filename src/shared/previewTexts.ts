import type { Layout } from '../core/features/layouts.ts';

/** The preview's texts; the host translates them, the page fills their `{0}` places. */
export interface PreviewTexts {
  readonly page: string;
  readonly conflict: string;
  readonly conflictNoText: string;
  readonly unanswered: string;
  readonly unsent: string;
  readonly copy: string;
  readonly insertHere: string;
  readonly dismiss: string;
  readonly goToDefinition: string;
  readonly otherMeanings: string;
  readonly card: string;
  readonly outline: OutlineTexts;
  readonly toolbar: ToolbarTexts;
  readonly find: FindTexts;
  readonly fit: FitTexts;
  readonly move: string;
}

/** Texts of the outline beside the page. */
export interface OutlineTexts {
  readonly title: string;
  readonly filter: string;
  readonly article: string;
  readonly section: string;
  readonly lead: string;
}

/** Texts of the toolbar. */
export interface ToolbarTexts {
  readonly title: string;
  readonly layout: string;
  readonly layouts: Readonly<Record<Layout, string>>;
  readonly kind: string;
  readonly kinds: readonly { readonly mark: string; readonly text: string }[];
  readonly otherKind: string;
  readonly print: string;
  readonly followEditor: string;
  readonly leadEditor: string;
  readonly find: string;
  readonly box: string;
  readonly export: string;
}

/** Texts of the find bar. */
export interface FindTexts {
  readonly title: string;
  readonly find: string;
  readonly replace: string;
  readonly next: string;
  readonly previous: string;
  readonly replaceOne: string;
  readonly replaceAll: string;
  readonly close: string;
  /** `{0}` is the match at hand, `{1}` how many there are. */
  readonly count: string;
  readonly none: string;
}

/** Texts about an article and its box. */
export interface FitTexts {
  readonly title: string;
  readonly columns: string;
  readonly lines: string;
  readonly cells: string;
  readonly set: string;
  readonly remove: string;
  /** `{0}` characters, lines. */
  readonly excess: string;
  readonly spare: string;
  readonly exact: string;
  /** `{0}` characters, `{1}` paragraphs, `{2}` headings. */
  readonly statistics: string;
  readonly noTitle: string;
}

import type { Layout } from '../core/features/layouts.ts';
import type { ArticleBox } from '../core/features/pageFit.ts';

/** The box of one article, told by its headline; where that has changed, by its place among the articles. */
export interface TitledBox extends ArticleBox {
  readonly title: string;
  /** Place among the articles of the page, from 0. */
  readonly ordinal: number;
}

/** How a person looks at a page; kept for the file. */
export interface PageView {
  readonly layout: Layout;
  /** Black on white, as it will be printed, whatever the theme. */
  readonly print: boolean;
  /** The page scrolls along with the editor, and the editor with the page. */
  readonly followEditor: boolean;
  readonly leadEditor: boolean;
  readonly boxes: readonly TitledBox[];
}

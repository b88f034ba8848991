import { articleStatistics, articleStretches, type ArticleStretch } from '../core/features/articleStretch.ts';
import { fitArticle, type Fit } from '../core/features/pageFit.ts';
import type { FitTexts } from '../shared/previewTexts.ts';
import type { PageBlock } from '../shared/sync/page.ts';
import type { TitledBox } from '../shared/view.ts';
import { button, element } from './elements.ts';
import { highlight } from './highlights.ts';
import type { PageEditor } from './pageEditor.ts';
import { fill } from './texts.ts';
import { boxOf, type ViewState } from './viewState.ts';

interface Article extends ArticleStretch {
  readonly ordinal: number;
}

const fields = ['columns', 'lines', 'cells'] as const;

/** Sizes a box starts with: those of an article on a town paper's page. */
const usual = { columns: 3, lines: 40, cells: 16 };

/** How long figures may be behind what is typed, in milliseconds. */
const moment = 150;

/** Below the page: the figures of the article at hand, and how it fits its box. */
export class ArticleBar {
  readonly #bar: HTMLElement;
  readonly #figures = element('span', 'figures');
  readonly #fit = element('strong', 'fit');
  readonly #form = element('form', 'box');
  readonly #inputs = new Map<string, HTMLInputElement>();
  readonly #texts: FitTexts;
  readonly #editor: PageEditor;
  readonly #state: ViewState;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(bar: HTMLElement, texts: FitTexts, editor: PageEditor, state: ViewState) {
    this.#bar = bar;
    this.#texts = texts;
    this.#editor = editor;
    this.#state = state;
    this.#fit.setAttribute('role', 'status');
    this.#buildForm();
    bar.append(this.#figures, this.#fit, this.#form);
    state.onChange(() => this.refresh());
  }

  /** Opens the form for the box of the article at hand. */
  open(): void {
    const article = this.#article();
    const box = article && this.#boxOf(article);
    for (const field of fields) (this.#inputs.get(field) as HTMLInputElement).value = String((box ?? usual)[field]);
    this.#form.hidden = false;
    this.#inputs.get('columns')?.select();
  }

  /** The page or the cursor is another one: figures follow in a moment, so that no key waits for them. */
  refresh(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#draw();
    }, moment);
  }

  #draw(): void {
    const article = this.#article();
    const { blocks } = this.#editor;
    if (!article) {
      this.#bar.hidden = true;
      return;
    }
    this.#bar.hidden = false;
    const { characters, paragraphs, headings } = articleStatistics(blocks, article);
    const title = article.title || this.#texts.noTitle;
    this.#figures.textContent = `${title} · ${fill(this.#texts.statistics, characters, paragraphs, headings)}`;
    const box = this.#boxOf(article);
    const fit = box && fitArticle(blocks.slice(article.first, article.end), box);
    const told = fit ? fitText(this.#texts, fit) : '';
    if (this.#fit.textContent !== told) this.#fit.textContent = told;
    this.#fit.classList.toggle('excess', (fit?.excess ?? 0) > 0);
    highlight('excess', fit?.from ? this.#excess(blocks, article, fit.from) : []);
  }

  #excess(blocks: readonly PageBlock[], article: Article, from: { block: number; offset: number }): Range[] {
    const first = article.first + from.block;
    const ranges: Range[] = [];
    for (let i = first; i < article.end; i++) {
      const start = i === first ? from.offset : 0;
      const range = this.#editor.rangeIn(i, start, (blocks[i] as PageBlock).text.length);
      if (range) ranges.push(range);
    }
    return ranges;
  }

  #article(): Article | undefined {
    const { blocks } = this.#editor;
    const at = this.#editor.cursorBlock;
    const articles = articleStretches(blocks);
    const ordinal = articles.findIndex(({ first, end }) => at >= first && at < end);
    const article = articles[ordinal];
    return article && { ...article, ordinal };
  }

  #boxOf(article: Article): TitledBox | undefined {
    const { boxes } = this.#state.view;
    if (boxes.length === 0) return undefined;
    const titles = articleStretches(this.#editor.blocks).map(({ title }) => title);
    return boxOf(boxes, article, titles);
  }

  #buildForm(): void {
    const texts = this.#texts;
    const form = this.#form;
    form.hidden = true;
    form.setAttribute('aria-label', texts.title);
    for (const field of fields) {
      const input = element('input');
      input.type = 'number';
      input.min = '1';
      input.max = '1000';
      input.required = true;
      this.#inputs.set(field, input);
      form.append(element('label', '', texts[field], input));
    }
    const set = element('button', '', texts.set);
    form.append(
      set,
      button(texts.remove, () => this.#keep(undefined)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const size = (field: (typeof fields)[number]) => Number(this.#inputs.get(field)?.value);
      this.#keep({ columns: size('columns'), lines: size('lines'), cells: size('cells') });
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close();
    });
  }

  #keep(box: { columns: number; lines: number; cells: number } | undefined): void {
    const article = this.#article();
    if (!article) return;
    const old = this.#boxOf(article);
    const others = this.#state.view.boxes.filter((one) => one !== old);
    const { title, ordinal } = article;
    this.#state.change({ boxes: box ? [...others, { title, ordinal, ...box }] : others });
    this.#close();
  }

  #close(): void {
    this.#form.hidden = true;
    this.#editor.view.focus();
  }
}

function fitText(texts: FitTexts, fit: Fit): string {
  if (fit.excess > 0) return fill(texts.excess, fit.excess);
  return fit.spareLines > 0 ? fill(texts.spare, fit.spareLines) : texts.exact;
}

import { findAll } from '../core/features/findAll.ts';
import type { TextRange } from '../core/text/range.ts';
import type { FindTexts } from '../shared/previewTexts.ts';
import { button, element } from './elements.ts';
import { highlight } from './highlights.ts';
import type { PageEditor } from './pageEditor.ts';
import { pageTextOf } from './schema.ts';
import { fill } from './texts.ts';

/** Most matches that are coloured; all are counted and replaced. */
const shownAtMost = 1000;

/** Finds in the text of the page as it reads, over wraps and stray spaces of the file; replaces by gestures of the page. */
export class FindBar {
  readonly #bar: HTMLElement;
  readonly #find: HTMLInputElement;
  readonly #replace: HTMLInputElement;
  readonly #count = element('span', 'count');
  readonly #texts: FindTexts;
  readonly #editor: PageEditor;
  #matches: TextRange[] = [];
  #frame = 0;

  constructor(bar: HTMLElement, texts: FindTexts, editor: PageEditor) {
    this.#bar = bar;
    this.#texts = texts;
    this.#editor = editor;
    bar.setAttribute('aria-label', texts.title);
    this.#find = field(texts.find);
    this.#replace = field(texts.replace);
    this.#count.setAttribute('role', 'status');
    this.#find.addEventListener('input', () => this.#searchAnew());
    bar.addEventListener('keydown', (event) => this.#key(event));
    bar.append(
      this.#find,
      this.#count,
      button(texts.previous, () => this.step(-1)),
      button(texts.next, () => this.step(1)),
      this.#replace,
      button(texts.replaceOne, () => this.#replaceOne()),
      button(texts.replaceAll, () => this.#replaceAll()),
      button(texts.close, () => this.close()),
    );
  }

  /** Opens the bar with what is selected, and puts the keyboard into it. */
  open(replace = false): void {
    const selected = this.#editor.selectedText;
    if (selected !== '' && !selected.includes('\n')) this.#find.value = selected;
    this.#bar.hidden = false;
    (replace && this.#find.value !== '' ? this.#replace : this.#find).select();
    this.#search();
    this.#draw();
  }

  close(): void {
    this.#bar.hidden = true;
    highlight('find', []);
    highlight('found', []);
    this.#editor.view.focus();
  }

  /** The page is another one. */
  refresh(): void {
    if (this.#bar.hidden) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#search();
      this.#draw();
    });
  }

  /** Selects the next match behind the cursor, or the one before; round the page's end. */
  step(direction: 1 | -1): void {
    if (this.#bar.hidden) return this.open();
    this.#search();
    const { start, end } = this.#editor.selection;
    const found =
      direction > 0
        ? (this.#matches.find((match) => match.start >= end) ?? this.#matches[0])
        : (this.#matches.findLast((match) => match.end <= start) ?? this.#matches.at(-1));
    if (found) this.#editor.select(found);
    this.#draw();
  }

  #searchAnew(): void {
    this.#search();
    const { start } = this.#editor.selection;
    const first = this.#matches.find((match) => match.start >= start) ?? this.#matches[0];
    if (first) this.#editor.select(first);
    this.#draw();
  }

  #search(): void {
    const text = pageTextOf(this.#editor.view.state.doc);
    this.#matches = findAll(text, this.#find.value);
  }

  #draw(): void {
    const { start, end } = this.#editor.selection;
    const at = this.#matches.findIndex((match) => match.start === start && match.end === end);
    const { count, none } = this.#texts;
    const told = this.#matches.length > 0 ? fill(count, at + 1, this.#matches.length) : none;
    this.#count.textContent = this.#find.value === '' ? '' : told;
    highlight('find', this.#editor.rangesOf(this.#matches.slice(0, shownAtMost)));
    highlight('found', this.#editor.rangesOf(at < 0 ? [] : [{ start, end }]), 1);
  }

  #replaceOne(): void {
    const { start, end } = this.#editor.selection;
    if (this.#matches.some((match) => match.start === start && match.end === end)) {
      this.#editor.replace([{ start, end, text: this.#replace.value }]);
    }
    this.step(1);
  }

  #replaceAll(): void {
    this.#search();
    this.#editor.replace(this.#matches.map((match) => ({ ...match, text: this.#replace.value })));
    this.#search();
    this.#draw();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.#replace) this.#replaceOne();
    else if (event.key === 'Enter' && event.target === this.#find) this.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }
}

function field(label: string): HTMLInputElement {
  const input = element('input');
  input.type = 'text';
  input.placeholder = label;
  input.setAttribute('aria-label', label);
  return input;
}

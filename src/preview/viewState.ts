import type { TitledBox, PageView } from '../shared/view.ts';

/** How the person looks at the page, as the host keeps it; changes go to the host and come back from there. */
export class ViewState {
  readonly #send: (view: PageView) => void;
  readonly #listeners: ((view: PageView) => void)[] = [];
  #view: PageView = { layout: 'reading', print: false, followEditor: true, leadEditor: true, boxes: [] };

  constructor(send: (view: PageView) => void) {
    this.#send = send;
  }

  get view(): PageView {
    return this.#view;
  }

  onChange(listener: (view: PageView) => void): void {
    this.#listeners.push(listener);
  }

  /** The host's word. */
  take(view: PageView): void {
    this.#view = view;
    document.body.dataset.layout = view.layout;
    document.body.classList.toggle('print', view.print);
    for (const listener of this.#listeners) listener(view);
  }

  /** The person's choice: shown at once. */
  change(part: Partial<PageView>): void {
    this.take({ ...this.#view, ...part });
    this.#send(this.#view);
  }
}

/** The box of an article: by its headline, else by its place where the box's own headline is gone. */
export function boxOf(
  boxes: readonly TitledBox[],
  article: { readonly title: string; readonly ordinal: number },
  titles: readonly string[],
): TitledBox | undefined {
  return (
    boxes.find((box) => box.title === article.title) ??
    boxes.find((box) => box.ordinal === article.ordinal && !titles.includes(box.title))
  );
}

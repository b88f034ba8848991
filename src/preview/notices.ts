import type { PreviewTexts } from '../shared/previewTexts.ts';
import { button, element } from './elements.ts';

/** Shows what could not become part of the document, with the person's text, until they have done something with it. */
export class Notices {
  readonly #bar: HTMLElement;
  readonly #texts: PreviewTexts;
  readonly #insert: (text: string) => void;

  constructor(bar: HTMLElement, texts: PreviewTexts, insert: (text: string) => void) {
    this.#bar = bar;
    this.#texts = texts;
    this.#insert = insert;
  }

  /** A gesture met another change; `text` is what was written with it. */
  conflict(text: string): void {
    const texts = this.#texts;
    if (text.trim() === '') {
      this.#show(texts.conflictNoText, []);
      return;
    }
    const kept = element('blockquote', '', text);
    const notice = this.#show(texts.conflict, [kept]);
    notice.append(
      button(texts.copy, () => void navigator.clipboard.writeText(text)),
      button(texts.insertHere, () => {
        notice.remove();
        this.#insert(text);
      }),
    );
  }

  #show(text: string, more: readonly Node[]): HTMLElement {
    const notice = element('div', 'notice', element('span', '', text), ...more);
    notice.append(button(this.#texts.dismiss, () => notice.remove()));
    this.#bar.append(notice);
    return notice;
  }
}

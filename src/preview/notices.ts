import type { PreviewTexts } from '../shared/previewTexts.ts';
import { button, element } from './elements.ts';

/** Shows what could not become part of the document, with the person's text, until they have done something with it. */
export class Notices {
  readonly #bar: HTMLElement;
  readonly #texts: PreviewTexts;
  readonly #insert: (text: string) => void;
  #conflict: { readonly text: string; readonly notice: HTMLElement } | undefined;
  #silence: { readonly text: string; readonly notice: HTMLElement } | undefined;

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
    // What was typed letter by letter is handed back in one piece.
    const before = this.#conflict?.notice.isConnected ? this.#conflict : undefined;
    before?.notice.remove();
    const whole = (before?.text ?? '') + text;
    this.#conflict = { text: whole, notice: this.#offer(texts.conflict, whole) };
  }

  #offer(why: string, text: string): HTMLElement {
    const notice = this.#show(why, [element('blockquote', '', text)]);
    notice.append(
      button(this.#texts.copy, () => void navigator.clipboard.writeText(text)),
      button(this.#texts.insertHere, () => {
        notice.remove();
        this.#insert(text);
      }),
    );
    return notice;
  }

  /** What was written in an earlier life of the page and never became part of the document. */
  unsent(text: string): void {
    this.#offer(this.#texts.unsent, text);
  }

  /** The host does not answer; `text` is what was written since. Undefined: it answers again. */
  unanswered(text: string | undefined): void {
    if (text === this.#silence?.text) return;
    this.#silence?.notice.remove();
    this.#silence = text === undefined ? undefined : { text, notice: this.#tellSilence(text) };
  }

  #tellSilence(text: string): HTMLElement {
    const { unanswered, copy } = this.#texts;
    if (text === '') return this.#show(unanswered, []);
    return this.#show(unanswered, [
      element('blockquote', '', text),
      button(copy, () => void navigator.clipboard.writeText(text)),
    ]);
  }

  #show(text: string, more: readonly Node[]): HTMLElement {
    const notice = element('div', 'notice', element('span', '', text), ...more);
    notice.append(button(this.#texts.dismiss, () => notice.remove()));
    this.#bar.append(notice);
    return notice;
  }
}

import { sentenceStart } from '../core/features/sentenceStart.ts';
import type { ClientMessage } from '../shared/protocol.ts';
import type { PageEditor } from './pageEditor.ts';
import { pageTop } from './places.ts';
import { pageTextOf } from './schema.ts';

/** How long what moved the page last is taken for the cause of its scrolling, in milliseconds. */
const echo = 200;

/** Keeps the page at the sentence at the top of the editor, and tells the editor which sentence stands at the top of the page. */
export class ScrollSync {
  readonly #editor: PageEditor;
  readonly #send: (message: ClientMessage) => void;
  #quietUntil = 0;
  /** Until when the person is scrolling the page: then nothing is quiet, and the page does not go where the editor is. */
  #handUntil = 0;
  /** Where the page was scrolled to for the editor: what is still there was not scrolled by the person, however late it is told. */
  #put = -1;
  #frame = 0;
  #last = -1;

  constructor(editor: PageEditor, send: (message: ClientMessage) => void) {
    this.#editor = editor;
    this.#send = send;
    document.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    for (const gesture of ['wheel', 'touchmove']) {
      document.addEventListener(gesture, () => this.#hand(), { passive: true, capture: true });
    }
    document.addEventListener('pointerdown', ({ clientX }) => {
      if (clientX >= document.documentElement.clientWidth) this.#hand();
    });
  }

  /** Scrolls so that the sentence at a page offset stands at the top. */
  show(offset: number): void {
    if (this.#byHand()) return;
    const at = sentenceStart(pageTextOf(this.#editor.view.state.doc), offset);
    const box = this.#editor.boxAt(at);
    if (!box) return;
    this.quiet();
    this.#last = at;
    window.scrollTo({ top: at === 0 ? 0 : window.scrollY + box.top - pageTop() });
    this.#put = window.scrollY;
    if (at > 0) requestAnimationFrame(() => this.#settle(at));
  }

  /** On a long page the blocks on the way get their true height only when they come into view. */
  #settle(at: number): void {
    const box = this.#last === at ? this.#editor.boxAt(at) : undefined;
    const off = box ? box.top - pageTop() : 0;
    if (Math.abs(off) < 2) return;
    this.quiet();
    window.scrollBy({ top: off });
    this.#put = window.scrollY;
  }

  /** Gestures of the person are not to move the editor along. */
  quiet(): void {
    this.#quietUntil = performance.now() + echo;
    this.#handUntil = 0;
  }

  #hand(): void {
    this.#handUntil = performance.now() + echo;
    this.#quietUntil = 0;
    this.#put = -1;
  }

  #byHand(): boolean {
    return performance.now() < this.#handUntil;
  }

  #scrolled(): void {
    // A wheel that is turned once may scroll for a while.
    if (this.#byHand()) this.#hand();
    if (performance.now() < this.#quietUntil || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (Math.abs(window.scrollY - this.#put) < 2) return;
      const at = this.#top();
      if (at === undefined || at === this.#last) return;
      this.#last = at;
      const { epoch, version } = this.#editor.sync;
      this.#send({ type: 'scrolled', epoch, version, at });
    });
  }

  #top(): number | undefined {
    if (window.scrollY <= 1) return 0;
    const box = this.#editor.view.dom.getBoundingClientRect();
    const style = getComputedStyle(this.#editor.view.dom);
    const left = box.left + Number.parseFloat(style.paddingLeft) + 4;
    const offset = this.#editor.offsetAt(left, pageTop() + 8);
    return offset === undefined ? undefined : sentenceStart(pageTextOf(this.#editor.view.state.doc), offset);
  }
}

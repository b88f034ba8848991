import type { PreviewTexts } from '../shared/previewTexts.ts';
import type { ClientMessage, HostMessage } from '../shared/protocol.ts';
import { CardPopup, type Anchor } from './card.ts';
import type { PageEditor } from './pageEditor.ts';

/** How long the pointer rests on an abbreviation before its card comes, in milliseconds. */
const rest = 250;

/** Asks the host for the card of the abbreviation under the pointer or the cursor, and shows it. */
export class Cards {
  readonly #editor: PageEditor;
  readonly #send: (message: ClientMessage) => void;
  readonly #popup: CardPopup;
  #request = 0;
  #at = 0;
  /** The keyboard asked: it is to reach what the card offers. */
  #byKey = false;
  #anchor: Anchor | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over: Element | undefined;

  constructor(editor: PageEditor, texts: PreviewTexts, send: (message: ClientMessage) => void) {
    this.#editor = editor;
    this.#send = send;
    this.#popup = new CardPopup(texts, {
      goToLine: (line) => send({ type: 'openLine', epoch: editor.sync.epoch, line }),
      fix: (code, fix) => {
        editor.command({ name: 'fix', at: this.#at, code, fix });
        this.hide();
        editor.view.focus();
      },
    });
    editor.view.dom.addEventListener('mouseover', (event) => this.#hover(event));
    document.addEventListener('mousemove', (event) => this.#leaveOn(event));
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#popup.shown) return;
      const inside = this.#popup.contains(document.activeElement);
      this.hide();
      if (inside) editor.view.focus();
    });
    document.addEventListener('scroll', () => this.hide(), { passive: true });
  }

  /** The card for the cursor's place. */
  showAtCursor(): void {
    const { view } = this.#editor;
    this.#ask(this.#editor.cursor, view.coordsAtPos(view.state.selection.head), true);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#over = undefined;
    this.#anchor = undefined;
    this.#popup.hide();
  }

  receive(message: Extract<HostMessage, { type: 'card' }>): void {
    if (message.request !== this.#request || !this.#anchor) return;
    if (!message.card && message.findings.length === 0) return this.#popup.hide();
    this.#popup.show(message.card, message.findings, this.#anchor);
    if (this.#byKey) this.#popup.focus();
  }

  #hover(event: MouseEvent): void {
    const term = event.target instanceof Element ? event.target.closest('.term, .unknown, .finding') : null;
    if (!term || term === this.#over) return;
    clearTimeout(this.#timer);
    this.#over = term;
    const { clientX, clientY } = event;
    this.#timer = setTimeout(() => {
      const at = this.#editor.offsetAt(clientX, clientY);
      if (at !== undefined && term.isConnected) this.#ask(at, boxAt(term, clientX, clientY));
    }, rest);
  }

  #leaveOn(event: MouseEvent): void {
    if (!this.#over || this.#popup.contains(event.target)) return;
    const over = event.target instanceof Node && this.#over.contains(event.target);
    if (over || (this.#popup.shown && this.#nearPopup(event))) return;
    this.hide();
  }

  /** The way from the word to its card crosses a small gap. */
  #nearPopup(event: MouseEvent): boolean {
    const anchor = this.#anchor;
    return (
      anchor !== undefined &&
      event.clientY >= anchor.top - 12 &&
      event.clientY <= anchor.bottom + 12 &&
      Math.abs(event.clientX - anchor.left) < 80
    );
  }

  #ask(at: number, anchor: Anchor, byKey = false): void {
    this.#anchor = anchor;
    this.#at = at;
    this.#byKey = byKey;
    const { epoch, version } = this.#editor.sync;
    this.#send({ type: 'card', epoch, request: ++this.#request, version, at });
  }
}

/** The box of the line of `term` under the pointer. */
function boxAt(term: Element, x: number, y: number): Anchor {
  const boxes = [...term.getClientRects()];
  return (
    boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ??
    term.getBoundingClientRect()
  );
}

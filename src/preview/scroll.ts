import type { ClientMessage } from '../shared/protocol.ts';
import type { PageEditor } from './pageEditor.ts';

/** How long scrolling that the editor asked for may echo back, in milliseconds. */
const echo = 200;

/** Keeps the page at the place of the editor and tells the editor where the page is; lines are raw, with fractions. */
export class ScrollSync {
  readonly #editor: PageEditor;
  readonly #send: (message: ClientMessage) => void;
  #quietUntil = 0;
  #frame = 0;
  #last = -1;

  constructor(editor: PageEditor, send: (message: ClientMessage) => void) {
    this.#editor = editor;
    this.#send = send;
    document.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  /** Scrolls so that `line` stands at the top. */
  showLine(line: number): void {
    const top = this.#topOf(line);
    if (top === undefined) return;
    this.#quietUntil = performance.now() + echo;
    this.#last = line;
    window.scrollTo({ top });
  }

  /** Gestures of the person are not to move the editor along. */
  quiet(): void {
    this.#quietUntil = performance.now() + echo;
  }

  #scrolled(): void {
    if (performance.now() < this.#quietUntil || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const line = this.#lineAt(window.scrollY);
      if (line === undefined || Math.abs(line - this.#last) < 0.5) return;
      this.#last = line;
      this.#send({ type: 'scrolled', epoch: this.#editor.sync.epoch, line });
    });
  }

  #topOf(line: number): number | undefined {
    const { blocks } = this.#editor;
    if (line <= 0.5) return 0;
    let at = -1;
    for (const [i, block] of blocks.entries()) if (block.line <= line) at = i;
    const block = blocks[Math.max(0, at)];
    const box = this.#boxOf(Math.max(0, at));
    if (!block || !box) return undefined;
    const lines = block.lastLine + 1 - block.line;
    if (line < block.lastLine + 1) return box.top + (Math.max(0, line - block.line) / lines) * box.height;
    const next = blocks[at + 1];
    const nextBox = next && this.#boxOf(at + 1);
    if (!next || !nextBox) return box.top + box.height;
    const gap = (line - block.lastLine - 1) / Math.max(1, next.line - block.lastLine - 1);
    return box.top + box.height + gap * (nextBox.top - box.top - box.height);
  }

  #lineAt(top: number): number | undefined {
    if (top <= 1) return 0;
    const { blocks } = this.#editor;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#boxOf(middle)?.top ?? Infinity) <= top) low = middle;
      else high = middle - 1;
    }
    const block = blocks[low];
    const box = this.#boxOf(low);
    if (!block || !box) return undefined;
    const part = Math.min(1, Math.max(0, (top - box.top) / Math.max(1, box.height)));
    return block.line + part * (block.lastLine + 1 - block.line);
  }

  #boxOf(block: number): { top: number; height: number } | undefined {
    const box = this.#editor.elementOf(block)?.getBoundingClientRect();
    return box && { top: box.top + window.scrollY, height: box.height };
  }
}

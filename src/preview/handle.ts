import { element } from './elements.ts';
import type { PageEditor } from './pageEditor.ts';

/** The grip beside the block under the pointer: dragged, it takes the block, a heading with its section, to another place. */
export class Handle {
  readonly #editor: PageEditor;
  readonly #grip: HTMLElement;
  readonly #line = element('div', 'drop-line');
  #block = -1;
  #dragging = false;

  constructor(editor: PageEditor, label: string) {
    this.#editor = editor;
    this.#grip = element('div', 'grip', '⠿');
    this.#grip.title = label;
    this.#grip.draggable = true;
    // The keyboard has Alt+Up and Alt+Down for what the grip does.
    this.#grip.setAttribute('aria-hidden', 'true');
    this.#grip.hidden = true;
    this.#line.hidden = true;
    document.body.append(this.#grip, this.#line);
    editor.view.dom.addEventListener('mousemove', (event) => this.#show(event));
    this.#grip.addEventListener('dragstart', (event) => this.#start(event));
    this.#grip.addEventListener('dragend', () => this.#end());
    document.addEventListener('dragover', (event) => this.#over(event), { capture: true });
    document.addEventListener('drop', (event) => this.#drop(event), { capture: true });
    document.addEventListener('scroll', () => (this.#grip.hidden = true), { passive: true });
  }

  #show(event: MouseEvent): void {
    if (this.#dragging || this.#editor.readOnly) return;
    const found = blockUnder(this.#editor, event.target);
    if (!found) return;
    this.#block = found.index;
    const box = found.element.getBoundingClientRect();
    this.#grip.hidden = false;
    this.#grip.style.left = `${Math.max(0, box.left - 20)}px`;
    this.#grip.style.top = `${box.top + 2}px`;
  }

  #start(event: DragEvent): void {
    const dragged = this.#editor.elementOf(this.#block);
    if (!event.dataTransfer || !dragged) return;
    this.#dragging = true;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('application/x-policy-newsletter', '');
    event.dataTransfer.setDragImage(dragged, 0, 0);
  }

  #over(event: DragEvent): void {
    if (!this.#dragging) return;
    event.preventDefault();
    event.stopPropagation();
    const gap = this.#gap(event);
    const next = gap && this.#editor.elementOf(gap.before ?? this.#editor.blocks.length - 1);
    this.#line.hidden = !next;
    if (!next) return;
    const box = next.getBoundingClientRect();
    this.#line.style.left = `${box.left}px`;
    this.#line.style.width = `${box.width}px`;
    this.#line.style.top = `${gap.before === null ? box.bottom : box.top}px`;
  }

  #drop(event: DragEvent): void {
    if (!this.#dragging) return;
    event.preventDefault();
    event.stopPropagation();
    const gap = this.#gap(event);
    const at = this.#editor.startOf(this.#block);
    this.#end();
    if (!gap) return;
    const before = gap.before === null ? null : this.#editor.startOf(gap.before);
    this.#editor.command({ name: 'moveTo', at, before });
  }

  /** The gap between blocks nearest to the pointer: in front of a block, or behind the last one. */
  #gap(event: DragEvent): { before: number | null } | undefined {
    const under = document.elementsFromPoint(event.clientX, event.clientY);
    for (const candidate of under) {
      const found = blockUnder(this.#editor, candidate);
      if (!found) continue;
      const box = found.element.getBoundingClientRect();
      const next = event.clientY < box.top + box.height / 2 ? found.index : found.index + 1;
      return { before: next < this.#editor.blocks.length ? next : null };
    }
    return undefined;
  }

  #end(): void {
    this.#dragging = false;
    this.#line.hidden = true;
    this.#grip.hidden = true;
  }
}

function blockUnder(editor: PageEditor, target: EventTarget | null): { element: Element; index: number } | undefined {
  const block = target instanceof Element ? target.closest('.block') : null;
  if (!block || block.parentElement !== editor.view.dom) return undefined;
  return { element: block, index: [...editor.view.dom.children].indexOf(block) };
}

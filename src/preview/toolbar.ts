import type { ToolbarTexts } from '../shared/previewTexts.ts';
import type { Action, Mark } from '../shared/protocol.ts';
import { layouts, type Layout } from '../core/features/layouts.ts';
import type { PageView } from '../shared/view.ts';
import type { PageBlock } from '../shared/sync/page.ts';
import { button, element } from './elements.ts';
import type { ViewState } from './viewState.ts';

/** What the toolbar asks the page to do. */
export interface ToolbarEvents {
  perform(action: Action): void;
  mark(mark: Mark): void;
  export(): void;
}

/** The row of choices above the page; arrow keys go from one to the next. */
export class Toolbar {
  readonly #bar: HTMLElement;
  readonly #layout: HTMLSelectElement;
  readonly #kind: HTMLSelectElement;
  readonly #print: HTMLButtonElement;
  readonly #follow: HTMLButtonElement;
  readonly #lead: HTMLButtonElement;

  constructor(bar: HTMLElement, texts: ToolbarTexts, outline: string, state: ViewState, events: ToolbarEvents) {
    this.#bar = bar;
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', texts.title);
    this.#layout = choice(
      texts.layout,
      layouts.map((layout) => [layout, texts.layouts[layout]]),
    );
    this.#layout.addEventListener('change', () => state.change({ layout: this.#layout.value as Layout }));
    this.#kind = choice(texts.kind, [
      ...texts.kinds.map(({ mark, text }) => [mark, text] as const),
      ['', texts.otherKind] as const,
    ]);
    this.#kind.addEventListener('change', () => {
      if (this.#kind.value) events.mark(this.#kind.value as Mark);
    });
    this.#print = toggle('◐', texts.print, () => events.perform('togglePrint'));
    this.#follow = toggle('⇠', texts.followEditor, () => events.perform('toggleFollowEditor'));
    this.#lead = toggle('⇢', texts.leadEditor, () => events.perform('toggleLeadEditor'));
    bar.append(
      named(
        button('☰', () => events.perform('toggleOutline')),
        outline,
      ),
      this.#layout,
      this.#kind,
      button(texts.box, () => events.perform('fitBox')),
      button(texts.find, () => events.perform('find')),
      button(texts.export, () => events.export()),
      this.#print,
      this.#follow,
      this.#lead,
    );
    bar.addEventListener('keydown', (event) => this.#step(event));
    state.onChange((view) => this.#show(view));
  }

  focus(): void {
    this.#controls()[0]?.focus();
  }

  /** The kind of the block at the cursor. */
  showKind(block: PageBlock | undefined): void {
    if (!block) return;
    const mark = block.kind === 'heading' ? `level${block.level ?? 1}` : block.kind === 'paragraph' ? 'paragraph' : '';
    this.#kind.value = [...this.#kind.options].some(({ value }) => value === mark) ? mark : '';
  }

  #show(view: PageView): void {
    this.#layout.value = view.layout;
    press(this.#print, view.print);
    press(this.#follow, view.followEditor);
    press(this.#lead, view.leadEditor);
  }

  #controls(): HTMLElement[] {
    return [...this.#bar.querySelectorAll<HTMLElement>('button, select')];
  }

  #step(event: KeyboardEvent): void {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const controls = this.#controls();
    const at = controls.indexOf(event.target as HTMLElement);
    controls[at + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
    event.preventDefault();
  }
}

function choice(label: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const select = element('select');
  for (const [value, text] of options) {
    const option = element('option', '', text);
    option.value = value;
    select.append(option);
  }
  return named(select, label);
}

function toggle(sign: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = named(button(sign, onClick), label);
  press(made, false);
  return made;
}

function press(made: HTMLElement, pressed: boolean): void {
  made.setAttribute('aria-pressed', String(pressed));
}

function named<T extends HTMLElement>(made: T, label: string): T {
  made.setAttribute('aria-label', label);
  made.title = label;
  return made;
}

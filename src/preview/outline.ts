import type { PreviewTexts } from '../shared/previewTexts.ts';
import type { PageBlock } from '../shared/sync/page.ts';
import { element } from './elements.ts';

interface Entry {
  readonly title: string;
  readonly level: number;
  /** Page offset of the block. */
  readonly offset: number;
}

/** The headings and leads beside the page: typing filters them, the one at hand is marked, keys and clicks lead there. */
export class Outline {
  readonly #nav: HTMLElement;
  readonly #filter: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #goTo: (offset: number) => void;
  #entries: readonly Entry[] = [];
  #cursor = 0;

  constructor(nav: HTMLElement, texts: PreviewTexts, goTo: (offset: number) => void) {
    this.#nav = nav;
    this.#goTo = goTo;
    nav.setAttribute('aria-label', texts.outline);
    this.#filter = element('input', 'filter');
    this.#filter.type = 'search';
    this.#filter.placeholder = texts.filter;
    this.#filter.setAttribute('aria-label', texts.filter);
    this.#filter.addEventListener('input', () => this.#draw());
    this.#list = element('ul', 'entries');
    this.#list.addEventListener('keydown', (event) => this.#step(event));
    nav.append(this.#filter, this.#list);
  }

  toggle(): void {
    this.#nav.hidden = !this.#nav.hidden;
    document.body.classList.toggle('with-outline', !this.#nav.hidden);
    if (this.#nav.hidden) return;
    this.#draw();
    this.#filter.focus();
  }

  show(blocks: readonly PageBlock[]): void {
    const entries: Entry[] = [];
    let offset = 0;
    for (const block of blocks) {
      const lead = block.marks.find((mark) => mark.kind === 'lead');
      const title = block.kind === 'heading' ? block.text.replaceAll('\n', ' ') : block.text.slice(0, lead?.end ?? 0);
      if (title) entries.push({ title, level: block.kind === 'heading' ? (block.level ?? 1) : 3, offset });
      offset += block.text.length + 1;
    }
    this.#entries = entries;
    if (!this.#nav.hidden) this.#draw();
  }

  /** Marks the entry that the page offset belongs to. */
  mark(cursor: number): void {
    this.#cursor = cursor;
    if (!this.#nav.hidden) this.#drawMark();
  }

  #draw(): void {
    const wanted = this.#filter.value.trim();
    const items = this.#entries
      .filter((entry) => entry.title.includes(wanted))
      .map((entry) => {
        const link = element('button', `entry level-${entry.level}`, entry.title);
        link.type = 'button';
        link.dataset.offset = String(entry.offset);
        link.addEventListener('click', () => this.#goTo(entry.offset));
        return element('li', '', link);
      });
    this.#list.replaceChildren(...items);
    this.#drawMark();
  }

  #drawMark(): void {
    const links = [...this.#list.querySelectorAll('button')];
    const current = links.findLast((link) => Number(link.dataset.offset) <= this.#cursor);
    for (const link of links) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  }

  #step(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...this.#list.querySelectorAll('button')];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
    (next ?? this.#filter).focus();
    event.preventDefault();
  }
}

import type { OutlineTexts } from '../shared/previewTexts.ts';
import type { PageBlock } from '../shared/sync/page.ts';
import { button, element } from './elements.ts';

const types = ['article', 'section', 'lead'] as const;

type Type = (typeof types)[number];

interface Entry {
  readonly title: string;
  readonly type: Type;
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
  readonly #shown = new Set<Type>(types);
  #blocks: readonly PageBlock[] = [];
  #entries: readonly Entry[] = [];
  #cursor = 0;

  constructor(nav: HTMLElement, texts: OutlineTexts, goTo: (offset: number) => void) {
    this.#nav = nav;
    this.#goTo = goTo;
    nav.setAttribute('aria-label', texts.title);
    this.#filter = element('input', 'filter');
    this.#filter.type = 'search';
    this.#filter.placeholder = texts.filter;
    this.#filter.setAttribute('aria-label', texts.filter);
    this.#filter.addEventListener('input', () => this.#draw());
    this.#list = element('ul', 'entries');
    this.#list.addEventListener('keydown', (event) => this.#step(event));
    const filters = element('div', 'types', ...types.map((type) => this.#typeButton(type, texts[type])));
    nav.append(this.#filter, filters, this.#list);
  }

  toggle(): void {
    this.#nav.hidden = !this.#nav.hidden;
    document.body.classList.toggle('with-outline', !this.#nav.hidden);
    if (this.#nav.hidden) return;
    this.#draw();
    this.#filter.focus();
  }

  show(blocks: readonly PageBlock[]): void {
    this.#blocks = blocks;
    if (!this.#nav.hidden) this.#draw();
  }

  #readEntries(): void {
    const blocks = this.#blocks;
    const entries: Entry[] = [];
    let offset = 0;
    for (const block of blocks) {
      const entry = entryOf(block);
      if (entry.title) entries.push({ ...entry, offset });
      offset += block.text.length + 1;
    }
    this.#entries = entries;
  }

  /** Marks the entry that the page offset belongs to. */
  mark(cursor: number): void {
    this.#cursor = cursor;
    if (!this.#nav.hidden) this.#drawMark();
  }

  #typeButton(type: Type, text: string): HTMLElement {
    const made = button(text, () => {
      if (!this.#shown.delete(type)) this.#shown.add(type);
      made.setAttribute('aria-pressed', String(this.#shown.has(type)));
      this.#draw();
    });
    made.setAttribute('aria-pressed', 'true');
    return made;
  }

  #draw(): void {
    this.#readEntries();
    const wanted = this.#filter.value.trim();
    const items = this.#entries
      .filter((entry) => this.#shown.has(entry.type) && entry.title.includes(wanted))
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

function entryOf(block: PageBlock): Omit<Entry, 'offset'> {
  if (block.kind === 'heading') {
    const level = block.level ?? 1;
    return { title: block.text.replaceAll('\n', ' '), level, type: level === 1 ? 'article' : 'section' };
  }
  const lead = block.marks.find((mark) => mark.kind === 'lead');
  return { title: block.text.slice(0, lead?.end ?? 0).replace(/[。！？!?；：]$/, ''), level: 3, type: 'lead' };
}

import type { PreviewTexts } from '../shared/previewTexts.ts';
import type { ShownCard, ShownFinding, ShownGroup } from '../shared/card.ts';
import { button, element } from './elements.ts';

/** Where a card is to appear, in window coordinates. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a card leads to. */
export interface CardEvents {
  goToLine(line: number): void;
  fix(code: string, fix: number): void;
}

/** The card of the abbreviation and the findings under the pointer or the cursor. */
export class CardPopup {
  readonly #popup: HTMLElement;
  readonly #texts: PreviewTexts;
  readonly #events: CardEvents;

  constructor(texts: PreviewTexts, events: CardEvents) {
    this.#texts = texts;
    this.#events = events;
    this.#popup = element('aside', 'card');
    this.#popup.id = 'card';
    this.#popup.setAttribute('role', 'dialog');
    this.#popup.setAttribute('aria-label', texts.card);
    this.#popup.tabIndex = -1;
    this.#popup.hidden = true;
    document.body.append(this.#popup);
  }

  get shown(): boolean {
    return !this.#popup.hidden;
  }

  contains(node: EventTarget | null): boolean {
    return node instanceof Node && this.#popup.contains(node);
  }

  hide(): void {
    this.#popup.hidden = true;
  }

  /** Gives the keyboard to what the card offers. */
  focus(): void {
    (this.#popup.querySelector('button') ?? this.#popup).focus();
  }

  show(card: ShownCard | null, findings: readonly ShownFinding[], anchor: Anchor): void {
    const popup = this.#popup;
    popup.replaceChildren(...findings.flatMap((one) => this.#finding(one)), ...(card ? this.#content(card) : []));
    popup.hidden = false;
    const { width, height } = popup.getBoundingClientRect();
    const left = Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8));
    const below = anchor.bottom + 6;
    const top = below + height > window.innerHeight ? Math.max(8, anchor.top - height - 6) : below;
    popup.style.left = `${left}px`;
    popup.style.top = `${top}px`;
  }

  #finding({ code, message, level, fixes }: ShownFinding): Node[] {
    const buttons = fixes.map((title, fix) => button(title, () => this.#events.fix(code, fix)));
    return [
      element('p', `card-finding ${level}`, message),
      ...(buttons.length > 0 ? [element('p', '', ...buttons)] : []),
    ];
  }

  #content(card: ShownCard): Node[] {
    const nodes: Node[] = [element('strong', 'card-term', card.term)];
    if (card.english) nodes.push(element('span', 'card-english', ` ${card.english}`));
    nodes.push(...groupList(card.groups));
    if (card.explanation) nodes.push(element('p', 'card-text', card.explanation));
    if (card.origin) nodes.push(element('p', 'card-origin', card.origin));
    const { line } = card;
    if (line !== undefined) nodes.push(button(this.#texts.goToDefinition, () => this.#events.goToLine(line)));
    if (card.others.length > 0) {
      nodes.push(element('p', 'card-others', this.#texts.otherMeanings));
      for (const other of card.others) {
        nodes.push(...groupList(other.groups), element('p', 'card-origin', other.origin));
      }
    }
    return nodes;
  }
}

function groupList(groups: readonly ShownGroup[]): Node[] {
  return groups.flatMap((group) => {
    const list = element('ol', 'card-items', ...group.items.map((item) => element('li', '', item)));
    if (group.term === undefined) return [list];
    const origin = group.origin ? [element('span', 'card-origin', ` ${group.origin}`)] : [];
    return [element('p', 'card-part', element('b', '', group.term), ...origin), list];
  });
}

import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { TextEdit, TextRange } from '../core/text/range.ts';
import { ClientSync } from '../shared/sync/client.ts';
import type { PageBlock } from '../shared/sync/page.ts';
import type { ClientMessage, Command, HostMessage } from '../shared/protocol.ts';
import { blockView, writeLines } from './blockView.ts';
import { copy, cut, drop, paste, textOfSlice } from './clipboard.ts';
import { editsBetween } from './changes.ts';
import { keys } from './keys.ts';
import { marksPlugin } from './marks.ts';
import { newsFor, type Shown } from './news.ts';
import { fromHost } from './reconcile.ts';
import { domRanges, reveal } from './places.ts';
import { documentOf, offsetOf, positionOf } from './schema.ts';

/** What the editor tells the page around it. */
export interface EditorEvents {
  /** The page shows other blocks than before. */
  changed(blocks: readonly PageBlock[]): void;
  conflict(text: string): void;
  moved(): void;
}

/** How long after a composition the browser may still bring its last change, in milliseconds. */
const compositionTail = 60;

/** From so many blocks on only those in view are laid out. */
const longPage = 300;

/** How long after the window got the focus the browser may still move the selection, in milliseconds. */
const focusTail = 40;

/** The editing surface: shows the blocks, turns what the person does into gestures, and lets nothing out during a composition. */
export class PageEditor {
  readonly sync: ClientSync;
  readonly view: EditorView;
  readonly #events: EditorEvents;
  /** The document as the synchronisation knows it; behind the view's own only during a composition. */
  #known = documentOf([]);
  /** What the host's last news made the view show. */
  #shown: Shown = { blocks: [], doc: this.#known };
  #composing = false;
  #tail: ReturnType<typeof setTimeout> | undefined;
  #readOnly = false;
  /** The selection while undo or redo lend the focus to the text editor: the browser does not keep it. */
  #away: { readonly anchor: number; readonly head: number } | undefined;

  constructor(mount: HTMLElement, label: string, send: (message: ClientMessage) => void, events: EditorEvents) {
    this.#events = events;
    this.sync = new ClientSync(send, { changed: () => this.#showNews(), conflict: (text) => events.conflict(text) });
    this.view = new EditorView(mount, {
      state: EditorState.create({ doc: this.#known, plugins: [keys((name) => this.command({ name })), marksPlugin()] }),
      nodeViews: { block: blockView },
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: 'page',
        spellcheck: 'false',
      },
      editable: () => !this.#readOnly,
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
      clipboardTextSerializer: textOfSlice,
      handlePaste: (view, event) => paste(view, event.clipboardData),
      handleDrop: (view, event, _slice, moved) => !moved && drop(view, event),
      handleDOMEvents: {
        compositionstart: () => this.#startComposition(),
        compositionend: () => this.#endComposition(),
        beforeinput: (_view, event) => this.#beforeInput(event),
        blur: () => this.#leave(),
        keydown: () => this.#comeBack(),
        copy,
        cut: (view, event) => copy(view, event) && (this.#readOnly || cut(view)),
      },
    });
    // A key the page has taken is not VS Code's as well.
    this.view.dom.addEventListener('keydown', (event) => event.defaultPrevented && event.stopPropagation());
    document.addEventListener('pointerdown', () => (this.#away = undefined), { capture: true });
    window.addEventListener('focus', () => this.#windowFocused());
  }

  get blocks(): readonly PageBlock[] {
    return this.#shown.blocks;
  }

  /** Takes a message of the host that concerns the page. */
  receive(message: HostMessage): void {
    this.sync.receive(message);
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
    this.view.setProps({});
  }

  /** A command in the order of the person's gestures. */
  command(command: Command): void {
    this.#finishComposition();
    const { anchor, head } = this.view.state.selection;
    if (command.name === 'undo' || command.name === 'redo') this.#away = { anchor, head };
    this.sync.command(command);
  }

  /** Page offset of the cursor. */
  get cursor(): number {
    return offsetOf(this.view.state.doc, this.view.state.selection.head);
  }

  /** Index of the block that holds the cursor. */
  get cursorBlock(): number {
    return this.view.state.selection.$head.index(0);
  }

  /** What is selected, in page offsets. */
  get selection(): TextRange {
    const { doc, selection } = this.view.state;
    return { start: offsetOf(doc, selection.from), end: offsetOf(doc, selection.to) };
  }

  /** The selected text, a line for each block. */
  get selectedText(): string {
    return textOfSlice(this.view.state.selection.content());
  }

  /** Selects a stretch of the page and shows it; the keyboard stays where it is. */
  select({ start, end }: TextRange): void {
    const { state } = this.view;
    const selection = TextSelection.create(state.doc, positionOf(state.doc, start), positionOf(state.doc, end));
    this.view.dispatch(state.tr.setSelection(selection));
    reveal(this.view, selection.head);
  }

  /** Puts the cursor at a page offset and shows it. */
  goTo(offset: number): void {
    this.select({ start: offset, end: offset });
    this.view.focus();
  }

  /** Replaces stretches of the page as one gesture: sorted, not overlapping, each inside a block. */
  replace(edits: readonly TextEdit[]): void {
    if (this.#readOnly || edits.length === 0) return;
    const { tr, doc } = this.view.state;
    for (const { start, end, text } of [...edits].reverse()) {
      tr.insertText(text, positionOf(doc, start), positionOf(doc, end));
    }
    this.view.dispatch(tr);
  }

  /** Page offset of a place in the window, if text is there. */
  offsetAt(x: number, y: number): number | undefined {
    const found = this.view.posAtCoords({ left: x, top: y });
    return found ? offsetOf(this.view.state.doc, found.pos) : undefined;
  }

  /** Where the letter at a page offset stands in the window. */
  boxAt(offset: number): { readonly top: number; readonly bottom: number } | undefined {
    const { state } = this.view;
    return state.doc.childCount > 0 ? this.view.coordsAtPos(positionOf(state.doc, offset)) : undefined;
  }

  /** Page offset at which a block starts. */
  startOf(block: number): number {
    let offset = 0;
    for (let i = 0; i < block; i++) offset += (this.blocks[i] as PageBlock).text.length + 1;
    return offset;
  }

  /** Stretches of the page as stretches of its elements, for highlights. */
  rangesOf(ranges: readonly TextRange[]): Range[] {
    return domRanges(this.view, ranges);
  }

  /** A stretch of the text of a block as a stretch of its element. */
  rangeIn(block: number, start: number, end: number): Range | undefined {
    const at = this.startOf(block);
    return domRanges(this.view, [{ start: at + start, end: at + end }])[0];
  }

  /** The element of a block. */
  elementOf(block: number): HTMLElement | undefined {
    return this.view.dom.children[block] as HTMLElement | undefined;
  }

  #dispatch(transaction: Transaction): void {
    this.view.updateState(this.view.state.apply(transaction));
    if (transaction.docChanged && !transaction.getMeta(fromHost)) this.#gesture();
    else if (transaction.selectionSet && !transaction.getMeta(fromHost)) this.#forgetEmpty();
    if (transaction.selectionSet) this.#events.moved();
  }

  #gesture(): void {
    if (this.view.composing) {
      this.#startComposition();
      return;
    }
    if (this.#composing) {
      // The browser's last change came after the end of the composition: nothing else would end it.
      this.#endComposition();
      return;
    }
    const shown = this.#known.childCount;
    this.#sendDifference();
    if (this.#known.childCount !== shown) writeLines(this.view, this.sync.blocks());
  }

  #sendDifference(): void {
    const edits = editsBetween(this.#known, this.view.state.doc);
    this.#known = this.view.state.doc;
    if (edits.length > 0) this.sync.edit(edits);
  }

  #startComposition(): boolean {
    clearTimeout(this.#tail);
    this.#composing = true;
    this.sync.hold();
    return false;
  }

  #endComposition(): boolean {
    clearTimeout(this.#tail);
    this.#tail = setTimeout(() => this.#finishComposition(), compositionTail);
    return false;
  }

  #finishComposition(): void {
    if (!this.#composing) return;
    if (this.view.composing) {
      this.#endComposition();
      return;
    }
    clearTimeout(this.#tail);
    this.#composing = false;
    this.#sendDifference();
    this.sync.release();
  }

  /** Undo and redo of the browser would change the page behind the document's back. */
  #beforeInput(event: InputEvent): boolean {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
    event.preventDefault();
    this.command({ name: event.inputType === 'historyUndo' ? 'undo' : 'redo' });
    return true;
  }

  #leave(): boolean {
    if (!this.#composing) this.sync.dropGhost();
    return false;
  }

  /** An empty block the cursor has left is no block of the document. */
  #forgetEmpty(): void {
    const { $head } = this.view.state.selection;
    if (!this.#composing && this.sync.hasGhost && $head.parent.content.size > 0) this.sync.dropGhost();
  }

  /** While away, what the browser makes of the selection does not count. */
  #returnSelection({ anchor, head }: { readonly anchor: number; readonly head: number }): void {
    const { state } = this.view;
    const last = state.doc.content.size;
    const place = (position: number) => state.doc.resolve(Math.min(position, last));
    this.view.dispatch(
      state.tr.setSelection(TextSelection.between(place(anchor), place(head))).setMeta(fromHost, true),
    );
  }

  #comeBack(): boolean {
    const away = this.#away;
    this.#away = undefined;
    if (!away || this.#composing) return false;
    this.#returnSelection(away);
    this.view.focus();
    return false;
  }

  /** The browser gives a window that gets the keyboard back to nobody in it: what is typed next would go nowhere. */
  #windowFocused(): void {
    if (document.activeElement !== document.body) return;
    if (this.#away) this.#returnSelection(this.#away);
    this.view.focus();
    setTimeout(() => {
      if (document.hasFocus()) this.#comeBack();
    }, focusTail);
  }

  /** Makes the view show what the synchronisation knows. */
  #showNews(): void {
    const blocks = this.sync.blocks();
    if (this.#away) this.#returnSelection(this.#away);
    const { transaction, first, end } = newsFor(this.view.state, this.#shown, blocks);
    document.body.classList.toggle('long', blocks.length > longPage);
    this.view.dispatch(transaction);
    this.#known = this.view.state.doc;
    this.#shown = { blocks, doc: this.#known };
    const { anchor, head } = this.view.state.selection;
    if (this.#away) this.#away = { anchor, head };
    writeLines(this.view, blocks, first, end);
    this.#events.changed(blocks);
  }
}

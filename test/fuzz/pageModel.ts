import assert from 'node:assert/strict';
import { AllSelection, EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state';
import { chainCommands, deleteSelection } from 'prosemirror-commands';
import { editsBetween } from '../../src/preview/changes.ts';
import { breakLine, insertBlocks, joinBack, joinForth, splitBlock } from '../../src/preview/keys.ts';
import { marksPlugin } from '../../src/preview/marks.ts';
import { newsFor, type Shown } from '../../src/preview/news.ts';
import { fromHost } from '../../src/preview/reconcile.ts';
import { documentOf, offsetOf, pageTextOf, positionOf } from '../../src/preview/schema.ts';
import { cleanBlocks } from '../../src/shared/cleanText.ts';
import type { ClientMessage } from '../../src/shared/protocol.ts';
import { ClientSync } from '../../src/shared/sync/client.ts';
import { applyEdits } from '../../src/core/text/range.ts';

/** A key that changes the page. */
export type Key = 'enter' | 'break' | 'back' | 'delete';

/** Backspace and Delete inside a block are the browser's own. */
const letter =
  (by: -1 | 1): Command =>
  ({ selection: { $from, empty }, tr }, dispatch) => {
    const at = $from.parentOffset + by;
    if (!empty || at < 0 || at > $from.parent.content.size) return false;
    dispatch?.(tr.delete(Math.min($from.pos, $from.pos + by), Math.max($from.pos, $from.pos + by)));
    return true;
  };

const commands: Readonly<Record<Key, Command>> = {
  enter: splitBlock,
  break: breakLine,
  back: chainCommands(deleteSelection, joinBack, letter(-1)),
  delete: chainCommands(deleteSelection, joinForth, letter(1)),
};

/** The page's editor without its view: what src/preview/pageEditor.ts does with what a person and the host do, in Node. */
export class PageModel {
  readonly sync: ClientSync;
  state = EditorState.create({ doc: documentOf([]), plugins: [marksPlugin()] });
  #known = this.state.doc;
  #shown: Shown = { blocks: [], doc: this.#known };
  #composing = false;

  constructor(send: (message: ClientMessage) => void) {
    this.sync = new ClientSync(send, { changed: () => this.#showNews(), conflict: () => undefined });
  }

  /** Selects from one place to another; any numbers. */
  select(anchor: number, head: number): void {
    const { doc, tr } = this.state;
    const place = (some: number) => doc.resolve(some % (doc.content.size + 1));
    this.#dispatch(tr.setSelection(TextSelection.between(place(anchor), place(head))));
  }

  /** Selects the whole page, as Ctrl+A pressed twice does. */
  selectAll(): void {
    this.#dispatch(this.state.tr.setSelection(new AllSelection(this.state.doc)));
  }

  press(key: Key): void {
    this.#run(commands[key]);
  }

  /** Types a text that holds no line end. */
  type(text: string): void {
    if (text !== '') this.#dispatch(this.state.tr.insertText(text));
  }

  paste(text: string): void {
    this.#run(insertBlocks(cleanBlocks(text)));
  }

  /** Begins a composition or ends it. */
  compose(): void {
    if (!this.#composing) {
      this.#composing = true;
      this.sync.hold();
      return;
    }
    this.#composing = false;
    this.#sendDifference();
    this.sync.release();
  }

  /** The person turns to something else. */
  leave(): void {
    if (this.#composing) this.compose();
    this.sync.dropGhost();
  }

  /** What the page shows is what the synchronisation holds, in a document that is sound. */
  inspect(): void {
    const { doc, selection } = this.state;
    doc.check();
    const inBlocks = selection.$from.depth === 1 && selection.$to.depth === 1;
    assert.ok(inBlocks || selection instanceof AllSelection, 'the cursor is in a block');
    const text = pageTextOf(doc);
    if (!this.#composing) assert.equal(text, this.sync.text);
    for (const position of inBlocks ? [selection.from, selection.to] : []) {
      const offset = offsetOf(doc, position);
      assert.equal(positionOf(doc, offset), position);
      const { parent, parentOffset } = doc.resolve(position);
      assert.equal(text.slice(offset - parentOffset, offset), parent.textContent.slice(0, parentOffset));
    }
  }

  #run(command: Command): void {
    command(this.state, (transaction) => this.#dispatch(transaction));
  }

  #dispatch(transaction: Transaction): void {
    this.state = this.state.apply(transaction);
    if (transaction.getMeta(fromHost)) return;
    if (!transaction.docChanged) return this.#forgetEmpty();
    if (!this.#composing) this.#sendDifference();
  }

  #forgetEmpty(): void {
    if (!this.#composing && this.sync.hasGhost && this.state.selection.$head.parent.content.size > 0) {
      this.sync.dropGhost();
    }
  }

  #sendDifference(): void {
    const edits = editsBetween(this.#known, this.state.doc);
    assert.equal(applyEdits(pageTextOf(this.#known), edits), pageTextOf(this.state.doc));
    this.#known = this.state.doc;
    if (edits.length > 0) this.sync.edit(edits);
  }

  #showNews(): void {
    const blocks = this.sync.blocks();
    const { transaction, first, end } = newsFor(this.state, this.#shown, blocks);
    assert.ok(0 <= first && first <= end && end <= Math.max(1, blocks.length));
    this.#dispatch(transaction);
    this.#known = this.state.doc;
    this.#shown = { blocks, doc: this.#known };
    assert.ok(this.state.doc.eq(documentOf(blocks)), 'the page shows the news');
  }
}

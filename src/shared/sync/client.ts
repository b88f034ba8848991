import { blockBreak } from '../../core/features/pageText.ts';
import { applyEdits, type TextEdit } from '../../core/text/range.ts';
import { difference, trimEdit } from '../../core/text/trimEdit.ts';
import type { ClientMessage, Command, HostMessage } from '../protocol.ts';
import { editBlocks } from './editBlocks.ts';
import { patchPage, patchText, textOf, type Page, type PageBlock, type PagePatch } from './page.ts';
import { cross, diffTexts, invert, mapOffset, type Change } from './rebase.ts';

/** A gesture that the host has not answered yet. */
type Operation =
  | { readonly id: number; readonly type: 'edit'; readonly edits: Change; readonly written: string }
  | { readonly id: number; readonly type: 'command'; readonly command: Command };

/** What the page learns from the synchronisation. */
export interface ClientEvents {
  /** The blocks are others than the person's own gestures made them. */
  changed(): void;
  /** A gesture could not be kept; `text` is what the person wrote with it. */
  conflict(text: string): void;
}

/**
 * The preview's side of the synchronisation: the last page the host sent, and the person's gestures on top of it until the
 * host has made them part of the document. Offsets are those of the page text. Knows no DOM.
 */
export class ClientSync {
  readonly #send: (message: ClientMessage) => void;
  readonly #events: ClientEvents;
  #epoch = 0;
  #base: Page = { version: 0, blocks: [] };
  /** The text of `#base`. */
  #baseText = '';
  #pending: Operation[] = [];
  #inFlight = false;
  #nextId = 1;
  /** Empty blocks the person has opened and not filled: the document knows nothing of them. */
  #ghost: Change = [];
  #text = '';
  #held = false;
  #inbox: HostMessage[] = [];

  constructor(send: (message: ClientMessage) => void, events: ClientEvents) {
    this.#send = send;
    this.#events = events;
  }

  /** The page text as the person sees it. */
  get text(): string {
    return this.#text;
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** Version of the document that the last page came from. */
  get version(): number {
    return this.#base.version;
  }

  /** True where every gesture is part of the document. */
  get settled(): boolean {
    return this.#pending.length === 0;
  }

  /** The gesture that waits for the host's answer, and all that was written and is not in the document yet. */
  get unanswered(): { readonly id: number; readonly text: string } | undefined {
    const [first] = this.#pending;
    if (!first || !this.#inFlight) return undefined;
    const written = this.#pending.flatMap((operation) => (operation.type === 'edit' ? [operation.written] : []));
    return { id: first.id, text: written.filter((text) => text !== '').join('') };
  }

  get hasGhost(): boolean {
    return this.#ghost.length > 0;
  }

  /** The blocks as the person sees them. */
  blocks(): readonly PageBlock[] {
    let blocks: readonly PageBlock[] = this.#base.blocks;
    for (const operation of this.#pending) {
      if (operation.type === 'edit') blocks = editBlocks(blocks, operation.edits);
    }
    return editBlocks(blocks, this.#ghost);
  }

  /** A gesture of the person: edits of `text`, at once. */
  edit(edits: Change): void {
    const before = this.#solidText();
    const after = applyEdits(this.#text, edits);
    const solid = withoutEmpty(after);
    const opened = this.#ghost.length > 0;
    const sent = this.#push(
      !opened && solid === after ? edits.map((edit) => trimEdit(before, edit)) : [difference(before, solid)],
    );
    this.#ghost = solid === after ? [] : [difference(solid, after)];
    this.#text = after;
    // No answer will come that shows what the block looked like before an empty one was opened beside it.
    if (opened && !sent && this.#ghost.length === 0) this.#events.changed();
    this.#pump();
  }

  /** Undo, redo, save and what else the host does; it waits until the gestures before it are done. */
  command(command: Command): void {
    const opened = this.#ghost.length > 0;
    this.dropGhost();
    // The empty block was the person's last gesture, and all there is to take back of it.
    if (opened && command.name === 'undo') return;
    this.#pending.push({ id: this.#nextId++, type: 'command', command });
    this.#pump();
  }

  /** Forgets an empty block nobody has filled. */
  dropGhost(): void {
    if (this.#ghost.length === 0) return;
    this.#ghost = [];
    this.#text = this.#solidText();
    this.#events.changed();
  }

  /** While held (during a composition) messages of the host wait, and nothing is sent. */
  hold(): void {
    this.#held = true;
  }

  /** Ends `hold` and takes what has waited, in order. */
  release(): void {
    if (!this.#held) return;
    this.#held = false;
    for (const message of this.#inbox.splice(0)) this.receive(message);
    this.#pump();
  }

  /** Takes a message; those that have nothing to do with the page text are left to the caller. */
  receive(message: HostMessage): void {
    if (this.#held) this.#inbox.push(message);
    else if (message.type === 'page') this.#takePage(message);
    else if (message.type === 'update' && message.epoch === this.#epoch) this.#takeUpdate(message);
    else if (message.type === 'rejected' && message.epoch === this.#epoch) this.#takeRejection(message.id);
  }

  #takePage(message: Extract<HostMessage, { type: 'page' }>): void {
    const other = message.epoch !== this.#epoch;
    this.#epoch = message.epoch;
    this.#inFlight = false;
    if (other) {
      for (const operation of this.#pending.splice(0)) this.#tellConflict(operation);
      this.#ghost = [];
    }
    const done: Change[] = [];
    while (this.#pending[0] && this.#pending[0].id <= message.done) {
      const [operation] = this.#pending.splice(0, 1) as [Operation];
      if (operation.type === 'edit') done.push(operation.edits);
    }
    this.#rebaseOn({ version: message.version, blocks: message.blocks }, textOf(message.blocks), done);
  }

  #takeUpdate(message: Extract<HostMessage, { type: 'update' }>): void {
    const blocks = message.from === this.#base.version ? patched(this.#base.blocks, message.patch) : undefined;
    if (!blocks) {
      this.#send({ type: 'resync', epoch: this.#epoch });
      return;
    }
    const done: Change[] = [];
    const first = this.#pending[0];
    if (first && message.done >= first.id) {
      if (first.type === 'edit') done.push(first.edits);
      this.#pending.shift();
      this.#inFlight = false;
    }
    const text = patchText(this.#baseText, this.#base.blocks, message.patch);
    this.#rebaseOn({ version: message.version, blocks }, text, done);
  }

  #takeRejection(id: number): void {
    const [first] = this.#pending;
    if (!first || first.id !== id) return;
    this.#pending.shift();
    this.#inFlight = false;
    this.#tellConflict(first);
    if (first.type !== 'edit') return this.#pump();
    const text = this.#baseText;
    this.#carry(applyEdits(text, first.edits), [invert(text, first.edits)]);
    this.#settle();
  }

  /** The page is another one, with this text; `done` are the gestures that are part of it now. */
  #rebaseOn(page: Page, text: string, done: readonly Change[]): void {
    const before = this.#baseText;
    this.#base = page;
    this.#baseText = text;
    // Copies of a long text cost more than all else here: none is made where nothing waits.
    if (this.#pending.length > 0 || this.#ghost.length > 0) {
      const front = done.reduce((front, edits) => applyEdits(front, edits), before);
      const change = diffTexts(front, this.#baseText);
      this.#carry(front, change.length > 0 ? [change] : []);
    }
    this.#send({ type: 'applied', epoch: this.#epoch, version: page.version });
    this.#settle();
  }

  /** Carries everything that waits over what changed beneath it; `text` is what the first waiting gesture was made in. */
  #carry(text: string, changes: readonly Change[]): void {
    let moving = changes;
    let front = text;
    const kept: Operation[] = [];
    for (const [i, operation] of this.#pending.entries()) {
      if (operation.type === 'command') {
        kept.push({ ...operation, command: moveCommand(operation.command, moving) });
        continue;
      }
      const crossed = cross(front, operation.edits, moving);
      front = applyEdits(front, operation.edits);
      moving = crossed.changes;
      if (crossed.edits) kept.push({ ...operation, edits: crossed.edits });
      else if (i === 0 && this.#inFlight) kept.push({ ...operation, edits: [] });
      else this.#tellConflict(operation);
    }
    this.#pending = kept;
    this.#ghost = cross(front, this.#ghost, moving).edits ?? [];
  }

  #settle(): void {
    const solid = this.#solidText();
    this.#text = applyEdits(solid, this.#ghost);
    if (withoutEmpty(this.#text) !== solid) {
      this.#ghost = [];
      this.#text = solid;
    }
    this.#events.changed();
    this.#pump();
  }

  #solidText(): string {
    let text = this.#baseText;
    for (const operation of this.#pending) if (operation.type === 'edit') text = applyEdits(text, operation.edits);
    return text;
  }

  /** Answers whether anything is left to send. */
  #push(edits: readonly TextEdit[]): boolean {
    const kept = edits.filter((edit) => edit.start !== edit.end || edit.text !== '');
    if (kept.length === 0) return false;
    const written = kept.map((edit) => edit.text.replaceAll(blockBreak, '\n')).join('\n');
    this.#pending.push({ id: this.#nextId++, type: 'edit', edits: kept, written });
    return true;
  }

  #pump(): void {
    const [first] = this.#pending;
    if (!first || this.#inFlight || this.#held) return;
    this.#inFlight = true;
    const head = { epoch: this.#epoch, id: first.id, base: this.#base.version };
    if (first.type === 'edit') this.#send({ type: 'edit', ...head, edits: first.edits });
    else this.#send({ type: 'command', ...head, command: first.command });
  }

  #tellConflict(operation: Operation): void {
    if (operation.type === 'edit') this.#events.conflict(operation.written);
  }
}

/** The blocks after a patch; undefined where it does not fit, because a message was lost. */
function patched(blocks: readonly PageBlock[], patch: PagePatch): readonly PageBlock[] | undefined {
  try {
    return patchPage(blocks, patch);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function moveCommand(command: Command, changes: readonly Change[]): Command {
  if (!('at' in command)) return command;
  const move = (place: number) => changes.reduce((offset, change) => mapOffset(offset, change), place);
  const at = move(command.at);
  if (command.name !== 'moveTo') return { ...command, at };
  return { ...command, at, before: command.before === null ? null : move(command.before) };
}

function withoutEmpty(text: string): string {
  if (!text.includes(blockBreak + blockBreak) && !text.startsWith(blockBreak) && !text.endsWith(blockBreak))
    return text;
  return text
    .split(blockBreak)
    .filter((block) => block !== '')
    .join(blockBreak);
}

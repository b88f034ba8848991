import { pageEditsToRaw } from '../../core/features/previewEdits.ts';
import type { PageText } from '../../core/features/pageText.ts';
import type { TextEdit } from '../../core/text/range.ts';
import type { ClientMessage, Command, HostMessage, RejectReason } from '../protocol.ts';
import type { ChangeLog } from './changeLog.ts';
import { diffPages, type PageBlock } from './page.ts';
import { mapOffset, rebaseThrough, type Change } from './rebase.ts';
import type { TaskQueue } from './taskQueue.ts';

/** One state of a document, read. */
export interface Reading {
  readonly version: number;
  readonly page: PageText;
  readonly blocks: readonly PageBlock[];
}

/** What the host needs of a text document. Raw offsets. */
export interface SyncDocument {
  readonly version: number;
  readonly log: ChangeLog;
  /** Reads the document as it stands. */
  read(): Reading;
  /** Applies sorted edits of `version` as one step of undo; false where the document has moved on or refuses. */
  apply(edits: Change, version: number): Promise<boolean>;
  /** Does a command, whose places are raw offsets here; false where it could not be done. */
  perform(command: Command): Promise<boolean>;
}

/** How often an edit is tried again when the document changes under it. */
const attempts = 5;

/**
 * The host's side of one preview: it turns the gestures of the page into raw edits of the document, carries those whose base
 * has moved on over what happened since, and tells the page of every change. The document is the only truth.
 */
export class HostSync {
  readonly #document: SyncDocument;
  readonly #queue: TaskQueue;
  readonly #epoch: number;
  readonly #send: (message: HostMessage) => void;
  /** Readings the page may still count in, oldest first; the last one is what it was sent last. */
  #sent: Reading[] = [];
  #confirmed = true;
  #stale = false;
  #done = 0;
  #closed = false;
  /** Raw place behind the last text the page inserted, and the version it counts in. */
  #caret: { readonly version: number; readonly offset: number } | undefined;

  constructor(document: SyncDocument, queue: TaskQueue, epoch: number, send: (message: HostMessage) => void) {
    this.#document = document;
    this.#queue = queue;
    this.#epoch = epoch;
    this.#send = send;
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** The reading the page was sent last. */
  get shown(): Reading | undefined {
    return this.#sent.at(-1);
  }

  /** Sends the whole page. */
  open(): void {
    const reading = this.#document.read();
    this.#sent = [...this.#sent, reading];
    this.#confirmed = false;
    const { version, blocks } = reading;
    this.#send({ type: 'page', epoch: this.#epoch, version, blocks, done: this.#done });
  }

  /** Stops all work for this page; what has begun is finished. */
  close(): void {
    this.#closed = true;
  }

  /** The document or its reading has changed: the page is told, as soon as it has taken what it was sent before. */
  changed(): void {
    this.#stale = true;
    void this.#queue.run(async () => this.#update(false));
  }

  /** Takes a message of the page; those of another epoch are none of this page's. */
  handle(message: ClientMessage): void {
    if (!('epoch' in message) || message.epoch !== this.#epoch) return;
    if (message.type === 'applied') this.#confirm(message.version);
    else if (message.type === 'resync') this.open();
    else if (message.type === 'edit' || message.type === 'command') {
      const base = this.#sent.find((reading) => reading.version === message.base);
      void this.#queue.run(() => this.#answer(message, base));
    }
  }

  async #answer(
    message: Extract<ClientMessage, { type: 'edit' | 'command' }>,
    base: Reading | undefined,
  ): Promise<void> {
    if (message.id <= this.#done) return;
    const refused = base ? await this.#do(message, base) : 'stale';
    this.#done = message.id;
    if (refused) this.#send({ type: 'rejected', epoch: this.#epoch, id: message.id, reason: refused });
    this.#update(!refused);
  }

  async #do(
    message: Extract<ClientMessage, { type: 'edit' | 'command' }>,
    base: Reading,
  ): Promise<RejectReason | undefined> {
    if (message.type === 'edit') return this.#edit(message.edits, base);
    return (await this.#document.perform(this.#rawCommand(message.command, base))) ? undefined : 'refused';
  }

  #rawCommand(command: Command, base: Reading): Command {
    if (!('at' in command)) return command;
    const at = this.#rawPlace(command.at, base);
    if (command.name !== 'moveTo') return { ...command, at };
    return { ...command, at, before: command.before === null ? null : this.#rawPlace(command.before, base) };
  }

  #rawPlace(at: number, base: Reading): number {
    let offset = base.page.source.reading.toRaw(base.page.toReading(at), 'after');
    for (const change of this.#document.log.since(base.version) ?? []) offset = mapOffset(offset, change);
    return offset;
  }

  async #edit(edits: Change, base: Reading): Promise<RejectReason | undefined> {
    const length = base.page.length;
    if (edits.some((edit) => edit.end > length)) return 'invalid';
    const raw = pageEditsToRaw(base.page, edits, this.#caretAt(base.version));
    if (raw.length === 0) return undefined;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { version, log } = this.#document;
      const since = log.version === version ? log.since(base.version) : undefined;
      const rebased = since && rebaseThrough(raw, since);
      if (!rebased) return since ? 'overlap' : 'stale';
      if (rebased.length === 0) return undefined;
      if (await this.#document.apply(rebased, version)) {
        this.#rememberCaret(rebased);
        return undefined;
      }
      if (this.#document.version === version) return 'refused';
    }
    return 'refused';
  }

  #caretAt(version: number): number | undefined {
    const caret = this.#caret;
    const changes = caret && caret.version <= version ? this.#document.log.since(caret.version, version) : undefined;
    if (!caret || !changes) return undefined;
    return changes.reduce((offset, change) => mapOffset(offset, change, 'before'), caret.offset);
  }

  #rememberCaret(edits: readonly TextEdit[]): void {
    const [edit] = edits;
    const { version } = this.#document;
    this.#caret =
      edits.length === 1 && edit && edit.text !== '' ? { version, offset: edit.start + edit.text.length } : undefined;
  }

  #confirm(version: number): void {
    const at = this.#sent.findLastIndex((reading) => reading.version === version);
    if (at > 0) this.#sent = this.#sent.slice(at);
    if (this.#sent.length <= 1) {
      this.#confirmed = true;
      if (this.#stale) this.changed();
    }
  }

  /** Sends what has changed since the page was last told. An answer is always sent, other news only to a page that keeps up. */
  #update(answer: boolean): void {
    const last = this.#sent.at(-1);
    if (this.#closed || !last || (!answer && (!this.#confirmed || !this.#stale))) return;
    this.#stale = false;
    const reading = this.#document.read();
    const patch = diffPages(last.blocks, reading.blocks);
    const same = patch.splices.length === 0 && patch.shifts.length === 0;
    if (!answer && same && reading.version === last.version) return;
    this.#sent.push(reading);
    this.#confirmed = false;
    const from = last.version;
    this.#send({ type: 'update', epoch: this.#epoch, from, version: reading.version, patch, done: this.#done });
  }
}

import { PageText } from '../../src/core/features/pageText.ts';
import { readPage } from '../../src/core/newsletter/readPage.ts';
import { applyEdits } from '../../src/core/text/range.ts';
import { difference } from '../../src/core/text/trimEdit.ts';
import type { Command } from '../../src/shared/protocol.ts';
import { ChangeLog } from '../../src/shared/sync/changeLog.ts';
import type { Reading, SyncDocument } from '../../src/shared/sync/host.ts';
import { buildBlocks } from '../../src/shared/sync/buildBlocks.ts';
import type { Change } from '../../src/shared/sync/rebase.ts';

/** A text document in memory that behaves as VS Code's does: versions, one step of undo per edit, edits refused when it has moved on. */
export class FakeDocument implements SyncDocument {
  readonly log = new ChangeLog(1);
  readonly onChange: (() => void)[] = [];
  /** Edits that wait until the test lets them happen. */
  readonly gates: (() => void)[] = [];
  /** Sees every text before and after a change, and whose it is. */
  watch: (before: string, after: string, whose: 'preview' | 'other') => void = () => undefined;
  text: string;
  version = 1;
  #undo: string[] = [];
  #redo: string[] = [];
  #read: Reading | undefined;

  constructor(text: string) {
    this.text = text;
  }

  read(): Reading {
    if (this.#read?.version === this.version) return this.#read;
    const analysis = { ...readPage(this.text), terms: [] };
    const page = new PageText(analysis, this.#read?.page);
    this.#read = { version: this.version, page, blocks: buildBlocks(page, analysis, [], this.#read?.blocks) };
    return this.#read;
  }

  async apply(edits: Change, version: number): Promise<boolean> {
    await new Promise<void>((resolve) => this.gates.push(resolve));
    if (this.version !== version) return false;
    this.#change(applyEdits(this.text, edits), edits, 'preview');
    return true;
  }

  async perform(command: Command): Promise<boolean> {
    await new Promise<void>((resolve) => this.gates.push(resolve));
    if (command.name === 'undo') this.undo();
    return true;
  }

  /** An edit from outside the preview: typing, a formatter, git. */
  edit(edits: Change): void {
    this.#change(applyEdits(this.text, edits), edits, 'other');
  }

  undo(): void {
    const text = this.#undo.pop();
    if (text === undefined) return;
    this.#redo.push(this.text);
    this.#set(text, [difference(this.text, text)], 'other');
  }

  redo(): void {
    const text = this.#redo.pop();
    if (text === undefined) return;
    this.#undo.push(this.text);
    this.#set(text, [difference(this.text, text)], 'other');
  }

  #change(text: string, edits: Change, whose: 'preview' | 'other'): void {
    this.#undo.push(this.text);
    this.#redo = [];
    this.#set(text, edits, whose);
  }

  #set(text: string, edits: Change, whose: 'preview' | 'other'): void {
    this.watch(this.text, text, whose);
    this.text = text;
    this.version++;
    this.log.record(this.version, edits);
    for (const listener of this.onChange) listener();
  }
}

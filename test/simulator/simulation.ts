import assert from 'node:assert/strict';
import { blockBreak } from '../../src/core/features/pageText.ts';
import { applyEdits, type TextEdit } from '../../src/core/text/range.ts';
import { difference } from '../../src/core/text/trimEdit.ts';
import { parseClientMessage, parseHostMessage } from '../../src/shared/messages.ts';
import type { ClientMessage, HostMessage } from '../../src/shared/protocol.ts';
import { ClientSync } from '../../src/shared/sync/client.ts';
import { HostSync } from '../../src/shared/sync/host.ts';
import { textOf } from '../../src/shared/sync/page.ts';
import { TaskQueue } from '../../src/shared/sync/taskQueue.ts';
import { FakeDocument } from './fakeDocument.ts';

/** A person at one preview of the document, with slow lines to the host and back. */
interface Seat {
  readonly client: ClientSync;
  readonly host: HostSync;
  readonly toHost: ClientMessage[];
  readonly toClient: HostMessage[];
  /** What the person sees while composing; the client knows nothing of it yet. */
  composing: string | undefined;
}

/** What happened, for checks and for messages of failed tests. */
export interface Outcome {
  readonly gestures: number;
  readonly conflicts: number;
  readonly steps: readonly string[];
}

const firstLetter = 0x4e00;

/**
 * Plays `length` random steps of `seats` previews, an editor and other programs on one document, waits until all is quiet, and
 * checks that all sides hold the same page and that no letter was lost: each one written is in the document, or was taken out by
 * somebody who saw it, or was handed back to its writer.
 */
export async function simulate(seed: number, length: number, seats: number): Promise<Outcome> {
  const simulation = new Simulation(seed, seats);
  for (let i = 0; i < length; i++) await simulation.step();
  await simulation.drain();
  simulation.check();
  return { gestures: simulation.gestures, conflicts: simulation.conflicts, steps: simulation.steps };
}

class Simulation {
  readonly steps: string[] = [];
  gestures = 0;
  conflicts = 0;
  readonly #random: () => number;
  readonly #document: FakeDocument;
  readonly #seats: Seat[] = [];
  /** Letters that may be missing: taken out by somebody who saw them, or handed back. */
  readonly #accounted = new Set<string>();
  /** Letters persons at a preview took out, as far as they know. */
  readonly #takenOut = new Set<string>();
  readonly #written = new Set<string>();
  #letter = firstLetter;

  constructor(seed: number, seats: number) {
    this.#random = mulberry32(seed);
    this.#document = new FakeDocument(this.#startText());
    this.#document.watch = (before, after, whose) => this.#watch(before, after, whose);
    const queue = new TaskQueue((error) => {
      throw error;
    });
    for (let i = 0; i < seats; i++) this.#seats.push(this.#sit(queue));
  }

  #sit(queue: TaskQueue): Seat {
    const toHost: ClientMessage[] = [];
    const toClient: HostMessage[] = [];
    const client = new ClientSync((message) => toHost.push(message), {
      changed: () => undefined,
      conflict: (text) => {
        this.conflicts++;
        for (const letter of text) this.#accounted.add(letter);
      },
    });
    const host = new HostSync(this.#document, queue, 1, (message) => toClient.push(message));
    this.#document.onChange.push(() => host.changed());
    host.open();
    return { client, host, toHost, toClient, composing: undefined };
  }

  async step(): Promise<void> {
    const seat = this.#pick(this.#seats);
    const dice = this.#below(100);
    if (dice < 30) this.#gesture(seat);
    else if (dice < 38) this.#editor();
    else if (dice < 41) this.#document.undo();
    else if (dice < 42) this.#document.redo();
    else if (dice < 44) this.#replaceAll();
    else if (dice < 46) this.#command(seat);
    else if (dice < 49) this.#composition(seat);
    else if (dice < 66) this.#deliverToHost(seat);
    else if (dice < 83) this.#deliverToClient(seat);
    else this.#document.gates.shift()?.();
    await settle();
  }

  async drain(): Promise<void> {
    for (const seat of this.#seats) if (seat.composing !== undefined) this.#endComposition(seat);
    for (let round = 0; round < 10_000; round++) {
      let busy = this.#document.gates.length > 0;
      this.#document.gates.shift()?.();
      for (const seat of this.#seats) {
        busy ||= seat.toHost.length + seat.toClient.length > 0 || !seat.client.settled;
        this.#deliverToHost(seat);
        this.#deliverToClient(seat);
      }
      await settle();
      if (!busy) return;
    }
    assert.fail('The two sides never come to rest.');
  }

  check(): void {
    const reading = this.#document.read();
    for (const { client, host } of this.#seats) {
      client.dropGhost();
      assert.equal(client.text, textOf(reading.blocks));
      assert.equal(host.shown?.page.text, reading.page.text);
    }
    const { text } = this.#document;
    const known = (letter: string) => this.#accounted.has(letter) || this.#takenOut.has(letter);
    const lost = [...this.#written].filter((letter) => !text.includes(letter) && !known(letter));
    assert.deepEqual(lost, []);
    for (const letter of this.#written)
      assert.equal(text.indexOf(letter), text.lastIndexOf(letter), `twice: ${letter}`);
  }

  #gesture(seat: Seat): void {
    this.gestures++;
    const view = seat.composing ?? seat.client.text;
    const edits = this.#below(8) === 0 ? this.#twoEdits(view) : [this.#edit(view)];
    for (const edit of edits) {
      this.#takeOut(view.slice(edit.start, edit.end));
      this.#noteWritten(edit.text);
    }
    this.steps.push(JSON.stringify(edits));
    if (seat.composing !== undefined) seat.composing = applyEdits(view, edits);
    else seat.client.edit(edits);
  }

  #noteWritten(text: string): void {
    for (const letter of text) if (letter !== blockBreak) this.#written.add(letter);
  }

  #takeOut(text: string): void {
    for (const letter of text) this.#takenOut.add(letter);
  }

  #twoEdits(view: string): TextEdit[] {
    const middle = this.#below(view.length + 1);
    const first = this.#edit(view.slice(0, middle));
    const second = this.#edit(view.slice(middle));
    const moved = { ...second, start: second.start + middle, end: second.end + middle };
    return moved.start > first.end ? [first, moved] : [first];
  }

  #edit(view: string): TextEdit {
    const start = this.#below(view.length + 1);
    const dice = this.#below(10);
    if (dice < 5) return { start, end: start, text: this.#write(1 + this.#below(3)) };
    if (dice < 7) return { start, end: start, text: blockBreak };
    const end = Math.min(view.length, start + this.#below(6));
    return { start, end, text: dice === 9 ? this.#write(2) : '' };
  }

  #editor(): void {
    const { text } = this.#document;
    const start = this.#below(text.length + 1);
    const end = Math.min(text.length, start + this.#below(4));
    const dice = this.#below(4);
    const written = dice === 0 ? '\n' : dice === 1 ? '。\n\n' : this.#write(1);
    this.steps.push(`editor ${start} ${end} ${JSON.stringify(written)}`);
    this.#noteWritten(dice > 1 ? written : '');
    this.#document.edit([{ start, end, text: written }]);
  }

  #replaceAll(): void {
    const { text } = this.#document;
    const kept = text.split('\n').filter(() => this.#below(6) > 0);
    this.steps.push('another program');
    this.#document.edit([{ start: 0, end: text.length, text: [...kept, this.#write(3)].join('\n') }]);
  }

  #command(seat: Seat): void {
    if (seat.composing === undefined) seat.client.command({ name: 'undo' });
  }

  #composition(seat: Seat): void {
    if (seat.composing !== undefined) return this.#endComposition(seat);
    seat.composing = seat.client.text;
    seat.client.hold();
  }

  #endComposition(seat: Seat): void {
    const composed = seat.composing as string;
    seat.composing = undefined;
    if (composed !== seat.client.text) seat.client.edit([difference(seat.client.text, composed)]);
    seat.client.release();
  }

  #deliverToHost(seat: Seat): void {
    const message = seat.toHost.shift();
    if (!message) return;
    const parsed = parseClientMessage(JSON.parse(JSON.stringify(message)));
    assert.ok(parsed);
    seat.host.handle(parsed);
  }

  #deliverToClient(seat: Seat): void {
    const message = seat.toClient.shift();
    if (!message) return;
    const parsed = parseHostMessage(JSON.parse(JSON.stringify(message)));
    assert.ok(parsed);
    seat.client.receive(parsed);
  }

  #watch(before: string, after: string, whose: 'preview' | 'other'): void {
    for (const letter of before) {
      if (letter < '一' || after.includes(letter)) continue;
      if (whose === 'preview') assert.ok(this.#takenOut.has(letter), `nobody at a preview took out ${letter}`);
      this.#accounted.add(letter);
    }
  }

  #write(count: number): string {
    let text = '';
    for (let i = 0; i < count; i++) text += String.fromCharCode(this.#letter++);
    return text;
  }

  /** Wrapped paragraphs of a narrow column, some set apart. */
  #startText(): string {
    const lines: string[] = [];
    for (let paragraph = 0; paragraph < 1 + this.#below(4); paragraph++) {
      for (let line = this.#below(3); line > 0; line--) lines.push(this.#write(8));
      lines.push(`${this.#write(1 + this.#below(6))}。`);
      if (this.#below(2) === 0) lines.push('');
    }
    return lines.join('\n');
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#below(items.length)] as T;
  }
}

/** Lets everything that can go on go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A small random generator with a seed (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

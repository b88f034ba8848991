import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseClientMessage, parseHostMessage } from '../../src/shared/messages.ts';
import type { ClientMessage, HostMessage } from '../../src/shared/protocol.ts';
import { documentOf } from '../../src/preview/schema.ts';
import { HostSync } from '../../src/shared/sync/host.ts';
import { TaskQueue } from '../../src/shared/sync/taskQueue.ts';
import { FakeDocument } from '../simulator/fakeDocument.ts';
import { PageModel } from './pageModel.ts';
import { settle } from './syncTargets.ts';
import { anyScrap, anyText } from './texts.ts';

/** What comes from a keyboard: no line ends, no control characters. */
const typed = anyScrap.map((text) => text.replace(/[\0-\u001f\u007f-\u009f\u2028\u2029]/g, ''));

const step = fc.oneof(
  { arbitrary: fc.record({ select: fc.tuple(fc.nat(5000), fc.nat(5000)) }), weight: 3 },
  { arbitrary: fc.nat(5000).map((at) => ({ select: [at, at] as [number, number] })), weight: 3 },
  { arbitrary: fc.record({ type: typed }), weight: 4 },
  { arbitrary: fc.record({ press: fc.constantFrom('enter', 'break', 'back', 'delete') }), weight: 4 },
  { arbitrary: fc.record({ paste: fc.oneof(anyScrap, anyText) }), weight: 1 },
  { arbitrary: fc.record({ outside: fc.tuple(fc.nat(5000), fc.nat(30), anyScrap) }), weight: 1 },
  {
    arbitrary: fc.constantFrom({ does: 'compose' }, { does: 'leave' }, { does: 'undo' }, { does: 'selectAll' }),
    weight: 2,
  },
  { arbitrary: fc.constantFrom({ does: 'host' }, { does: 'page' }, { does: 'file' }), weight: 4 },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A page, a host and a document, with slow lines between them. */
class Desk {
  readonly document: FakeDocument;
  readonly page: PageModel;
  readonly #host: HostSync;
  readonly #toHost: ClientMessage[] = [];
  readonly #toPage: HostMessage[] = [];

  constructor(text: string) {
    this.document = new FakeDocument(text);
    const queue = new TaskQueue((error) => {
      throw error;
    });
    this.page = new PageModel((message) => this.#toHost.push(message));
    this.#host = new HostSync(this.document, queue, 1, (message) => this.#toPage.push(message));
    this.document.onChange.push(() => this.#host.changed());
    this.#host.open();
  }

  do(one: Step): void {
    if ('select' in one) this.page.select(...one.select);
    else if ('type' in one) this.page.type(one.type);
    else if ('press' in one) this.page.press(one.press);
    else if ('paste' in one) this.page.paste(one.paste);
    else if ('outside' in one) this.#outside(...one.outside);
    else if (one.does === 'compose') this.page.compose();
    else if (one.does === 'selectAll') this.page.selectAll();
    else if (one.does === 'leave') this.page.leave();
    else if (one.does === 'undo') this.page.sync.command({ name: 'undo' });
    else this.#deliver(one.does);
  }

  /** Delivers whatever waits until both sides have nothing more to say. */
  async rest(): Promise<void> {
    this.page.leave();
    for (let quiet = 0; quiet < 3; quiet++) {
      if (this.#toHost.length + this.#toPage.length > 0) quiet = 0;
      this.#deliver('host');
      this.#deliver('page');
      await settle(this.document);
    }
    this.page.sync.dropGhost();
  }

  #outside(at: number, length: number, text: string): void {
    const start = at % (this.document.text.length + 1);
    this.document.edit([{ start, end: Math.min(this.document.text.length, start + length), text }]);
  }

  #deliver(to: string): void {
    if (to === 'file') this.document.gates.shift()?.();
    const toHost = to === 'host' ? this.#toHost.shift() : undefined;
    if (toHost) this.#host.handle(parsed(parseClientMessage(toHost), toHost));
    const toPage = to === 'page' ? this.#toPage.shift() : undefined;
    if (toPage) this.page.sync.receive(parsed(parseHostMessage(toPage), toPage));
  }
}

function parsed<T>(message: T | undefined, sent: unknown): T {
  assert.ok(message, JSON.stringify(sent));
  return message;
}

/** Whatever a person does at the page while the document changes: its document is sound, shows what it holds, and comes to show the file. */
export const editorTarget = fc.asyncProperty(
  fc.oneof(
    anyText.map((text) => text.slice(0, 1500)),
    anyScrap,
  ),
  fc.array(step, { minLength: 1, maxLength: 30 }),
  async (text, steps) => {
    const desk = new Desk(text);
    desk.do({ does: 'page' });
    for (const one of steps) {
      desk.do(one);
      desk.page.inspect();
      await Promise.resolve();
    }
    await desk.rest();
    desk.page.inspect();
    const { blocks } = desk.document.read();
    assert.ok(desk.page.sync.settled, 'all is answered');
    assert.ok(desk.page.state.doc.eq(documentOf(blocks)), 'the page shows the document');
  },
);

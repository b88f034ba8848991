import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockBreak } from '../../src/core/features/pageText.ts';
import { parseClientMessage, parseHostMessage } from '../../src/shared/messages.ts';
import type { ClientMessage, HostMessage } from '../../src/shared/protocol.ts';
import { ClientSync } from '../../src/shared/sync/client.ts';
import { HostSync } from '../../src/shared/sync/host.ts';
import { emptyBlock, textOf } from '../../src/shared/sync/page.ts';
import { TaskQueue } from '../../src/shared/sync/taskQueue.ts';
import { FakeDocument } from '../simulator/fakeDocument.ts';
import { anyClientMessage, anyGesture, anyHostMessage } from './messages.ts';
import { anyText } from './texts.ts';

/** Lets everything happen that waits in the document. */
export async function settle(document: FakeDocument): Promise<void> {
  for (let quiet = 0; quiet < 12; quiet++) {
    if (document.gates.length > 0) quiet = 0;
    for (const open of document.gates.splice(0)) open();
    await Promise.resolve();
  }
}

/** Whatever the page sends: the host throws nothing, tells only what the page understands, and keeps up with its document. */
export const hostTarget = fc.asyncProperty(
  anyText,
  fc.array(anyClientMessage, { maxLength: 12 }),
  async (text, messages) => {
    const document = new FakeDocument(text);
    let failed: unknown;
    const queue = new TaskQueue((error) => (failed ??= error));
    const sent: HostMessage[] = [];
    const host = new HostSync(document, queue, 1, (message) => sent.push(message));
    document.onChange.push(() => host.changed());
    host.open();
    for (const value of messages) {
      const message = parseClientMessage(value);
      if (message) host.handle(message);
      await settle(document);
    }
    if (failed !== undefined) throw failed;
    for (const message of sent) assert.ok(parseHostMessage(message), JSON.stringify(message));
    assert.equal(textOf(host.shown?.blocks ?? []), document.read().page.text || textOf(host.shown?.blocks ?? []));
  },
);

const step = fc.oneof(
  { arbitrary: anyHostMessage.map((value) => ({ value })), weight: 2 },
  { arbitrary: anyGesture.map((gesture) => ({ gesture })), weight: 1 },
);

/** Whatever the host sends and the person does: what the page shows is what it holds, and a whole page puts everything right. */
export const clientTarget = fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
  const sent: ClientMessage[] = [];
  const client = new ClientSync((message) => sent.push(message), {
    changed: () => undefined,
    conflict: () => undefined,
  });
  for (const one of steps) {
    if ('gesture' in one) {
      const { at, length, text, hold } = one.gesture;
      const start = at % (client.text.length + 1);
      client.edit([{ start, end: Math.min(client.text.length, start + length), text }]);
      if (hold) client.hold();
      else client.release();
    } else {
      const message = parseHostMessage(one.value);
      if (message) client.receive(message);
    }
    assert.equal(textOf(client.blocks()), client.text);
  }
  client.release();
  for (const message of sent) assert.ok(parseClientMessage(message), JSON.stringify(message));
  client.receive({
    type: 'page',
    epoch: 1000,
    version: 9,
    blocks: [
      { ...emptyBlock, text: '甲' },
      { ...emptyBlock, text: '乙' },
    ],
    done: 0,
  });
  assert.deepEqual([client.text, client.settled], [`甲${blockBreak}乙`, true]);
});

import assert from 'node:assert/strict';
import { parseClientMessage, parseHostMessage } from '../../../src/shared/messages.ts';
import type { ClientMessage, HostMessage } from '../../../src/shared/protocol.ts';

const edit: ClientMessage = { type: 'edit', epoch: 1, id: 2, base: 3, edits: [{ start: 1, end: 2, text: '甲' }] };
const update: HostMessage = {
  type: 'update',
  epoch: 1,
  from: 2,
  version: 3,
  done: 0,
  patch: {
    splices: [
      {
        at: 0,
        remove: 1,
        insert: [
          { kind: 'heading', level: 1, text: '甲', line: 0, lastLine: 0, marks: [{ start: 0, end: 1, kind: 'term' }] },
        ],
      },
    ],
    shifts: [{ at: 1, by: -1 }],
  },
};

describe('The protocol of the preview', () => {
  it('takes well-formed messages as they are', () => {
    assert.equal(parseClientMessage(edit), edit);
    assert.equal(parseHostMessage(update), update);
    const move: ClientMessage = {
      type: 'command',
      epoch: 0,
      id: 1,
      base: 1,
      command: { name: 'move', at: 4, direction: 'up' },
    };
    assert.equal(parseClientMessage(move), move);
  });

  for (const [what, message] of [
    ['no object', 'edit'],
    ['null', null],
    ['an unknown type', { type: 'run', command: 'rm' }],
    ['a type that every object has', { type: 'toString' }],
    ['a missing member', { ...edit, base: undefined }],
    ['a negative offset', { ...edit, edits: [{ start: -1, end: 2, text: '' }] }],
    ['a broken offset', { ...edit, edits: [{ start: 0.5, end: 2, text: '' }] }],
    ['an end before its start', { ...edit, edits: [{ start: 3, end: 2, text: '' }] }],
    [
      'edits that overlap',
      {
        ...edit,
        edits: [
          { start: 0, end: 5, text: '' },
          { start: 3, end: 6, text: '' },
        ],
      },
    ],
    ['a text that is none', { ...edit, edits: [{ start: 0, end: 0, text: 5 }] }],
    ['a command nobody knows', { type: 'command', epoch: 0, id: 1, base: 1, command: { name: 'format' } }],
    ['a line that is no number', { type: 'scrolled', epoch: 0, line: Number.NaN }],
  ] as const) {
    it(`refuses from the page ${what}`, () => assert.equal(parseClientMessage(message), undefined));
  }

  for (const [what, message] of [
    [
      'a level that no heading has',
      {
        type: 'page',
        epoch: 0,
        version: 1,
        done: 0,
        blocks: [{ kind: 'heading', level: 9, text: '', line: 0, lastLine: 0, marks: [] }],
      },
    ],
    [
      'a mark of no kind',
      {
        type: 'page',
        epoch: 0,
        version: 1,
        done: 0,
        blocks: [{ kind: 'heading', text: '', line: 0, lastLine: 0, marks: [{ start: 0, end: 1, kind: 'script' }] }],
      },
    ],
    ['a card without a term', { type: 'card', request: 1, card: { origin: '', groups: [], others: [] } }],
    ['an action nobody knows', { type: 'perform', action: 'format' }],
  ] as const) {
    it(`refuses from the host ${what}`, () => assert.equal(parseHostMessage(message), undefined));
  }
});

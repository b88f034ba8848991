import fc from 'fast-check';
import { blockBreak } from '../../src/core/features/pageText.ts';
import { actions, marks } from '../../src/shared/protocol.ts';
import { layouts } from '../../src/core/features/layouts.ts';
import { anyScrap } from './texts.ts';

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    -1,
    0.5,
    NaN,
    Infinity,
    2 ** 53,
    1e308,
    '',
    '__proto__',
    [],
    {},
    [null],
    { length: 3 },
  ),
  fc.bigInt(),
  fc.anything({ maxDepth: 2 }),
);
/** A value that is mostly of the kind that is meant. */
const mostly = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary, weight: 24 }, { arbitrary: odd, weight: 1 });

const count = mostly(
  fc.oneof(
    { arbitrary: fc.nat(3), weight: 3 },
    { arbitrary: fc.nat(200), weight: 2 },
    { arbitrary: fc.maxSafeNat(), weight: 1 },
  ),
);
const text = mostly(
  fc.oneof(
    anyScrap,
    fc.array(fc.oneof(anyScrap, fc.constant(blockBreak)), { maxLength: 4 }).map((all) => all.join('')),
  ),
);
const list = (one: fc.Arbitrary<unknown>) => mostly(fc.array(mostly(one), { maxLength: 4 }));
const kind = mostly(fc.constantFrom('heading', 'paragraph', 'jump', 'byline', 'furniture', 'script', '__proto__'));
const message = (type: string, members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  mostly(fc.record({ type: fc.constant(type), ...members }));

const edit = fc
  .tuple(fc.nat(60), fc.nat(6), text)
  .map(([start, length, put]) => ({ start, end: start + length, text: put }));
const edits = mostly(
  fc
    .array(mostly(edit), { maxLength: 3 })
    .map((all) =>
      [...all].sort(
        (a, b) =>
          Number((a as { start?: unknown } | null)?.start ?? 0) - Number((b as { start?: unknown } | null)?.start ?? 0),
      ),
    ),
);
const command = mostly(
  fc.oneof(
    fc.record({ name: fc.constantFrom('undo', 'redo', 'save') }),
    fc.record({
      name: fc.constant('mark'),
      at: count,
      mark: mostly(fc.constantFrom(...marks)),
    }),
    fc.record({ name: fc.constant('move'), at: count, direction: mostly(fc.constantFrom('up', 'down')) }),
    fc.record({ name: fc.constant('moveTo'), at: count, before: mostly(fc.oneof(count, fc.constant(null))) }),
    fc.record({ name: fc.constant('fix'), at: count, code: text, fix: count }),
  ),
);

const box = fc.record({ title: text, ordinal: count, columns: count, lines: count, cells: count });
const view = mostly(
  fc.record({
    layout: mostly(fc.constantFrom(...layouts)),
    print: mostly(fc.boolean()),
    followEditor: mostly(fc.boolean()),
    leadEditor: mostly(fc.boolean()),
    boxes: list(box),
  }),
);

/** What might come from the page; about half is well-formed. */
export const anyClientMessage: fc.Arbitrary<unknown> = fc.oneof(
  message('ready', {}),
  message('edit', { epoch: fc.constant(1), id: count, base: fc.nat(6), edits }),
  message('edit', { epoch: count, id: count, base: count, edits }),
  message('command', { epoch: fc.constant(1), id: count, base: fc.nat(6), command }),
  message('applied', { epoch: fc.constant(1), version: fc.nat(6) }),
  message('resync', { epoch: fc.constantFrom(0, 1, 2) }),
  message('scrolled', { epoch: count, version: count, at: count }),
  message('open', { epoch: count, version: count, at: count }),
  message('openLine', { epoch: count, line: count }),
  message('card', { epoch: count, request: count, version: count, at: count }),
  message('view', { epoch: count, view }),
  message('flushed', { request: count }),
  message('problem', { text }),
  odd,
);

const mark = fc.record({
  start: count,
  end: count,
  kind: mostly(fc.constantFrom('lead', 'term', 'error', 'hint')),
  message: mostly(fc.option(text, { nil: undefined })),
});
const block = fc.record({
  kind,
  text,
  line: count,
  lastLine: count,
  marks: list(mark),
  level: mostly(fc.constantFrom(undefined, 1, 6, 7)),
});
const splice = fc.record({ at: fc.nat(4), remove: fc.nat(3), insert: list(block) });
const shift = fc.record({ at: count, by: mostly(fc.integer({ min: -5, max: 5 })) });

/** What might come from the host; about half is well-formed. */
export const anyHostMessage: fc.Arbitrary<unknown> = fc.oneof(
  message('page', { epoch: fc.nat(3), version: fc.nat(6), blocks: list(block), done: fc.nat(4) }),
  message('update', {
    epoch: fc.nat(2),
    from: fc.nat(6),
    version: fc.nat(6),
    done: fc.nat(4),
    patch: mostly(fc.record({ splices: list(splice), shifts: list(shift) })),
  }),
  message('rejected', {
    epoch: fc.nat(2),
    id: fc.nat(4),
    reason: mostly(fc.constantFrom('overlap', 'stale', 'refused', 'invalid')),
  }),
  message('settings', {
    view,
    readOnly: mostly(fc.boolean()),
    state: text,
    notice: mostly(fc.option(text, { nil: undefined })),
  }),
  message('scroll', { epoch: count, version: count, at: count }),
  message('goTo', { epoch: count, version: count, at: count }),
  message('card', {
    request: count,
    findings: list(
      fc.record({ code: text, message: text, level: mostly(fc.constantFrom('hint', 'error')), fixes: list(text) }),
    ),
    card: mostly(
      fc.record({
        term: text,
        origin: text,
        groups: list(fc.record({ term: text, items: list(text) })),
        others: list(fc.record({ groups: list(odd), origin: text })),
      }),
    ),
  }),
  message('perform', { action: mostly(fc.constantFrom(...actions)) }),
  message('flush', { request: count }),
  odd,
);

/** What a person may do at the page between two messages. */
export const anyGesture: fc.Arbitrary<{
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly hold: boolean;
}> = fc.record({
  at: fc.nat(80),
  length: fc.nat(6),
  text: fc.oneof(
    anyScrap.map((scrap) => scrap.replace(/[\r\n\u2029]/g, '')),
    fc.constantFrom(blockBreak, `甲${blockBreak}乙`, '', ''),
  ),
  hold: fc.boolean(),
});

import type { TextEdit } from '../core/text/range.ts';
import type { ShownCard, ShownFinding, ShownGroup } from './card.ts';
import {
  isArray,
  isBoolean,
  isCount,
  isLine,
  isOneOf,
  isRecord,
  isString,
  optional,
  shape,
  type Guard,
} from './guards.ts';
import { isPageBlocks, isPagePatch } from './pageGuards.ts';
import { actions, marks, type ClientMessage, type Command, type HostMessage } from './protocol.ts';
import { layouts } from '../core/features/layouts.ts';
import type { PageView, TitledBox } from './view.ts';

const isEdit: Guard<TextEdit> = (value): value is TextEdit =>
  isRecord(value) && isCount(value.start) && isCount(value.end) && value.end >= value.start && isString(value.text);

const isEdits: Guard<readonly TextEdit[]> = (value): value is readonly TextEdit[] =>
  isArray(isEdit)(value) && value.every((edit, i) => i === 0 || edit.start >= (value[i - 1] as TextEdit).end);

const isGroup: Guard<ShownGroup> = shape({
  term: optional(isString),
  items: isArray(isString),
  origin: optional(isString),
});

const isCard: Guard<ShownCard> = shape({
  term: isString,
  origin: isString,
  groups: isArray(isGroup),
  explanation: optional(isString),
  english: optional(isString),
  line: optional(isLine),
  others: isArray(shape({ groups: isArray(isGroup), origin: isString })),
});

const isCommand: Guard<Command> = (value): value is Command =>
  isRecord(value) &&
  (isOneOf(['undo', 'redo', 'save'])(value.name) ||
    (isCount(value.at) &&
      ((value.name === 'mark' && isOneOf(marks)(value.mark)) ||
        (value.name === 'move' && isOneOf(['up', 'down'])(value.direction)) ||
        (value.name === 'moveTo' && (value.before === null || isCount(value.before))) ||
        (value.name === 'fix' && isString(value.code) && isCount(value.fix)))));

const isFinding: Guard<ShownFinding> = shape({
  code: isString,
  message: isString,
  level: isOneOf(['error', 'warning', 'information', 'hint']),
  fixes: isArray(isString),
});

const isSize: Guard<number> = (value): value is number => isCount(value) && value >= 1 && value <= 1000;

/** True for the boxes of a page's articles. */
export const isBoxes: Guard<readonly TitledBox[]> = isArray(
  shape({ title: isString, ordinal: isCount, columns: isSize, lines: isSize, cells: isSize }),
);

const isView: Guard<PageView> = shape({
  layout: isOneOf(layouts),
  print: isBoolean,
  followEditor: isBoolean,
  leadEditor: isBoolean,
  boxes: isBoxes,
});

type Guards<M extends { type: string }> = { readonly [T in M['type']]: Guard<unknown> };

const hostGuards: Guards<HostMessage> = {
  page: shape({ epoch: isCount, version: isCount, blocks: isPageBlocks, done: isCount }),
  update: shape({ epoch: isCount, from: isCount, version: isCount, patch: isPagePatch, done: isCount }),
  rejected: shape({ epoch: isCount, id: isCount, reason: isOneOf(['overlap', 'stale', 'refused', 'invalid']) }),
  settings: shape({ view: isView, readOnly: isBoolean, state: isString, notice: optional(isString) }),
  scroll: shape({ epoch: isCount, version: isCount, at: isCount }),
  goTo: shape({ epoch: isCount, version: isCount, at: isCount }),
  card: shape({ request: isCount, card: (value) => value === null || isCard(value), findings: isArray(isFinding) }),
  perform: shape({ action: isOneOf(actions) }),
  flush: shape({ request: isCount }),
};

const clientGuards: Guards<ClientMessage> = {
  ready: shape({}),
  edit: shape({ epoch: isCount, id: isCount, base: isCount, edits: isEdits }),
  command: shape({ epoch: isCount, id: isCount, base: isCount, command: isCommand }),
  applied: shape({ epoch: isCount, version: isCount }),
  resync: shape({ epoch: isCount }),
  scrolled: shape({ epoch: isCount, version: isCount, at: isCount }),
  open: shape({ epoch: isCount, version: isCount, at: isCount }),
  export: shape({ epoch: isCount }),
  openLine: shape({ epoch: isCount, line: isLine }),
  card: shape({ epoch: isCount, request: isCount, version: isCount, at: isCount }),
  view: shape({ epoch: isCount, view: isView }),
  flushed: shape({ request: isCount }),
  problem: shape({ text: isString }),
};

/** The message if it is a well-formed one of the host, else undefined. */
export function parseHostMessage(value: unknown): HostMessage | undefined {
  return parse(value, hostGuards) as HostMessage | undefined;
}

/** The message if it is a well-formed one of the page, else undefined. */
export function parseClientMessage(value: unknown): ClientMessage | undefined {
  return parse(value, clientGuards) as ClientMessage | undefined;
}

function parse(value: unknown, guards: Readonly<Record<string, Guard<unknown>>>): unknown {
  if (!isRecord(value) || !isString(value.type) || !Object.hasOwn(guards, value.type)) return undefined;
  return guards[value.type]?.(value) ? value : undefined;
}

import type { TextEdit } from '../core/text/range.ts';
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
import type { PageBlock, PagePatch } from './sync/page.ts';

/** What the page asks the host to do in the order of its gestures; `at` is an offset of the page text. */
export type Command =
  | { readonly name: 'undo' | 'redo' | 'save' }
  | { readonly name: 'mark'; readonly at: number; readonly mark: 'promote' | 'demote' | 'paragraph' }
  | { readonly name: 'move'; readonly at: number; readonly direction: 'up' | 'down' };

/** Why a gesture was not taken: it met another change, its base is forgotten, the document refused it, or it made no sense. */
export type RejectReason = 'overlap' | 'stale' | 'refused' | 'invalid';

/** A card as the page shows it: texts only, in the person's language. */
export interface ShownCard {
  readonly term: string;
  /** Where the explanation comes from, or that there is none. */
  readonly origin: string;
  readonly groups: readonly ShownGroup[];
  readonly explanation?: string;
  readonly english?: string;
  /** 0-based raw line of the definition in this document. */
  readonly line?: number;
  readonly others: readonly { readonly groups: readonly ShownGroup[]; readonly origin: string }[];
}

/** One branch of a card's tree. */
export interface ShownGroup {
  readonly term?: string;
  readonly items: readonly string[];
  readonly origin?: string;
}

/** How a page is laid out. */
export const layouts = ['reading', 'newspaper', 'bulletin', 'official'] as const;

/** Name of a layout. */
export type Layout = (typeof layouts)[number];

/** What the page does when a command of the editor asks for it. */
export const actions = [
  'undo',
  'redo',
  'save',
  'goToSource',
  'toggleOutline',
  'showCard',
  'moveUp',
  'moveDown',
  'promote',
  'demote',
  'plain',
  'zoomIn',
  'zoomOut',
  'zoomReset',
] as const;

/** Name of such an action. */
export type Action = (typeof actions)[number];

/** Messages of the host. `epoch` counts the documents a panel has shown, `done` is the last gesture that was answered. */
export type HostMessage =
  | {
      readonly type: 'page';
      readonly epoch: number;
      readonly version: number;
      readonly blocks: readonly PageBlock[];
      readonly done: number;
    }
  | {
      readonly type: 'update';
      readonly epoch: number;
      /** Version the patch starts from, and the one it leads to. */
      readonly from: number;
      readonly version: number;
      readonly patch: PagePatch;
      readonly done: number;
    }
  | { readonly type: 'rejected'; readonly epoch: number; readonly id: number; readonly reason: RejectReason }
  /** `state` is what the page keeps for the host over a reload; `notice` is shown above the page. */
  | {
      readonly type: 'settings';
      readonly layout: Layout;
      readonly readOnly: boolean;
      readonly state: string;
      readonly notice?: string;
    }
  /** Raw line at the top of the editor; the fraction tells how far it is scrolled out. */
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'card'; readonly request: number; readonly card: ShownCard | null }
  | { readonly type: 'perform'; readonly action: Action }
  | { readonly type: 'flush'; readonly request: number };

/** Messages of the page. Edits are offsets of the page text at version `base`. */
export type ClientMessage =
  | { readonly type: 'ready' }
  | {
      readonly type: 'edit';
      readonly epoch: number;
      readonly id: number;
      readonly base: number;
      readonly edits: readonly TextEdit[];
    }
  | {
      readonly type: 'command';
      readonly epoch: number;
      readonly id: number;
      readonly base: number;
      readonly command: Command;
    }
  | { readonly type: 'applied'; readonly epoch: number; readonly version: number }
  | { readonly type: 'resync'; readonly epoch: number }
  | { readonly type: 'scrolled'; readonly epoch: number; readonly line: number }
  | { readonly type: 'open'; readonly epoch: number; readonly version: number; readonly at: number }
  | { readonly type: 'openLine'; readonly epoch: number; readonly line: number }
  | {
      readonly type: 'card';
      readonly epoch: number;
      readonly request: number;
      readonly version: number;
      readonly at: number;
    }
  | { readonly type: 'layout'; readonly layout: Layout }
  | { readonly type: 'flushed'; readonly request: number }
  | { readonly type: 'problem'; readonly text: string };

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
    (value.name === 'mark' && isCount(value.at) && isOneOf(['promote', 'demote', 'paragraph'])(value.mark)) ||
    (value.name === 'move' && isCount(value.at) && isOneOf(['up', 'down'])(value.direction)));

type Guards<M extends { type: string }> = { readonly [T in M['type']]: Guard<unknown> };

const hostGuards: Guards<HostMessage> = {
  page: shape({ epoch: isCount, version: isCount, blocks: isPageBlocks, done: isCount }),
  update: shape({ epoch: isCount, from: isCount, version: isCount, patch: isPagePatch, done: isCount }),
  rejected: shape({ epoch: isCount, id: isCount, reason: isOneOf(['overlap', 'stale', 'refused', 'invalid']) }),
  settings: shape({ layout: isOneOf(layouts), readOnly: isBoolean, state: isString, notice: optional(isString) }),
  scroll: shape({ line: isLine }),
  card: shape({ request: isCount, card: (value) => value === null || isCard(value) }),
  perform: shape({ action: isOneOf(actions) }),
  flush: shape({ request: isCount }),
};

const clientGuards: Guards<ClientMessage> = {
  ready: shape({}),
  edit: shape({ epoch: isCount, id: isCount, base: isCount, edits: isEdits }),
  command: shape({ epoch: isCount, id: isCount, base: isCount, command: isCommand }),
  applied: shape({ epoch: isCount, version: isCount }),
  resync: shape({ epoch: isCount }),
  scrolled: shape({ epoch: isCount, line: isLine }),
  open: shape({ epoch: isCount, version: isCount, at: isCount }),
  openLine: shape({ epoch: isCount, line: isLine }),
  card: shape({ epoch: isCount, request: isCount, version: isCount, at: isCount }),
  layout: shape({ layout: isOneOf(layouts) }),
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

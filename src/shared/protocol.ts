import type { TextEdit } from '../core/text/range.ts';
import type { ShownCard, ShownFinding } from './card.ts';
import type { PageBlock, PagePatch } from './sync/page.ts';
import type { PageView } from './view.ts';

/** What the page asks the host to do in the order of its gestures; `at` is an offset of the page text. */
export type Command =
  | { readonly name: 'undo' | 'redo' | 'save' }
  | { readonly name: 'mark'; readonly at: number; readonly mark: Mark }
  | { readonly name: 'move'; readonly at: number; readonly direction: 'up' | 'down' }
  /** Moves what stands at `at` in front of the block at `before`, or to the end where that is null. */
  | { readonly name: 'moveTo'; readonly at: number; readonly before: number | null }
  /** Takes a fix of the finding with this code at `at`, counted from 0. */
  | { readonly name: 'fix'; readonly at: number; readonly code: string; readonly fix: number };

/** What a block can be made: a level up or down, a paragraph, or a heading of a level. */
export const marks = ['promote', 'demote', 'paragraph', 'level1', 'level2', 'level3', 'level4'] as const;

/** Name of such a wish. */
export type Mark = (typeof marks)[number];

/** Why a gesture was not taken: it met another change, its base is forgotten, the document refused it, or it made no sense. */
export type RejectReason = 'overlap' | 'stale' | 'refused' | 'invalid';

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
  'level1',
  'level2',
  'level3',
  'level4',
  'find',
  'replace',
  'findNext',
  'findPrevious',
  'fitBox',
  'togglePrint',
  'toggleFollowEditor',
  'toggleLeadEditor',
  'focusToolbar',
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
      readonly view: PageView;
      readonly readOnly: boolean;
      readonly state: string;
      readonly notice?: string;
    }
  /** Page offset of what stands at the top of the editor, in the page of `version`. */
  | { readonly type: 'scroll'; readonly epoch: number; readonly version: number; readonly at: number }
  /** The person comes from the editor to this place of the page. */
  | { readonly type: 'goTo'; readonly epoch: number; readonly version: number; readonly at: number }
  | {
      readonly type: 'card';
      readonly request: number;
      readonly card: ShownCard | null;
      readonly findings: readonly ShownFinding[];
    }
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
  /** Page offset of what stands at the top of the page. */
  | { readonly type: 'scrolled'; readonly epoch: number; readonly version: number; readonly at: number }
  | { readonly type: 'open'; readonly epoch: number; readonly version: number; readonly at: number }
  /** The person wants to take the page out of the editor. */
  | { readonly type: 'export'; readonly epoch: number }
  | { readonly type: 'openLine'; readonly epoch: number; readonly line: number }
  | {
      readonly type: 'card';
      readonly epoch: number;
      readonly request: number;
      readonly version: number;
      readonly at: number;
    }
  /** The person looks at the page in another way. */
  | { readonly type: 'view'; readonly epoch: number; readonly view: PageView }
  | { readonly type: 'flushed'; readonly request: number }
  | { readonly type: 'problem'; readonly text: string };

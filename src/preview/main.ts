import { cleanBlocks } from '../shared/cleanText.ts';
import { parseHostMessage, type Action, type ClientMessage, type HostMessage } from '../shared/protocol.ts';
import { Cards } from './cards.ts';
import { insertBlocks } from './keys.ts';
import { Notices } from './notices.ts';
import { Outline } from './outline.ts';
import { PageEditor } from './pageEditor.ts';
import { ScrollSync } from './scroll.ts';
import { readTexts } from './texts.ts';
import { watchSilence } from './silence.ts';
import { Zoom } from './zoom.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: ClientMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const api = acquireVsCodeApi();
const send = (message: ClientMessage) => api.postMessage(message);
const texts = readTexts();
const find = (id: string) => document.getElementById(id) as HTMLElement;

const notices = new Notices(find('notices'), texts, (text) => {
  insertBlocks(cleanBlocks(text))(editor.view.state, editor.view.dispatch);
  editor.view.focus();
});
const editor = new PageEditor(find('page'), texts.page, send, {
  changed: (blocks) => outline.show(blocks),
  conflict: (text) => notices.conflict(text),
  moved: () => outline.mark(editor.cursor),
});
const outline = new Outline(find('outline'), texts, (offset) => editor.goTo(offset));
const cards = new Cards(editor, texts, send);
const scroll = new ScrollSync(editor, send);
const zoom = new Zoom(document.documentElement);
const waitingFlushes: number[] = [];

/** What outlives this page: what the host asked to keep, and what was written and is not in the document. */
interface Kept {
  readonly host?: string;
  readonly unsent?: string;
}

const before = readKept(api.getState());
let kept: Kept = { ...(before.host !== undefined && { host: before.host }) };
if (before.unsent) notices.unsent(before.unsent);

function keep(more: Kept): void {
  kept = { ...kept, ...more };
  api.setState(kept);
}

watchSilence(editor.sync, {
  silent: (text) => notices.unanswered(text),
  unsent: (unsent) => keep({ unsent }),
});

editor.view.dom.addEventListener('dblclick', () => openSource());
editor.view.dom.addEventListener('keydown', () => scroll.quiet());

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = parseHostMessage(event.data);
  if (!message) return;
  try {
    take(message);
  } catch (error) {
    send({ type: 'problem', text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    if ('epoch' in message) send({ type: 'resync', epoch: message.epoch });
  }
});

function take(message: HostMessage): void {
  switch (message.type) {
    case 'page':
    case 'update':
    case 'rejected':
      editor.receive(message);
      answerFlushes();
      break;
    case 'settings':
      keep({ host: message.state });
      document.body.dataset.layout = message.layout;
      editor.setReadOnly(message.readOnly);
      find('notice').textContent = message.notice ?? '';
      break;
    case 'scroll':
      scroll.showLine(message.line);
      break;
    case 'card':
      cards.receive(message);
      break;
    case 'flush':
      waitingFlushes.push(message.request);
      answerFlushes();
      break;
    case 'perform':
      perform(message.action);
  }
}

function answerFlushes(): void {
  if (!editor.sync.settled) return;
  for (const request of waitingFlushes.splice(0)) send({ type: 'flushed', request });
}

function perform(action: Action): void {
  const at = editor.cursor;
  const performs: Record<Action, () => void> = {
    undo: () => editor.command({ name: 'undo' }),
    redo: () => editor.command({ name: 'redo' }),
    save: () => editor.command({ name: 'save' }),
    moveUp: () => editor.command({ name: 'move', at, direction: 'up' }),
    moveDown: () => editor.command({ name: 'move', at, direction: 'down' }),
    promote: () => editor.command({ name: 'mark', at, mark: 'promote' }),
    demote: () => editor.command({ name: 'mark', at, mark: 'demote' }),
    plain: () => editor.command({ name: 'mark', at, mark: 'paragraph' }),
    goToSource: openSource,
    toggleOutline: () => outline.toggle(),
    showCard: () => cards.showAtCursor(),
    zoomIn: () => zoom.by(1),
    zoomOut: () => zoom.by(-1),
    zoomReset: () => zoom.reset(),
  };
  performs[action]();
}

function openSource(): void {
  const { epoch, version } = editor.sync;
  send({ type: 'open', epoch, version, at: editor.cursor });
}

function readKept(state: unknown): Kept {
  const { host, unsent } = (typeof state === 'object' && state !== null ? state : {}) as Record<string, unknown>;
  return {
    ...(typeof host === 'string' && { host }),
    ...(typeof unsent === 'string' && { unsent }),
  };
}

send({ type: 'ready' });

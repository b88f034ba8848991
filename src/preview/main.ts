import { cleanBlocks } from '../shared/cleanText.ts';
import { parseHostMessage } from '../shared/messages.ts';
import type { Action, ClientMessage, HostMessage, Mark } from '../shared/protocol.ts';
import { ArticleBar } from './articleBar.ts';
import { Cards } from './cards.ts';
import { FindBar } from './findBar.ts';
import { Handle } from './handle.ts';
import { insertBlocks } from './keys.ts';
import { Notices } from './notices.ts';
import { Outline } from './outline.ts';
import { PageEditor } from './pageEditor.ts';
import { ScrollSync } from './scroll.ts';
import { readTexts } from './texts.ts';
import { watchSilence } from './silence.ts';
import { Toolbar } from './toolbar.ts';
import { ViewState } from './viewState.ts';
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
  changed: (blocks) => {
    outline.show(blocks);
    shownAnew();
  },
  conflict: (text) => notices.conflict(text),
  moved: () => {
    outline.mark(editor.cursor);
    shownAnew();
  },
});
const state = new ViewState((view) => send({ type: 'view', epoch: editor.sync.epoch, view }));
const mark = (wish: Mark) => editor.command({ name: 'mark', at: editor.cursor, mark: wish });
const outline = new Outline(find('outline'), texts.outline, (offset) => editor.goTo(offset));
const toolbar = new Toolbar(find('toolbar'), texts.toolbar, texts.outline.title, state, {
  perform,
  mark,
  export: () => send({ type: 'export', epoch: editor.sync.epoch }),
});
const findBar = new FindBar(find('find'), texts.find, editor);
const article = new ArticleBar(find('status'), texts.fit, editor, state);
new Handle(editor, texts.move);
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

/** What is fixed between the bars has to know how high they are. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    document.documentElement.style.setProperty(`--${target.id}`, `${target.getBoundingClientRect().height}px`);
  }
});
sizes.observe(find('bars'));
sizes.observe(find('status'));

function shownAnew(): void {
  toolbar.showKind(editor.blocks[editor.cursorBlock]);
  findBar.refresh();
  article.refresh();
}

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
      state.take(message.view);
      editor.setReadOnly(message.readOnly);
      find('notice').textContent = message.notice ?? '';
      break;
    case 'scroll':
      if (message.epoch === editor.sync.epoch) scroll.show(message.at);
      break;
    case 'goTo':
      scroll.quiet();
      if (message.epoch === editor.sync.epoch) editor.goTo(message.at);
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
    promote: () => mark('promote'),
    demote: () => mark('demote'),
    plain: () => mark('paragraph'),
    level1: () => mark('level1'),
    level2: () => mark('level2'),
    level3: () => mark('level3'),
    level4: () => mark('level4'),
    find: () => findBar.open(),
    replace: () => findBar.open(true),
    findNext: () => findBar.step(1),
    findPrevious: () => findBar.step(-1),
    fitBox: () => article.open(),
    togglePrint: () => state.change({ print: !state.view.print }),
    toggleFollowEditor: () => state.change({ followEditor: !state.view.followEditor }),
    toggleLeadEditor: () => state.change({ leadEditor: !state.view.leadEditor }),
    focusToolbar: () => toolbar.focus(),
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

// npm run bench:preview: what a person waits for at the preview, in the real window; ratios within one run.
import type { Frame } from 'playwright-core';
import { buildExtension } from '../../scripts/build.ts';
import { startSession, type Session } from '../e2e/support/session.ts';
import { Window } from '../e2e/support/window.ts';
import { newsletterText } from './text.ts';

const small = 15_000;
const large = 1_000_000;
const keystrokes = 25;
const tail = '到此为止全文结束';

/** Milliseconds of one keystroke: until the character is drawn, and until the host has made it part of the document. */
interface Keystroke {
  readonly shown: number;
  readonly done: number;
}

/** What the frame of the preview notes down about its last keystroke. */
interface Noted {
  key: number;
  shown: number;
  done: number;
}

async function main(): Promise<void> {
  await buildExtension();
  const session = await startSession({ settings: { 'files.autoSave': 'off', 'editor.minimap.enabled': false } });
  try {
    const figures = {
      small: await measure(session, small),
      large: await measure(session, large),
    };
    for (const [name, figure] of Object.entries(figures)) console.log(name, JSON.stringify(figure));
    const ratio = (a: number, b: number) => Number((a / b).toFixed(2));
    console.log(`RESULT keystroke_1mb_x_15kb=${ratio(figures.large.done, figures.small.done)}`);
    console.log(`RESULT keystroke_shown_ms=${figures.large.shown}`);
    console.log(`RESULT render_1mb_vs_markdown=${ratio(figures.large.markdown, figures.large.open)}`);
    console.log(`RESULT render_15kb_vs_markdown=${ratio(figures.small.markdown, figures.small.open)}`);
  } finally {
    await session.stop();
  }
}

async function measure(session: Session, units: number): Promise<Keystroke & { open: number; markdown: number }> {
  const text = `${newsletterText(units, 7)}\n\n${tail}。\n`;
  const markdown = await inWindow(session, 'page.md', text, async (window) => {
    return (await opening(window, 'Markdown: Open Preview', '.markdown-body')).time;
  });
  return inWindow(session, 'page.newsletter', text, async (window) => {
    const { time, frame } = await opening(window, 'Policy Newsletter: Open Preview', '.page');
    return { open: time, markdown, ...(await typing(window, frame)) };
  });
}

async function inWindow<T>(
  session: Session,
  name: string,
  text: string,
  work: (window: Window) => Promise<T>,
): Promise<T> {
  const window = await Window.open(session, { files: { [name]: text }, open: name });
  try {
    // The extensions are awake and have read the text before the clock starts; Markdown without headings shows no sign of it.
    if (name.endsWith('.md')) await window.page.waitForTimeout(4000);
    else await window.outline();
    return await work(window);
  } finally {
    await window.close();
  }
}

/** From the command to the last words of the text in the preview, in milliseconds. */
async function opening(window: Window, command: string, root: string): Promise<{ time: number; frame: Frame }> {
  await window.focusEditor();
  await window.page.keyboard.press('F1');
  const input = window.page.locator('.quick-input-box input');
  await input.fill(`>${command}`);
  await window.page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
  const start = performance.now();
  await window.page.keyboard.press('Enter');
  const end = start + 120_000;
  while (performance.now() < end) {
    for (const frame of window.page.frames()) {
      const there = await frame.evaluate(endsWith, { root, tail }).catch(() => false);
      if (there) return { time: Math.round(performance.now() - start), frame };
    }
  }
  throw new Error(`${command} never showed the end of the text.`);
}

/** Runs in the frame: true where the last words of the text stand under `root`. */
function endsWith({ root, tail }: { root: string; tail: string }): boolean {
  // Behind the text the Markdown preview has an empty element or two.
  let last = document.querySelector(root)?.lastElementChild;
  for (let i = 0; last && i < 3; i++, last = last.previousElementSibling) {
    if (last.textContent.includes(tail)) return true;
  }
  return false;
}

async function typing(window: Window, frame: Frame): Promise<Keystroke> {
  await frame.evaluate(prepare);
  await window.page.waitForTimeout(500);
  const shown: number[] = [];
  const done: number[] = [];
  for (let i = 0; i < keystrokes; i++) {
    await window.page.keyboard.press('x');
    // Asked in every frame, as is usual, the page would have to draw one sixty times a second, which no person makes it do.
    const answered = () => (globalThis as unknown as { noted: Noted }).noted.done > 0;
    await frame.waitForFunction(answered, undefined, { polling: 20 });
    const noted = await frame.evaluate(() => {
      const all = globalThis as unknown as { noted: Noted };
      const { noted } = all;
      all.noted = { key: 0, shown: 0, done: 0 };
      return noted;
    });
    shown.push(noted.shown - noted.key);
    done.push(noted.done - noted.key);
  }
  return { shown: median(shown), done: median(done) };
}

/** Runs in the frame: the cursor goes to the middle of the text, and keystrokes are noted from now on. */
function prepare(): void {
  const page = document.querySelector<HTMLElement>('.page') as HTMLElement;
  const blocks = [...page.children].filter(({ textContent }) => (textContent ?? '').length > 40);
  const middle = blocks[blocks.length >> 1] as HTMLElement;
  middle.scrollIntoView();
  page.focus();
  getSelection()?.collapse(document.createTreeWalker(middle, NodeFilter.SHOW_TEXT).nextNode(), 3);
  const all = globalThis as unknown as { noted: Noted };
  all.noted = { key: 0, shown: 0, done: 0 };
  page.addEventListener('keydown', () => (all.noted.key = performance.now()), { capture: true });
  page.addEventListener('input', () => {
    requestAnimationFrame(() => setTimeout(() => (all.noted.shown ||= performance.now())));
  });
  window.addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
    // What the page does with the answer is part of it.
    if (data.type === 'update' && all.noted.key > 0) setTimeout(() => (all.noted.done ||= performance.now()));
  });
}

function median(values: readonly number[]): number {
  return Number(([...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN).toFixed(1));
}

await main();

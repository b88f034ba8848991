import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from '../../../scripts/paths.ts';
import { startSession, type Session, type SessionOptions } from './session.ts';
import { Window, type WindowContents } from './window.ts';

/** The VS Code that all tests share which ask for nothing special: its start takes longer than most tests. */
let shared: Promise<Session> | undefined;

/** Pictures of the windows of failed tests. */
const pictures = join(cache, 'failures');

// Outside of any `describe`: it runs after the last test of all files.
after(async function () {
  this.timeout(30_000);
  await (await shared)?.stop();
});

/**
 * VS Code for the tests of a `describe`, and a window with a folder of its own for every test. Call it inside `describe`; it
 * returns the way to open a window. Windows are closed after each test; of a failed one a picture is kept.
 * @param special what a session of its own is started with; without it the one that all files share is used
 */
export function useVSCode(special?: () => Promise<SessionOptions>): (contents: WindowContents) => Promise<Window> {
  let session: Session | undefined;
  const windows: Window[] = [];
  before(async function () {
    this.timeout(180_000);
    session = await (special ? startSession(await special()) : (shared ??= startSession()));
  });
  afterEach(async function () {
    const failed = this.currentTest?.state === 'failed' ? this.currentTest.fullTitle() : undefined;
    const open = windows.splice(0);
    if (failed) await takePictures(open, failed);
    await Promise.all(open.map((window) => window.close()));
  });
  after(async () => {
    if (special) await session?.stop();
  });
  return async (contents) => {
    if (!session) throw new Error('A window can only be opened inside a test.');
    const window = await Window.open(session, contents);
    windows.push(window);
    return window;
  };
}

async function takePictures(windows: readonly Window[], title: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  for (const [i, window] of windows.entries()) {
    const path = join(pictures, `${title.replace(/[^\p{L}\p{N}]+/gu, '-')}-${i + 1}.png`);
    await window.page.screenshot({ path });
    console.log(`      See ${path}`);
  }
}

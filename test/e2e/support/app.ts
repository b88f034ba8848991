import { startSession, type Session, type SessionOptions } from './session.ts';
import { Window, type WindowContents } from './window.ts';

/**
 * One VS Code for the tests of a `describe`, and a window of its own for every test. Call it inside `describe`; it returns the
 * way to open a window. Windows are closed after each test.
 */
export function useVSCode(options: SessionOptions = {}): (contents: WindowContents) => Promise<Window> {
  let session: Session | undefined;
  const windows: Window[] = [];
  before(async function () {
    this.timeout(180_000);
    session = await startSession(options);
  });
  afterEach(async () => {
    await Promise.all(windows.splice(0).map((window) => window.close()));
  });
  after(async () => {
    await session?.stop();
  });
  return async (contents) => {
    if (!session) throw new Error('A window can only be opened inside a test.');
    const window = await Window.open(session, contents);
    windows.push(window);
    return window;
  };
}

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import { root } from '../../../scripts/paths.ts';
import { windowAddress, type WindowOptions } from '../../../scripts/vscode/address.ts';
import { installVSCode, type InstalledVSCode } from '../../../scripts/vscode/install.ts';
import { releaseNamed } from '../../../scripts/vscode/releases.ts';
import { installVsix, startVSCode, type RunningVSCode } from '../../../scripts/vscode/server.ts';

/** One VS Code and one browser, for all tests of a file. `dist/` must have been built. */
export interface Session {
  /** Opens a window on a folder of this machine, with the extension from source unless another way was asked for. */
  openPage(window: WindowOptions): Promise<Page>;
  /** A fresh empty folder, gone when the session ends. */
  freshFolder(): Promise<string>;
  readonly server: RunningVSCode;
  stop(): Promise<void>;
}

export interface SessionOptions {
  /** User settings besides the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A packaged extension to install; without it the one in the project folder is loaded from source. */
  readonly vsix?: string;
  /** Size of the windows in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

const say = (line: string): void => console.log(`  ${line}`);

/** Starts a VS Code and a browser; call `stop` at the end, whatever happened. */
export async function startSession(options: SessionOptions = {}): Promise<Session> {
  const vscode = await installVSCode(releaseNamed(process.env['POLICY_NEWSLETTER_VSCODE']), say);
  const home = await mkdtemp(join(tmpdir(), 'policy-newsletter-e2e-'));
  const remove = (): Promise<void> => rm(home, { recursive: true, force: true, maxRetries: 5 });
  let server: RunningVSCode | undefined;
  try {
    server = await startServer(vscode, home, options);
    return await sessionOf(server, await launchBrowser(say), home, options, remove);
  } catch (error) {
    await server?.stop();
    await remove();
    throw error;
  }
}

async function startServer(vscode: InstalledVSCode, home: string, options: SessionOptions): Promise<RunningVSCode> {
  if (options.vsix !== undefined) await installVsix(vscode, home, options.vsix);
  return startVSCode(vscode, { home, settings: options.settings ?? {} });
}

/**
 * All windows share a browser context: VS Code's own files are loaded and compiled once. What a window keeps in the browser (its
 * layout, what was chosen last) is forgotten when the next one opens alone.
 */
async function sessionOf(
  server: RunningVSCode,
  browser: Browser,
  home: string,
  options: SessionOptions,
  remove: () => Promise<void>,
): Promise<Session> {
  const source = options.vsix === undefined ? { extension: root } : {};
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 900 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  let folders = 0;
  return {
    server,
    async openPage(window) {
      const page = await context.newPage();
      const address = windowAddress(server.port, { ...source, ...window });
      if (context.pages().length === 1) await forget(page, new URL(address).origin);
      await page.goto(address);
      await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
      return page;
    },
    async freshFolder() {
      const folder = join(home, String(++folders), 'newsletters');
      await mkdir(folder, { recursive: true });
      return folder;
    },
    async stop() {
      await browser.close();
      await server.stop();
      await remove();
    },
  };
}

/** Empties what the browser keeps for an origin, except for its cache of files. */
async function forget(page: Page, origin: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const storageTypes = 'cookies,indexeddb,local_storage,service_workers,cache_storage,file_systems';
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await browser.detach();
}

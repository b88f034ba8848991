import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { build } from 'esbuild';
import { launchBrowser } from '../../scripts/browser.ts';
import { root } from '../../scripts/paths.ts';
import { windowAddress } from '../../scripts/vscode/address.ts';
import { installVSCode } from '../../scripts/vscode/install.ts';
import { releaseNamed } from '../../scripts/vscode/releases.ts';
import { startVSCode } from '../../scripts/vscode/server.ts';
import { median } from './timing.ts';

const windows = 9;
const longestWait = 60_000;

type Times = Record<string, number>;

/** Activation in the real VS Code, beside that of its Markdown extension: medians over windows. `dist/` must have been built. */
export async function measureActivation(folder: string, tell: (line: string) => void): Promise<Times> {
  const tests = join(folder, 'activation-host.cjs');
  await build({
    entryPoints: [join(root, 'test/bench/activationHost.ts')],
    outfile: tests,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const vscode = await installVSCode(releaseNamed(process.env['POLICY_NEWSLETTER_VSCODE']), tell);
  const home = await mkdtemp(join(tmpdir(), 'policy-newsletter-bench-'));
  const server = await startVSCode(vscode, { home });
  const browser = await launchBrowser(tell);
  try {
    const all: Times[] = [];
    for (let i = 0; i < windows; i++) all.push(await oneWindow(browser, server.port, tests, join(home, `window-${i}`)));
    const keys = Object.keys(all[0] ?? {});
    return Object.fromEntries(keys.map((key) => [key, median(all.map((times) => times[key] ?? NaN))]));
  } finally {
    await browser.close();
    await server.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function oneWindow(browser: Browser, port: number, tests: string, home: string): Promise<Times> {
  const folder = join(home, 'workspace');
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  try {
    await page.goto(windowAddress(port, { folder, extension: root, tests }));
    const written = join(home, 'activation.json');
    for (let waited = 0; !existsSync(written); waited += 50) {
      if (waited > longestWait) throw new Error('The extension host did not tell how long activation took.');
      await wait(50);
    }
    await wait(50);
    const { times, error } = JSON.parse(await readFile(written, 'utf8')) as { times: Times; error: string };
    if (error !== '') throw new Error(error);
    return times;
  } finally {
    await page.close();
  }
}

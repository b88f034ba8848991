import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launchBrowser } from '../browser.ts';
import { cache, root } from '../paths.ts';
import { windowAddress } from '../vscode/address.ts';
import { installVSCode } from '../vscode/install.ts';
import { releaseNamed } from '../vscode/releases.ts';
import { startVSCode } from '../vscode/server.ts';
import { bundleTests, type Host } from './bundleTests.ts';
import { ResultPrinter, type Count } from './report.ts';

/** Longest silence of a run: a test that hangs is told by mocha after one minute, a host that never starts is not. */
const longestSilence = 90_000;

export interface IntegrationOptions {
  /** `oldest` (the default) or `newest`. */
  readonly release?: string | undefined;
  /** Only tests whose full title has this pattern. */
  readonly grep?: string | undefined;
}

/** Runs the integration tests in an extension host of the VS Code from the registry. `dist/` must have been built. */
export async function runIntegration(host: Host, { release, grep }: IntegrationOptions = {}): Promise<Count> {
  const tell = (line: string): void => console.log(`  ${line}`);
  const vscode = await installVSCode(releaseNamed(release), tell);
  const bundle = await bundleTests(host, grep);
  const home = await mkdtemp(join(tmpdir(), 'policy-newsletter-integration-'));
  const folder = join(home, 'workspace');
  await mkdir(folder);
  const extension = host === 'web' ? await stageForWeb() : root;
  const server = await startVSCode(vscode, { home });
  try {
    const tests = host === 'web' ? join(extension, 'dist/test/web/index.js') : bundle;
    return await watch(windowAddress(server.port, { folder, extension, tests }), home, tell);
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function watch(address: string, home: string, tell: (line: string) => void): Promise<Count> {
  const browser = await launchBrowser(tell);
  const console: string[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
    // The compiled parts that an install without scripts lacks are missed loudly and needlessly.
    page.on('console', (message) => {
      if (!/bindings file|watchdog/.test(message.text())) console.push(message.text().slice(0, 600));
    });
    await page.goto(address);
    const printer = new ResultPrinter();
    for (let last = Date.now(); !printer.ended; await wait(100)) {
      if (printer.take(await readIfThere(join(home, 'results.jsonl')))) last = Date.now();
      if (Date.now() - last > longestSilence) {
        throw new Error(
          `Nothing was heard from the extension host for ${longestSilence / 1000} s.\n${console.slice(-15).join('\n')}`,
        );
      }
    }
    return printer.count;
  } finally {
    await browser.close();
  }
}

async function readIfThere(file: string): Promise<string> {
  return existsSync(file) ? readFile(file, 'utf8') : '';
}

/**
 * A copy of the extension as a browser-only VS Code sees it. With `main` in the manifest this VS Code would take the Node host;
 * with `type: module` and no `main` it would take the web bundle for a module.
 */
async function stageForWeb(): Promise<string> {
  const stage = join(cache, 'web-stage');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(stage, 'package.json'), JSON.stringify({ ...manifest, main: undefined, type: undefined }));
  const parts = ['package.nls.json', 'language-configuration.json', 'syntaxes', 'glossary', 'l10n', 'dist'];
  for (const part of parts.filter((name) => existsSync(join(root, name)))) {
    await cp(join(root, part), join(stage, part), { recursive: true });
  }
  return stage;
}

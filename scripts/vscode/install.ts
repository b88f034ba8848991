import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from '../paths.ts';
import { runNpm } from '../processes.ts';
import type { Release } from './releases.ts';

/** A VS Code on this disk, ready to be started. */
export interface InstalledVSCode {
  /** The folder that holds `out/server-main.js`. */
  readonly folder: string;
  /** The Node binary that runs it. */
  readonly node: string;
}

/** Installs a VS Code from the npm registry into the cache, unless it is there already. */
export async function installVSCode(release: Release, tell: (line: string) => void): Promise<InstalledVSCode> {
  const home = await installOnce(`vscode-${release.vscode}`, tell, async (folder) => {
    await install(folder, `code-server@${release.codeServer}`);
    // Its own dependencies come next; npm leaves them out because code-server is a dependency itself.
    await npm(['install', '--omit=dev'], join(folder, 'node_modules/code-server/lib/vscode'));
  });
  return {
    folder: join(home, 'node_modules/code-server/lib/vscode'),
    node: release.node === undefined ? process.execPath : await installNode(release.node, tell),
  };
}

/** The packages `node-PLATFORM-ARCH` are what the package `node` fetches by its install script, which is not run here. */
async function installNode(version: string, tell: (line: string) => void): Promise<string> {
  if (Number.parseInt(process.versions.node) >= Number.parseInt(version)) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const home = await installOnce(`node-${version}`, tell, (folder) => install(folder, `${name}@${version}`));
  return join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Fills `name` in the cache. The work is done in a folder of another name, and renamed when it is whole: a half install, or two
 * at once, never counts as installed.
 */
export async function installOnce(
  name: string,
  tell: (line: string) => void,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(cache, name);
  if (existsSync(target)) return target;
  tell(`Fetching ${name} into .vscode-test (once; about a minute) …`);
  const partial = join(cache, `.partial-${name}-${process.pid}`);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    await fill(partial);
    await rename(partial, target);
  } catch (error) {
    // Another process may have finished the same work first.
    if (!existsSync(target)) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true, maxRetries: 3 });
  }
  return target;
}

async function install(folder: string, what: string): Promise<void> {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) await writeFile(manifest, '{ "private": true }\n');
  await npm(['install', what], folder);
}

async function npm(args: string[], folder: string): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { code, output } = await runNpm([...args, ...quiet], folder);
  if (code === 0) return;
  throw new Error(
    [
      `npm ${args.join(' ')} failed (exit code ${code}).`,
      'It needs the npm registry and about 600 MB of disk. Check the network, the proxy and `npm config get registry`, then try again.',
      output.trim().split('\n').slice(-15).join('\n'),
    ].join('\n'),
  );
}

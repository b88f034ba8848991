import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { hasEnded, run, startTree, stopTree } from '../processes.ts';
import type { InstalledVSCode } from './install.ts';

/** A VS Code that answers on this machine. */
export interface RunningVSCode {
  readonly port: number;
  /** The process that everything of it descends from. */
  readonly pid: number;
  /** Its user data; the logs are in `data/logs`. */
  readonly data: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Where it keeps user data, server data and extensions; a folder of its own. */
  readonly home: string;
  /** Port to listen on; a free one when left out. */
  readonly port?: number;
  /** User settings besides the quiet ones every start has. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Nothing asks, updates, reports or greets; files are saved only when a person saves them. */
const quietSettings = {
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.accounts.experimental.showEntitlements': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'files.autoSave': 'off',
  'git.enabled': false,
};

/** Starts the server and waits until it answers; throws with its output when it does not within a minute. */
export async function startVSCode(vscode: InstalledVSCode, options: ServerOptions): Promise<RunningVSCode> {
  const data = join(options.home, 'data');
  await mkdir(join(data, 'User'), { recursive: true });
  await writeFile(
    join(data, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2),
  );
  const port = options.port ?? (await freePort());
  const address = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const server = startTree(vscode.node, [...program(vscode, options.home), ...address, '--enable-smoke-test-driver'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(),
  });
  let output = '';
  const keep = (piece: Buffer): void => {
    output = (output + piece.toString('utf8')).slice(-4000);
  };
  server.stdout?.on('data', keep);
  server.stderr?.on('data', keep);
  server.on('error', (error) => keep(Buffer.from(String(error))));
  try {
    await untilItAnswers(server, port);
  } catch (error) {
    await stopTree(server);
    throw new Error(`VS Code did not start on port ${port}: ${(error as Error).message}\n${output}`);
  }
  return { port, pid: server.pid ?? 0, data, stop: () => stopTree(server) };
}

/** Copies an unpacked extension to where this VS Code looks for installed ones; it replaces the one that is there. */
export async function placeExtension(home: string, folder: string): Promise<void> {
  const extensions = join(home, 'extensions');
  await cp(folder, join(extensions, basename(folder)), { recursive: true });
  // Without its list of what is installed, VS Code looks into the folders and writes a new one.
  await rm(join(extensions, 'extensions.json'), { force: true });
}

/** Installs a packaged extension as `code --install-extension` does; throws with VS Code's words when it refuses. */
export async function installVsix(vscode: InstalledVSCode, home: string, vsix: string): Promise<void> {
  const args = [...program(vscode, home), '--install-extension', vsix, '--force'];
  const { code, output } = await run(vscode.node, args, { env: cleanEnvironment() });
  if (code !== 0 || /failed installing/i.test(output)) throw new Error(`${vsix} could not be installed:\n${output}`);
}

function program(vscode: InstalledVSCode, home: string): string[] {
  return [
    join(vscode.folder, 'out/server-main.js'),
    '--accept-server-license-terms',
    '--telemetry-level=off',
    ...['--user-data-dir', join(home, 'data')],
    ...['--server-data-dir', join(home, 'server')],
    ...['--extensions-dir', join(home, 'extensions')],
  ];
}

/** A terminal inside VS Code passes on variables that would make this one believe it is that one. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name)),
  );
}

async function untilItAnswers(server: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (hasEnded(server)) throw new Error('it ended at once (is the port taken?)');
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(2000) });
      if (answer.ok && !hasEnded(server)) return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`no answer within a minute (${(error as Error).message})`);
    }
    await wait(100);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (address === null || typeof address === 'string') throw new Error('This machine has no free port.');
  return address.port;
}

import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';

const running = new Set<ChildProcess>();
let watching = false;

/**
 * Starts a program as the head of its own process group and remembers it: whatever way this process ends, that one and all it
 * started end too.
 */
export function startTree(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  watchForTheEnd();
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32', windowsHide: true });
  running.add(child);
  return child;
}

/** Ends a process started by {@link startTree} with everything it started, and waits until it is gone. */
export async function stopTree(child: ChildProcess): Promise<void> {
  const gone = hasEnded(child) ? Promise.resolve() : new Promise((done) => child.once('close', done));
  killTree(child, 'SIGTERM');
  const impatient = setTimeout(() => killTree(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(impatient);
  // The head of the group may be gone before its children are.
  killTree(child, 'SIGKILL');
  running.delete(child);
}

/** True once the process has ended, however it did. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

function killTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the whole group is already gone, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function watchForTheEnd(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of running) killTree(child, 'SIGKILL');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
  }
}

/** What a finished program left behind. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end; its output is collected, or goes to the terminal with `show`. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly show?: boolean } = {},
): Promise<Finished> {
  const { show = false, ...rest } = options;
  const child = startTree(command, args, { stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'], ...rest });
  const pieces: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr?.on('data', (piece: Buffer) => pieces.push(piece));
  const code = await new Promise<number>((done, fail) => {
    child.once('error', fail);
    child.once('close', (exit) => done(exit ?? 1));
  });
  running.delete(child);
  return { code, output: Buffer.concat(pieces).toString('utf8') };
}

/** Runs npm with this machine's Node, whether or not npm is what started us. */
export async function runNpm(args: readonly string[], cwd: string): Promise<Finished> {
  const env = withoutNpmScriptVariables();
  const npm = process.env['npm_execpath'];
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args], { cwd, env });
  return run('npm', args, { cwd, env, shell: process.platform === 'win32' });
}

/** npm tells its scripts about the package they belong to; an npm for another folder must not hear of it. */
function withoutNpmScriptVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local)|^INIT_CWD$/.test(name)),
  );
}

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, tool } from '../paths.ts';
import { run } from '../processes.ts';
import type { Count } from './report.ts';

export interface MochaOptions {
  /** Only tests whose full title has this pattern. */
  readonly grep?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs mocha with a configuration of the project and counts its tests; throws when it ends without having counted. */
export async function runMocha(config: string, style: 'dot' | 'spec', given: MochaOptions = {}): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-newsletter-mocha-'));
  const file = join(folder, 'count.json');
  try {
    const reporter = ['--reporter', join(root, 'scripts/testing/reporter.cjs')];
    const options = ['--reporter-option', `count=${file}`, '--reporter-option', `style=${style}`];
    if (given.grep !== undefined) options.push('--grep', given.grep);
    const { code } = await run(
      process.execPath,
      [tool('mocha/bin/mocha.js'), '--config', config, '--forbid-only', ...reporter, ...options],
      { cwd: root, env: { ...process.env, ...given.env }, show: true },
    );
    if (!existsSync(file)) throw new Error(`mocha --config ${config} broke off (exit code ${code}).`);
    const count = JSON.parse(await readFile(file, 'utf8')) as Count;
    if (code !== 0 && count.failed === 0) throw new Error(`mocha --config ${config} ended with exit code ${code}.`);
    return count;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

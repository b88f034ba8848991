import { join } from 'node:path';
import { root } from './paths.ts';
import { run } from './processes.ts';

/** Bundles the extension into `dist/`; throws with the bundler's messages. */
export async function buildExtension(): Promise<void> {
  const { code, output } = await run(process.execPath, [join(root, 'esbuild.mjs'), '--production'], { cwd: root });
  if (code !== 0) throw new Error(`The extension could not be built:\n${output}`);
}

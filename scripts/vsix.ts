import { root, tool } from './paths.ts';
import { run } from './processes.ts';

/**
 * Packs what `.vscodeignore` lets in, from the bundles as they are in `dist/`; throws with vsce's words. Links in the README stay
 * as they are: VS Code resolves them inside the extension.
 */
export async function packageExtension(file: string): Promise<void> {
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  const { code, output } = await run(process.execPath, [tool('@vscode/vsce/vsce'), ...args], { cwd: root });
  if (code !== 0) throw new Error(`The extension could not be packed:\n${output}`);
}

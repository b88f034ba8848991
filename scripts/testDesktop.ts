// npm run test:desktop: the integration tests in a desktop VS Code, which @vscode/test-electron downloads.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { buildExtension } from './build.ts';
import { cache, root } from './paths.ts';
import { bundleTests } from './testing/bundleTests.ts';
import { ResultPrinter } from './testing/report.ts';

async function main(): Promise<void> {
  const vscodeExecutablePath = await download(process.argv[2] ?? 'stable');
  await buildExtension();
  const extensionTestsPath = await bundleTests('node');
  const home = await mkdtemp(join(tmpdir(), 'policy-newsletter-desktop-'));
  const folder = join(home, 'workspace');
  await mkdir(folder);
  const printer = new ResultPrinter();
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath,
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(home, 'data')],
    }).catch((error: Error) => console.error(error.message));
    const results = join(home, 'results.jsonl');
    if (existsSync(results)) printer.take(await readFile(results, 'utf8'));
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
  if (!printer.ended) throw new Error('The desktop VS Code ended before the tests did.');
  const { passed, failed } = printer.count;
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: cache });
  } catch (error) {
    throw new Error(
      `A desktop VS Code could not be downloaded (${(error as Error).message}). This needs update.code.visualstudio.com; ` +
        '`npm test` runs the same tests in the VS Code from the npm registry.',
    );
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

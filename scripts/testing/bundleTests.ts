import { dirname, join } from 'node:path';
import { mkdir, readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { root } from '../paths.ts';
import { filesBelow } from './files.ts';

/** Where tests run: in the Node extension host, or in the web worker one. */
export type Host = 'node' | 'web';

/**
 * Bundles all integration tests with mocha into one module whose `run()` the extension host calls. Tests named
 * `*.node.test.ts` need Node and stay out of the web worker.
 * With `grep` only those run whose full title has this pattern.
 * @returns the module's path as VS Code wants it
 */
export async function bundleTests(host: Host, grep = ''): Promise<string> {
  const files = filesBelow('test/integration', '.test.ts').filter(
    (file) => host === 'node' || !file.endsWith('.node.test.ts'),
  );
  const entry = [
    `import { runTests } from './test/integration/support/run.ts';`,
    `export const run = () => runTests(() => {`,
    ...files.map((file) => `  require(${JSON.stringify(`./${file}`)});`),
    `});`,
  ];
  // Older VS Code adds .js to whatever else the web worker is told to load.
  const path = join(root, 'dist/test', host, host === 'web' ? 'index.js' : 'index.cjs');
  await mkdir(dirname(path), { recursive: true });
  await build({
    stdin: { contents: entry.join('\n'), resolveDir: root, sourcefile: 'integration-tests.ts', loader: 'ts' },
    outfile: path,
    bundle: true,
    platform: host === 'web' ? 'browser' : 'node',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    plugins: [mochaForBrowsers],
    logLevel: 'warning',
    alias: host === 'web' ? { 'node:assert/strict': join(root, 'test/integration/support/assertInWeb.ts') } : {},
    define: { TEST_HOST: JSON.stringify(host), TEST_GREP: JSON.stringify(grep), global: 'globalThis' },
  });
  return path;
}

/** Mocha's build for browsers is CommonJS in a package of modules: left alone it would overwrite the exports of our bundle. */
const mochaForBrowsers: Plugin = {
  name: 'mocha-for-browsers',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `const module = { exports: {} }, exports = module.exports;\n${await readFile(path, 'utf8')}`,
    }));
  },
};

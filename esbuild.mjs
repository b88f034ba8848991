// Bundles the extension for desktop and web and the preview page, all from one source.
//   node esbuild.mjs [--production] [--watch]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  // Chinese as it is: escaped it takes twice the bytes.
  charset: 'utf8',
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};

/** One extension source; the two hosts differ only in what their runtime offers. @type {import('esbuild').BuildOptions[]} */
export const bundles = [
  {
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist/desktop',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    // Named .js in the manifest: older VS Code adds that to any other name, newer only to one without an ending.
    outdir: 'dist/web',
    platform: 'browser',
    format: 'cjs',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode'],
  },
  {
    // Loaded when first needed, by both hosts: see src/vscode/onDemand.ts.
    ...common,
    entryPoints: {
      commands: 'src/vscode/commands/onDemand.ts',
      'docx-export': 'src/core/features/export/docx.ts',
      'page-export': 'src/core/features/export/index.ts',
      exports: 'src/vscode/export/onDemand.ts',
      'glossary-completion': 'src/vscode/glossaryKeys.ts',
      'glossary-parser': 'src/core/glossary/parse.ts',
      pinyin: 'src/core/features/pinyinInitials.ts',
    },
    outdir: 'dist/on-demand',
    outExtension: { '.js': '.cjs' },
    platform: 'browser',
    format: 'cjs',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode'],
    sourcemap: false,
  },
  {
    ...common,
    entryPoints: {
      preview: 'src/preview/main.ts',
      'preview-styles': 'src/preview/styles/main.css',
      copy: 'src/preview/copy.ts',
    },
    outdir: 'dist/preview',
    platform: 'browser',
    format: 'iife',
  },
  {
    // The page with its layouts, without what stands around it: exported web pages carry it inside.
    ...common,
    stdin: { contents: pageStyles(), resolveDir: 'src/preview/styles', loader: 'css' },
    outfile: 'dist/preview/page.css',
    sourcemap: false,
  },
];

function pageStyles() {
  const imports = readFileSync('src/preview/styles/main.css', 'utf8').split('\n');
  return imports.filter((line) => !line.includes('chrome.css')).join('\n');
}

/** The built-in glossary as one compact file, read at activation: it would double the size of the bundle. */
function writeBuiltinGlossary() {
  const folder = new URL('glossary/builtin/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const entries = files.sort().flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).entries);
  mkdirSync(new URL('dist/glossary/', import.meta.url), { recursive: true });
  writeFileSync(new URL('dist/glossary/builtin.json', import.meta.url), JSON.stringify({ entries }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

async function main() {
  writeBuiltinGlossary();
  if (!watch) {
    await Promise.all(bundles.map((options) => build(options)));
    return;
  }
  const contexts = await Promise.all(bundles.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((one) => one.watch()));
}

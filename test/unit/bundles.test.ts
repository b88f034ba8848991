import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { build, type BuildOptions } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/paths.ts';

const builtin = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);

/** What reaches out of a program to the network, in browsers and in Node. */
const reachesOut = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|RTCPeerConnection)\s*\(/g;

async function bundled(options: BuildOptions) {
  const { metafile, outputFiles } = await build({
    ...options,
    write: false,
    metafile: true,
    minify: false,
    logLevel: 'error',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  const scripts = outputFiles.filter(({ path }) => /\.c?js$/.test(path));
  return { imports, text: scripts.map(({ text }) => text).join('\n') };
}

describe('The bundles', function () {
  this.timeout(120_000);

  it('of every host take nothing from outside but vscode: no module of Node, so the web host runs them and nothing opens a connection', async () => {
    const { bundles } = (await import(pathToFileURL(join(root, 'esbuild.mjs')).href)) as {
      bundles: readonly BuildOptions[];
    };
    for (const options of bundles) {
      const { imports, text } = await bundled(options);
      const name = String(options.outdir);
      assert.deepEqual(
        imports.filter((path) => path !== 'vscode'),
        [],
        name,
      );
      const required = [...text.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1] as string);
      assert.deepEqual(
        required.filter((path) => builtin.has(path)),
        [],
        name,
      );
      assert.deepEqual(text.match(reachesOut) ?? [], [], name);
    }
  });
});

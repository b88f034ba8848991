import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { build, type BuildOptions } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledPackages, noticesFile, noticesText } from '../../scripts/notices.ts';
import { root } from '../../scripts/paths.ts';

const permissive =
  /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|BlueOak-1\.0\.0)(?: (?:AND|OR) [\w.-]+)*\)?$/;
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

  it('hold only packages whose licences allow that, and THIRD-PARTY-NOTICES.txt gives the words of each (npm run notices)', async () => {
    const packages = await bundledPackages();
    for (const { name, license } of packages) assert.match(license, permissive, name);
    assert.ok(
      readFileSync(noticesFile, 'utf8').replace(/\r\n/g, '\n') === noticesText(packages),
      'run npm run notices',
    );
  });
});

describe('The dependencies', () => {
  it('are all named by an exact version', () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    assert.deepEqual(loose, []);
  });
});

// npm run notices: THIRD-PARTY-NOTICES.txt, the licences of everything that is bundled into the extension.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { root } from './paths.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A package in the bundles, with the words of its licence. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** What esbuild takes into the bundles, and the dependencies of those packages: some come bundled themselves (docx). */
export async function bundledPackages(): Promise<readonly Bundled[]> {
  const { bundles } = (await import(pathToFileURL(join(root, 'esbuild.mjs')).href)) as {
    readonly bundles: readonly BuildOptions[];
  };
  const names = new Set<string>();
  for (const options of bundles) {
    const { metafile } = await build({ ...options, write: false, metafile: true, logLevel: 'error' });
    for (const input of Object.keys(metafile.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (name !== undefined) addWithDependencies(name, names);
    }
  }
  return [...names].sort().map(describePackage);
}

function addWithDependencies(name: string, names: Set<string>): void {
  if (names.has(name) || !existsSync(join(root, 'node_modules', name))) return;
  // Declarations of types are no part of a bundle.
  if (name.startsWith('@types/') || name === 'undici-types') return;
  names.add(name);
  for (const dependency of Object.keys(manifestOf(name).dependencies ?? {})) addWithDependencies(dependency, names);
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;
}

function describePackage(name: string): Bundled {
  const folder = join(root, 'node_modules', name);
  const { version, license = '' } = manifestOf(name);
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)/i.test(one));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim();
  return { name, version, license, text };
}

/** The whole file. */
export function noticesText(packages: readonly Bundled[]): string {
  const head = 'Policy Newsletter contains the packages below, each under its own licence.';
  const parts = packages.map(({ name, version, license, text }) =>
    [`${'-'.repeat(80)}\n${name} ${version} (${license})`, text].filter((part) => part !== '').join('\n\n'),
  );
  return `${[head, ...parts].join('\n\n')}\n`;
}

/** Where the notices lie; the packaged extension holds them. */
export const noticesFile = join(root, 'THIRD-PARTY-NOTICES.txt');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(noticesFile, noticesText(await bundledPackages()));
}

// npm run package [FILE]: the extension as a .vsix, from a fresh build.
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildExtension } from './build.ts';
import { root } from './paths.ts';
import { packageExtension } from './vsix.ts';

const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, string>;
const file = resolve(process.argv[2] ?? join(root, `${name}-${version}.vsix`));
await buildExtension();
await packageExtension(file);
console.log(`${file}: ${Math.round(statSync(file).size / 1024)} KB`);

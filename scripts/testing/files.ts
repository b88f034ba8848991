import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../paths.ts';

/** Files below a folder of the project whose names end so, sorted; paths from the root, with slashes. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

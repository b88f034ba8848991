import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtinLayerFrom } from '../core/glossary/builtin.ts';
import type { GlossaryLayer } from '../core/glossary/model.ts';
import { parseGlossary } from '../core/glossary/parse.ts';

const folder = fileURLToPath(new URL('../../glossary/builtin/', import.meta.url));

/**
 * The built-in layer, read from the project's own glossary files in the order of their names.
 * @throws Error where a file cannot be read or an entry of it is broken: these files are part of the product.
 */
export function readBuiltinLayer(): GlossaryLayer {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return builtinLayerFrom(
    files.sort().flatMap((file) => {
      const { entries, broken } = parseGlossary(readFileSync(join(folder, file), 'utf8'), 'json');
      if (broken) throw new Error(`The built-in glossary file ${file} is broken.`);
      return entries;
    }),
  );
}

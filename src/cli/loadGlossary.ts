import { basename, extname } from 'node:path';
import { createGlossary } from '../core/glossary/glossary.ts';
import type { Glossary, GlossaryLayer } from '../core/glossary/model.ts';
import { parseGlossary } from '../core/glossary/parse.ts';
import { formatMessage } from '../core/lint/message.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { readBuiltinLayer } from './builtinGlossary.ts';
import { readText } from './readText.ts';

/**
 * The built-in glossary with the given files in front of it, the first of them nearest. What is wrong in a file is reported
 * with its line; the entries that are sound are used all the same.
 */
export async function loadGlossary(
  files: readonly string[],
  report: (file: string, error: unknown) => void,
): Promise<Glossary> {
  const layers: GlossaryLayer[] = [];
  for (const file of files) {
    try {
      const text = await readText(file);
      const { entries, problems } = parseGlossary(text, extname(file) === '.json' ? 'json' : 'yaml');
      const lines = new LineIndex(text);
      for (const problem of problems) {
        if (problem.severity === 'error') {
          report(`${file}:${lines.lineOf(problem.range.start) + 1}`, formatMessage(problem));
        }
      }
      layers.push({ kind: 'workspace', id: file, label: basename(file), entries });
    } catch (error) {
      report(file, error);
    }
  }
  return createGlossary([...layers, readBuiltinLayer()]);
}

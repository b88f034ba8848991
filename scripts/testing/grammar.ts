import { tool } from '../paths.ts';
import { countPrograms } from './checks.ts';
import { filesBelow } from './files.ts';
import type { Count } from './report.ts';

/**
 * Compares how the grammar marks each page of `test/grammar` with its snapshot (`*.newsletter`), and with the marks written
 * into it (`*.test.newsletter`). Each page is one.
 */
export function runGrammarTests(): Promise<Count> {
  const pages = filesBelow('test/grammar', '.newsletter');
  if (pages.length === 0) throw new Error('test/grammar has no pages.');
  return countPrograms(
    pages.map((page) => {
      const program = page.endsWith('.test.newsletter') ? 'unit.js' : 'snapshot.js';
      return [page, tool('vscode-tmgrammar-test/dist', program), page] as const;
    }),
  );
}

import { findDefinitions } from './abbreviations/definitions.ts';
import { findTermUses } from './abbreviations/uses.ts';
import type { Analysis } from './analysis.ts';
import { countStatistics } from './features/statistics.ts';
import type { Glossary } from './glossary/model.ts';
import { lint, type LintOptions } from './lint/lint.ts';
import { readPage } from './newsletter/readPage.ts';

/**
 * Text and glossary in, everything the features need out: the one way into the core.
 * `raw` is any string, LF or CRLF, well-formed or not; nothing is thrown. `options` says which rules look at it.
 */
export function analyze(raw: string, glossary: Glossary, options: LintOptions = {}): Analysis {
  const { reading, newsletter } = readPage(raw);
  const { definitions, mismatches } = findDefinitions(reading.text, newsletter.blocks);
  const terms = findTermUses(reading.text, newsletter.blocks, definitions, glossary);
  const found = { reading, newsletter, definitions, mismatches, terms };
  return { ...found, findings: lint({ ...found, glossary }, options), statistics: countStatistics(found) };
}

import { findDocumentTerms, type DocumentTerms } from './abbreviations/documentTerms.ts';
import type { Analysis } from './analysis.ts';
import { countStatistics } from './features/statistics.ts';
import type { Glossary } from './glossary/model.ts';
import { lint, type LintOptions } from './lint/lint.ts';
import { readSheetedPage, type SheetedPage } from './newsletter/readPage.ts';

/**
 * Text and glossary in, everything the features need out: the one way into the core.
 * `raw` is any string, LF or CRLF, well-formed or not; nothing is thrown. `options` says which rules look at it.
 */
export function analyze(raw: string, glossary: Glossary, options: LintOptions = {}): Analysis {
  return new Analyzer().analyze(raw, glossary, options);
}

/**
 * Analyses the states of one document one after the other. What a long text has kept since the last state is taken over from there;
 * the result equals that of `analyze` in all its parts.
 */
export class Analyzer {
  #page: SheetedPage | undefined;
  #terms: DocumentTerms | undefined;

  analyze(raw: string, glossary: Glossary, options: LintOptions = {}): Analysis {
    const page = (this.#page = readSheetedPage(raw, this.#page));
    const found = (this.#terms = findDocumentTerms(page.sheets, glossary, this.#terms));
    const { reading, newsletter } = page;
    const { definitions, mismatches, terms } = found;
    const facts = { reading, newsletter, definitions, mismatches, terms };
    return { ...facts, findings: lint({ ...facts, glossary }, options), statistics: countStatistics(facts) };
  }
}

import { findDocumentTerms, type DocumentTerms } from './abbreviations/documentTerms.ts';
import type { Analysis, Statistics } from './analysis.ts';
import { countStatistics } from './features/statistics.ts';
import type { Glossary } from './glossary/model.ts';
import { lintDocument, type DocumentFindings } from './lint/documentFindings.ts';
import type { LintOptions } from './lint/rule.ts';
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
  #findings: DocumentFindings | undefined;

  analyze(raw: string, glossary: Glossary, options: LintOptions = {}): Analysis {
    const { reading, newsletter, sheets } = (this.#page = readSheetedPage(raw, this.#page));
    const found = (this.#terms = findDocumentTerms(sheets, glossary, this.#terms));
    const { definitions, mismatches, terms } = found;
    const facts = { reading, newsletter, definitions, mismatches, terms };
    this.#findings = lintDocument({ ...facts, glossary }, found.sheets, options, this.#findings);
    const { findings } = this.#findings;
    let statistics: Statistics | undefined;
    return {
      ...facts,
      findings,
      // Nobody asks for it while typing.
      get statistics() {
        return (statistics ??= countStatistics(facts));
      },
    };
  }
}

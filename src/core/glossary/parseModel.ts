import type { Message, Severity } from '../lint/model.ts';
import type { TextRange } from '../text/range.ts';

/** How a glossary is written. */
export type GlossaryFormat = 'json' | 'yaml';

/** Something wrong with a glossary file; the range is in UTF-16 offsets of its text. */
export interface GlossaryProblem extends Message {
  readonly severity: Severity;
  readonly range: TextRange;
}

import type { CountMismatch, Definition, TermUse } from './abbreviations/model.ts';
import type { Finding } from './lint/model.ts';
import type { Newsletter } from './newsletter/model.ts';
import type { ReadingText } from './text/readingText.ts';

/** Figures about a page; characters are counted in the reading text, white space aside. */
export interface Statistics {
  readonly characters: number;
  readonly articles: number;
  readonly paragraphs: number;
  readonly headings: number;
  readonly definitions: number;
  readonly terms: number;
  readonly unexplained: number;
}

/** Everything that is known about one text. Ranges are UTF-16 offsets of the reading text unless a type says otherwise. */
export interface Analysis {
  readonly reading: ReadingText;
  readonly newsletter: Newsletter;
  readonly definitions: readonly Definition[];
  readonly mismatches: readonly CountMismatch[];
  /** Sorted by start, not overlapping. */
  readonly terms: readonly TermUse[];
  /** Findings of all rules, repairs aside: those are `repairFindings(reading)`, made when asked for. */
  readonly findings: readonly Finding[];
  readonly statistics: Statistics;
}

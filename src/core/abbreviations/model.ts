import type { TextRange } from '../text/range.ts';

/** One part of a composite: 三美 of 三美两清一更新, with its own items. */
export interface TermPart {
  readonly term: string;
  readonly items: readonly string[];
}

/** What an abbreviation stands for: a flat list, or parts that each have one. Exactly one of the two is not empty. */
export interface Expansion {
  readonly items?: readonly string[];
  readonly parts?: readonly TermPart[];
}

/** The seven forms in which newsletters define an abbreviation; numbers follow the order of frequency in the field. */
export type DefinitionForm =
  'items-before' | 'that-is' | 'bracket' | 'items-of-term' | 'colon' | 'enumeration' | 'appendix';

/** A definition found in the reading text. Ranges are UTF-16 offsets of the reading text. */
export interface Definition extends Expansion {
  /** Without quotation marks. */
  readonly term: string;
  /** The term itself, inside its quotation marks. */
  readonly range: TextRange;
  /** Everything that states the definition, term included. */
  readonly span: TextRange;
  /** The stretch that lists the items. */
  readonly itemsRange: TextRange;
  readonly form: DefinitionForm;
  /** Prose that explains the term where no list does (appendix). */
  readonly explanation?: string;
  /** True where the list has not as many items as the numeral says; there is a `CountMismatch` besides. Any other definition is better. */
  readonly miscounted?: true;
}

/** A list that was clearly meant to define the term but has not as many items as the numeral says. */
export interface CountMismatch {
  readonly term: string;
  /** The composite that the term is a part of: 三多三少 of 三少. */
  readonly whole?: string;
  readonly range: TextRange;
  readonly itemsRange: TextRange;
  readonly expected: number;
  readonly items: readonly string[];
}

/** Where the explanation of a use comes from. */
export type ExplainedBy = 'document' | 'workspace' | 'builtin' | 'composition' | null;

/** One use of an abbreviation in the reading text (range without quotation marks). */
export interface TermUse extends TextRange {
  readonly term: string;
  readonly explainedBy: ExplainedBy;
}

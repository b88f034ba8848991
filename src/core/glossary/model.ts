import type { Expansion } from '../abbreviations/model.ts';

/** How far a meaning reaches. */
export type Scope = 'national' | 'province' | 'city' | 'district' | 'town';

/** The document that states a meaning. */
export interface SourceDocument {
  readonly title: string;
  readonly issuer?: string;
  /** ISO date, or as much of it as is known: `2022`, `2022-10`, `2022-10-16`. */
  readonly date?: string;
  readonly url?: string;
}

/** One meaning of a term. */
export interface Sense extends Expansion {
  /** A sentence in our own words. */
  readonly explanation?: string;
  readonly scope?: Scope;
  readonly place?: string;
  readonly year?: number;
  readonly english?: { readonly text: string; readonly official: boolean };
  readonly source?: SourceDocument;
  /** False where the items rest on general knowledge; absent counts as true. */
  readonly verified?: boolean;
}

/** A term with its senses, as in a glossary file. */
export interface GlossaryEntry {
  readonly term: string;
  readonly aliases?: readonly string[];
  readonly senses: readonly Sense[];
}

/** Where a layer stands: nearer layers are asked first. */
export type LayerKind = 'workspace' | 'harvested' | 'builtin';

/** One source of entries. */
export interface GlossaryLayer {
  readonly kind: LayerKind;
  /** URI of the file for workspace and harvested layers; `builtin` otherwise. */
  readonly id: string;
  /** Name shown to people. */
  readonly label: string;
  readonly entries: readonly GlossaryEntry[];
}

/** A sense together with the layer that holds it. */
export interface RankedSense {
  readonly sense: Sense;
  readonly layer: GlossaryLayer;
  readonly entry: GlossaryEntry;
}

/** What the analysis and the features need to know about all glossaries together. */
export interface Glossary {
  readonly layers: readonly GlossaryLayer[];
  /** Every term and alias of all layers. */
  readonly index: TermIndex;
  /** Senses of a term or alias, nearest layer first and best sense first inside it; empty where unknown. */
  lookup(term: string, context?: LookupContext): readonly RankedSense[];
}

/** Place and time of the document that asks, for ranking. */
export interface LookupContext {
  readonly place?: string;
  readonly year?: number;
}

/** Hits of a search as parallel arrays: `[starts[i], ends[i])` is `terms[i]`. Sorted by start, not overlapping, longest first. */
export interface TermHits {
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Index into `TermIndex.terms`. */
  readonly terms: Int32Array;
}

/** A multi-pattern matcher: leftmost-longest, blind to white space and line breaks inside a term. */
export interface TermIndex {
  readonly terms: readonly string[];
  /** Hits in `text`, UTF-16 offsets. The result is only valid until the next call (its arrays are reused); copy what is kept. */
  findAll(text: string, start?: number, end?: number): TermHits;
}

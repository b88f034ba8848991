/** A card as the page shows it: texts only, in the person's language. */
export interface ShownCard {
  readonly term: string;
  /** Where the explanation comes from, or that there is none. */
  readonly origin: string;
  readonly groups: readonly ShownGroup[];
  readonly explanation?: string;
  readonly english?: string;
  /** 0-based raw line of the definition in this document. */
  readonly line?: number;
  readonly others: readonly { readonly groups: readonly ShownGroup[]; readonly origin: string }[];
}

/** One branch of a card's tree. */
export interface ShownGroup {
  readonly term?: string;
  readonly items: readonly string[];
  readonly origin?: string;
}

/** A finding as a card shows it. */
export interface ShownFinding {
  readonly code: string;
  /** In the person's language. */
  readonly message: string;
  readonly level: 'error' | 'warning' | 'information' | 'hint';
  /** Titles of its fixes, in the person's language. */
  readonly fixes: readonly string[];
}

import type { TextEdit, TextRange } from '../text/range.ts';

/** How loud a finding is; `hint` is the quiet default. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A text shown to people: an English template with `{0}` places, translated by the adapter through VS Code's l10n. */
export interface Message {
  readonly message: string;
  readonly args?: readonly (string | number)[];
}

/** Something worth a look. All ranges are UTF-16 offsets of the raw text. */
export interface Finding extends Message {
  /** `family/kebab-case`, such as `abbreviation/item-count`. */
  readonly code: string;
  readonly severity: Severity;
  readonly range: TextRange;
  readonly related?: readonly (Message & { readonly range: TextRange })[];
  /** Small facts the rule's own fix needs (never shown). */
  readonly data?: Readonly<Record<string, string | number>>;
}

/** One way to mend a finding: edits of the raw text, sorted, not overlapping. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** True for the fix that is taken when everything is fixed at once. */
  readonly preferred?: boolean;
}

import type { Analysis } from '../analysis.ts';
import type { Glossary } from '../glossary/model.ts';
import type { Newsletter } from '../newsletter/model.ts';
import type { TextRange } from '../text/range.ts';
import type { Finding, Fix, Message, Severity } from './model.ts';
import type { Marks } from './marks.ts';
import type { Pairing } from './pairs.ts';

/** What a rule may look at: the analysis without its findings. */
export type LintContext = Omit<Analysis, 'findings' | 'statistics' | 'newsletter'> & {
  readonly newsletter: Pick<Newsletter, 'blocks'>;
  readonly glossary: Glossary;
};

/** What a check sees besides: facts that several rules need, found once. Offsets are UTF-16 offsets of the reading text. */
export interface RuleContext extends LintContext {
  /** Where punctuation marks and half-width signs stand. */
  readonly marks: Marks;
  /** Which quotation marks and brackets belong together. */
  readonly pairing: Pairing;
}

/** What a finding may carry besides its range and message; ranges are UTF-16 offsets of the reading text. */
export interface ReportDetails {
  readonly related?: readonly (Message & { readonly range: TextRange })[];
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Reports a finding at a range of the reading text. */
export type Report = (range: TextRange, message: Message, details?: ReportDetails) => void;

/** Rules for a kind of document that is held to a standard of its own: `official` is GB/T 9704-2012. */
export type LintProfile = 'official';

/** What all rules have: a name, how loud they are, how they mend. */
interface AnyRule {
  /** `family/kebab-case`. */
  readonly code: string;
  readonly defaultSeverity: Severity;
  /** `rule`: only when its code is enabled; `official`: also with that profile. Absent: on. */
  readonly optIn?: 'rule' | LintProfile;
  /** Code of a more general rule whose findings inside a finding of this one say nothing new. */
  readonly supersedes?: string;
  fix?(finding: Finding, context: LintContext): readonly Fix[];
}

/** A rule to which the sheet that a finding stands in is enough: a long text is looked at sheet by sheet (see `readSheetedPage`). */
export interface SheetRule extends AnyRule {
  check(context: RuleContext, report: Report): void;
}

/** What a rule has gathered in a sheet, counted from its start, and the reading offset at which the sheet starts. */
export interface Gathered<Facts> {
  readonly facts: Facts;
  readonly start: number;
}

/** A rule whose findings depend on the whole document. What it gathers is kept for as long as the sheet stays as it is. */
export interface DocumentRule<Facts = unknown> extends AnyRule {
  gather(context: RuleContext): Facts;
  /** Draws the conclusions from all sheets, in order; reports ranges of the whole reading text. */
  conclude(sheets: readonly Gathered<Facts>[], report: Report): void;
}

/** One rule: what it is called, how loud it is, how it looks and how it mends. Deleting its file and its place in the registry removes it. */
export type Rule = SheetRule | DocumentRule;

/** Which rules run. */
export interface LintOptions {
  /** Codes of rules that stay silent. */
  readonly disabled?: ReadonlySet<string>;
  /** Codes of opt-in rules that run. */
  readonly enabled?: ReadonlySet<string>;
  /** Turns on the rules of a profile. */
  readonly profile?: LintProfile | 'none';
}

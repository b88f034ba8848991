import type { Analysis } from '../analysis.ts';
import type { Finding, Fix } from './model.ts';
import type { Glossary } from '../glossary/model.ts';
import type { ReadingText } from '../text/readingText.ts';

/** What a rule may look at: the analysis without its findings. */
export type LintContext = Omit<Analysis, 'findings' | 'statistics'> & { readonly glossary: Glossary };

/** Findings of all rules in raw order. */
export function lint(_context: LintContext): readonly Finding[] {
  return [];
}

/** The fixes of one finding, made when they are asked for. */
export function fixesFor(_finding: Finding, _context: LintContext): readonly Fix[] {
  return [];
}

/** The repairs of a text as findings: neighbouring repairs of one kind make one finding. */
export function repairFindings(_reading: ReadingText): readonly Finding[] {
  return [];
}

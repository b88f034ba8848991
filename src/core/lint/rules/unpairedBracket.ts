import type { Rule } from '../rule.ts';
import { reportUnpaired, unpairedFixes } from '../unpaired.ts';

/** A bracket or book title mark without its partner in the block (GB/T 15834-2011, 4.9 and 4.15). */
export const unpairedBracket: Rule = {
  code: 'punctuation/unpaired-bracket',
  defaultSeverity: 'information',
  check: (context, report) => reportUnpaired(context, report, true),
  fix: unpairedFixes,
};

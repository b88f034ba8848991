import type { Rule } from '../rule.ts';
import { reportUnpaired, unpairedFixes } from '../unpaired.ts';

/** A quotation mark without its partner in the block (GB/T 15834-2011, 4.8); a quotation of several paragraphs is no error. */
export const unpairedQuote: Rule = {
  code: 'punctuation/unpaired-quote',
  defaultSeverity: 'information',
  check: (context, report) => reportUnpaired(context, report, false),
  fix: unpairedFixes,
};

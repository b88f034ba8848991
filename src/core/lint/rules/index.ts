import type { Rule } from '../rule.ts';
import { commaBetweenQuotes } from './commaBetweenQuotes.ts';
import { conflictingDefinition } from './conflictingDefinition.ts';
import { halfWidthMark } from './halfWidthMark.ts';
import { itemCount } from './itemCount.ts';
import { missingQuote } from './missingQuote.ts';
import { numberingSkipped } from './numberingSkipped.ts';
import { officialArabicNumber } from './officialArabicNumber.ts';
import { officialDocumentNumber } from './officialDocumentNumber.ts';
import { officialNumberMark } from './officialNumberMark.ts';
import { repeatedMark } from './repeatedMark.ts';
import { unexplained } from './unexplained.ts';
import { unpairedBracket } from './unpairedBracket.ts';
import { unpairedQuote } from './unpairedQuote.ts';
import { unusedDefinition } from './unusedDefinition.ts';
import { wavePercent } from './wavePercent.ts';

/** All rules. A rule's file and its line here are everything there is to it. */
export const rules: readonly Rule[] = [
  itemCount,
  unexplained,
  conflictingDefinition,
  unusedDefinition,
  missingQuote,
  unpairedQuote,
  unpairedBracket,
  halfWidthMark,
  repeatedMark,
  commaBetweenQuotes,
  wavePercent,
  numberingSkipped,
  officialNumberMark,
  officialArabicNumber,
  officialDocumentNumber,
];

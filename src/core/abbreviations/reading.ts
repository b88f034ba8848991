import type { TextRange } from '../text/range.ts';
import type { Fit } from './fit.ts';
import type { DefinitionForm } from './model.ts';

/** What one form makes of a candidate; `strong` where the text clearly means to define it, so that a miscount is worth a word. */
export interface Reading {
  readonly form: DefinitionForm;
  readonly fit: Fit;
  readonly strong: boolean;
  readonly itemsRange: TextRange;
  readonly spanStart: number;
  readonly spanEnd: number;
}

/** True where every item of a list holds what the term counts. */
export function allHold(fit: Fit, noun: string): boolean {
  return noun !== '' && fit.kind === 'exact' && fit.items?.every((item) => item.includes(noun)) === true;
}

/** True where all items open with what the term counts, or all end with it. */
export const sharesEnd = (items: readonly string[], noun: string): boolean =>
  items.every((item) => item.startsWith(noun)) || items.every((item) => item.endsWith(noun));

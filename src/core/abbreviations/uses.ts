import type { Glossary } from '../glossary/model.ts';
import type { Block } from '../newsletter/model.ts';
import type { Definition, TermUse } from './model.ts';

/** Every use of an abbreviation in a reading text, with where its explanation comes from; sorted, not overlapping. */
export function findTermUses(
  _text: string,
  _blocks: readonly Block[],
  _definitions: readonly Definition[],
  _glossary: Glossary,
): readonly TermUse[] {
  return [];
}

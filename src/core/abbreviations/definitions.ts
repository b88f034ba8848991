import type { Block } from '../newsletter/model.ts';
import type { CountMismatch, Definition } from './model.ts';

/** What a text states about its abbreviations. */
export interface FoundDefinitions {
  readonly definitions: readonly Definition[];
  readonly mismatches: readonly CountMismatch[];
}

/** Finds the definitions a reading text states; blocks and results are sorted by start. */
export function findDefinitions(_text: string, _blocks: readonly Block[]): FoundDefinitions {
  return { definitions: [], mismatches: [] };
}

import type { Block } from '../newsletter/model.ts';
import { findAppendix } from './appendix.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { readEnumeration } from './enumeration.ts';
import { readBracket, readLinked, type Reading } from './formsAfter.ts';
import { readBefore } from './formsBefore.ts';
import type { CountMismatch, Definition } from './model.ts';

/** What a text states about its abbreviations. */
export interface FoundDefinitions {
  readonly definitions: readonly Definition[];
  readonly mismatches: readonly CountMismatch[];
}

/** Finds the definitions a reading text states; blocks and results are sorted by start. */
export function findDefinitions(text: string, blocks: readonly Block[]): FoundDefinitions {
  const appendix = findAppendix(text, blocks);
  const definitions: Definition[] = [...appendix.definitions];
  const mismatches: CountMismatch[] = [...appendix.mismatches];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'jump' || block.kind === 'furniture' || appendix.blocks.has(index)) continue;
    for (const candidate of findCandidates(text, block)) {
      const found = readCandidate(text, blocks, index, candidate);
      if (found?.fit.kind === 'exact') definitions.push(toDefinition(candidate, found));
      else if (found?.fit.kind === 'short') {
        mismatches.push(toMismatch(candidate, found, found.fit.items));
        definitions.push({ ...toDefinition(candidate, found), miscounted: true });
      }
    }
  }
  const byStart = (a: { range: { start: number } }, b: { range: { start: number } }): number =>
    a.range.start - b.range.start;
  return { definitions: definitions.sort(byStart), mismatches: mismatches.sort(byStart) };
}

/** The first form that fits; without one, a miscount that a strong form shows. */
function readCandidate(text: string, blocks: readonly Block[], index: number, candidate: Candidate): Reading | null {
  const block = blocks[index] as Block;
  let miscount: Reading | null = null;
  for (const read of [
    () => readBracket(text, candidate, block.end),
    () => readLinked(text, candidate, block.end),
    () => readEnumeration(text, blocks, index, candidate),
    () => readBefore(text, candidate, block.start),
  ]) {
    const reading = read();
    if (reading?.fit.kind === 'exact') return reading;
    if (reading?.fit.kind === 'short' && reading.strong && candidate.numeric && !candidate.numeric.loose)
      miscount ??= reading;
  }
  return miscount;
}

function toDefinition(candidate: Candidate, { form, fit, itemsRange, spanStart, spanEnd }: Reading): Definition {
  const { term, range } = candidate;
  const base = { term, range, span: { start: spanStart, end: spanEnd }, itemsRange, form };
  if (fit.kind === 'none') return { ...base, items: [] };
  return fit.parts ? { ...base, parts: fit.parts } : { ...base, items: fit.items ?? [] };
}

function toMismatch(
  { term, range, numeric }: Candidate,
  { itemsRange }: Reading,
  items: readonly string[],
): CountMismatch {
  return { term, range, itemsRange, expected: numeric?.expected ?? 0, items };
}

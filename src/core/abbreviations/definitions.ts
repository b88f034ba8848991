import type { Block } from '../newsletter/model.ts';
import { closed, findAppendix, type AppendixState } from './appendix.ts';
import { bareComposites } from './bareComposites.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { readEnumeration } from './enumeration.ts';
import type { Fit } from './fit.ts';
import { readBracket, readLinked } from './formsAfter.ts';
import { sharesEnd, type Reading } from './reading.ts';
import { readBefore } from './formsBefore.ts';
import { readPiecesBelow } from './formsLoose.ts';
import { readLedSentences } from './ledSentences.ts';
import { readJoint } from './formsJoint.ts';
import { namesPeople } from './items.ts';
import { mismatchOf } from './mismatch.ts';
import type { CountMismatch, Definition, TermPart } from './model.ts';
import { countedNoun } from './numerals.ts';
import { readRecalled } from './recalled.ts';

/** What a text states about its abbreviations. */
export interface FoundDefinitions {
  readonly definitions: readonly Definition[];
  readonly mismatches: readonly CountMismatch[];
}

/** What a stretch of a text states, with what the stretch behind it and the search for uses need to know. */
export interface StretchDefinitions extends FoundDefinitions {
  /** The quoted words of every block, by its index. */
  readonly candidates: readonly (readonly Candidate[])[];
  /** State of an appendix that may go on behind it. */
  readonly appendix: AppendixState;
}

/** Finds the definitions a reading text states; blocks and results are sorted by start. */
export function findDefinitions(text: string, blocks: readonly Block[]): FoundDefinitions {
  const { definitions, mismatches } = definitionsIn(text, blocks, closed);
  return { definitions, mismatches };
}

/** Finds the definitions of a stretch of a text; `before` is the state of an appendix that may have begun in front of it. */
export function definitionsIn(text: string, blocks: readonly Block[], before: AppendixState): StretchDefinitions {
  const appendix = findAppendix(text, blocks, before);
  const candidates = candidatesOf(text, blocks);
  const definitions: Definition[] = [...appendix.definitions];
  const mismatches: CountMismatch[] = [...appendix.mismatches];
  for (const [index, quoted] of candidates.entries()) {
    if (appendix.blocks.has(index)) continue;
    for (const candidate of bareComposites(text, blocks[index] as Block)) {
      const found = readBracket(text, candidate, (blocks[index] as Block).end);
      if (found?.fit.kind === 'exact' && found.fit.parts?.every(opensItems))
        definitions.push(toDefinition(candidate, found));
    }
    if (quoted.length === 0) continue;
    for (const candidate of quoted) {
      const found = readCandidate(text, blocks, index, candidate);
      if (found?.fit.kind === 'exact') definitions.push(toDefinition(candidate, found));
      else if (found?.fit.kind === 'short') {
        mismatches.push(mismatchOf(candidate, found.itemsRange, found.fit));
        definitions.push({ ...toDefinition(candidate, found), miscounted: true });
      }
    }
  }
  const byStart = (a: { range: { start: number } }, b: { range: { start: number } }): number =>
    a.range.start - b.range.start;
  return {
    definitions: definitions.sort(byStart),
    mismatches: mismatches.sort(byStart),
    candidates,
    appendix: appendix.state,
  };
}

type Reader = (text: string, blocks: readonly Block[], index: number, candidate: Candidate) => Reading | null;

/** The forms in the order in which they are believed. */
const readers: readonly Reader[] = [
  (text, blocks, index, candidate) => readJoint(text, candidate, (blocks[index] as Block).end),
  (text, blocks, index, candidate) => readBracket(text, candidate, (blocks[index] as Block).end),
  (text, blocks, index, candidate) => readLinked(text, candidate, (blocks[index] as Block).end),
  readEnumeration,
  readPiecesBelow,
  readLedSentences,
  (text, blocks, index, candidate) => readBefore(text, candidate, (blocks[index] as Block).start),
  (text, blocks, index, candidate) => readRecalled(text, candidate, (blocks[index] as Block).start),
];

/** The first form that fits; without one, a miscount that a strong form shows. */
function readCandidate(text: string, blocks: readonly Block[], index: number, candidate: Candidate): Reading | null {
  let miscount: Reading | null = null;
  for (const read of readers) {
    const reading = read(text, blocks, index, candidate);
    if (reading === null || ('items' in reading.fit && namesPeople(reading.fit.items ?? []))) continue;
    if (reading.fit.kind === 'exact') return reading;
    if (reading.fit.kind === 'short' && reading.strong && mayMiscount(candidate, reading.fit)) miscount ??= reading;
  }
  return miscount;
}

/** 四不: 不发通知, 不打招呼. Two villages (两村) are counted, not named so. */
const opensItems = ({ term, items }: TermPart): boolean => items.every((item) => item[0] === countedNoun(term)[0]);

/** Set phrases and words with something in front of the numeral (门前五包) may count otherwise, unless every item opens or ends with what is counted. */
function mayMiscount({ term, numeric }: Candidate, { items, off }: Fit & { kind: 'short' }): boolean {
  if (off !== undefined || !numeric?.loose) return numeric !== null;
  const noun = countedNoun(term);
  const [only] = numeric.parts;
  const counts = numeric.parts.length === 1 && (only?.count ?? 0) > 1 && noun !== '' && items.length > 2;
  return counts && sharesEnd(items, noun);
}

function toDefinition(candidate: Candidate, { form, fit, itemsRange, spanStart, spanEnd }: Reading): Definition {
  const { term, range } = candidate;
  const base = { term, range, span: { start: spanStart, end: spanEnd }, itemsRange, form };
  if (fit.kind === 'none') return { ...base, items: [] };
  return fit.parts ? { ...base, parts: fit.parts } : { ...base, items: fit.items ?? [] };
}

import type { Glossary } from '../glossary/model.ts';
import type { PlacedSheet } from '../newsletter/placedSheet.ts';
import { movedRange } from '../text/range.ts';
import { closed, type AppendixState } from './appendix.ts';
import { definitionsIn, type StretchDefinitions } from './definitions.ts';
import type { CountMismatch, Definition, TermUse } from './model.ts';
import { namingsOf, ownTermsOf, usesIn, type Naming, type OwnTerms, type StretchUses } from './uses.ts';

/** The abbreviations of a document: all ranges are UTF-16 offsets of its reading text, all lists sorted by start. */
export interface DocumentTerms {
  readonly definitions: readonly Definition[];
  readonly mismatches: readonly CountMismatch[];
  readonly terms: readonly TermUse[];
  readonly own: OwnTerms;
  /** What was found in each sheet, for the next reading of a text that shares sheets with this one. */
  readonly sheets: readonly SheetTerms[];
}

/** What one sheet defines, counted from its start; `before` is the state of an appendix in front of it. */
export interface SheetDefinitions extends StretchDefinitions {
  readonly placed: PlacedSheet;
  readonly before: AppendixState;
  readonly namings: readonly Naming[];
}

/** What one sheet says, counted from its start, and its place. */
export interface SheetTerms {
  readonly glossary: Glossary;
  readonly found: SheetDefinitions;
  readonly used: StretchUses;
  /** The same with the offsets of the whole text. */
  readonly definitions: readonly Definition[];
  readonly mismatches: readonly CountMismatch[];
  readonly terms: readonly TermUse[];
}

/**
 * Finds the abbreviations of a document sheet by sheet. What was found in a sheet that `before` had too is taken over where nothing
 * else in the document changes it: the result is the same without `before`, only later.
 */
export function findDocumentTerms(
  sheets: readonly PlacedSheet[],
  glossary: Glossary,
  before?: DocumentTerms,
): DocumentTerms {
  const known = new Map(before?.sheets.map((one) => [one.found.placed.sheet, one]));
  let appendix = closed;
  const found = sheets.map((placed) => {
    const definitions = findInSheet(placed, appendix, known.get(placed.sheet)?.found);
    appendix = definitions.appendix;
    return definitions;
  });
  const own = ownTermsOf(found.flatMap((one) => one.namings));
  const changed = before?.sheets[0]?.glossary === glossary ? changedNames(own, before.own) : undefined;
  const terms = found.map((one) => termsOf(one, own, glossary, changed, known.get(one.placed.sheet)));
  return {
    definitions: joined(terms.map((one) => one.definitions)),
    mismatches: joined(terms.map((one) => one.mismatches)),
    terms: joined(terms.map((one) => one.terms)),
    own,
    sheets: terms,
  };
}

function joined<One>(lists: readonly (readonly One[])[]): readonly One[] {
  // Much faster than `flat` for so many.
  return lists.length === 1 ? (lists[0] as readonly One[]) : ([] as One[]).concat(...lists);
}

function findInSheet(
  placed: PlacedSheet,
  before: AppendixState,
  known: SheetDefinitions | undefined,
): SheetDefinitions {
  const same = known?.before.misses === before.misses && known.before.last === before.last;
  if (same && known.placed === placed) return known;
  if (same && known.placed.ownBlocks === placed.ownBlocks) return { ...known, placed };
  const found = definitionsIn(placed.sheet.reading.text, placed.ownBlocks, before);
  return { ...found, placed, before, namings: namingsOf(found.definitions) };
}

/** The names that are no longer, or newly, the document's own, or are so in another way. */
function changedNames(now: OwnTerms, before: OwnTerms): readonly string[] {
  const changed: string[] = [];
  for (const name of now.expansions.keys()) if (kindOf(name, now) !== kindOf(name, before)) changed.push(name);
  for (const name of before.expansions.keys()) if (!now.expansions.has(name)) changed.push(name);
  return changed;
}

/** All that the uses of a name depend on: whether it is known, as what, and whether something is known of it. */
function kindOf(name: string, { expansions, defined }: OwnTerms): number {
  const expansion = expansions.get(name);
  if (!expansion) return 0;
  const listed = expansion.parts?.length ? 4 : expansion.items?.length ? 2 : 1;
  return listed + (defined.has(name) ? 8 : 0);
}

function termsOf(
  found: SheetDefinitions,
  own: OwnTerms,
  glossary: Glossary,
  changed: readonly string[] | undefined,
  before: SheetTerms | undefined,
): SheetTerms {
  const { text } = found.placed.sheet.reading;
  const sameWords = before && changed && before.found.candidates === found.candidates;
  const touched = sameWords && changed.some((name) => before.used.asked.has(name) || text.includes(name));
  const used = sameWords && !touched ? before.used : usesIn(text, found.candidates, own, glossary);
  if (before && used === before.used && found === before.found && glossary === before.glossary) return before;
  const by = found.placed.readingStart;
  const stays = before?.found.placed.readingStart === by;
  return {
    glossary,
    found,
    used,
    definitions:
      stays && before.found.definitions === found.definitions
        ? before.definitions
        : moved(found.definitions, by, movedDefinition),
    mismatches:
      stays && before.found.mismatches === found.mismatches
        ? before.mismatches
        : moved(found.mismatches, by, movedMismatch),
    terms: stays && before.used === used ? before.terms : moved(used.uses, by, movedUse),
  };
}

function moved<One>(list: readonly One[], by: number, move: (one: One, by: number) => One): readonly One[] {
  return by === 0 ? list : list.map((one) => move(one, by));
}

const movedUse = ({ start, end, term, explainedBy }: TermUse, by: number): TermUse => ({
  start: start + by,
  end: end + by,
  term,
  explainedBy,
});

const movedMismatch = (one: CountMismatch, by: number): CountMismatch => ({
  ...one,
  range: movedRange(one.range, by),
  itemsRange: movedRange(one.itemsRange, by),
});

const movedDefinition = (one: Definition, by: number): Definition => ({
  ...one,
  range: movedRange(one.range, by),
  span: movedRange(one.span, by),
  itemsRange: movedRange(one.itemsRange, by),
});

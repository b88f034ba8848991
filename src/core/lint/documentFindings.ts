import type { SheetTerms } from '../abbreviations/documentTerms.ts';
import { activeRules, findingsOf, mergeFindings } from './lint.ts';
import { scanMarks, type Marks } from './marks.ts';
import type { Finding } from './model.ts';
import { pairMarks, type Pairing } from './pairs.ts';
import type { LintContext, LintOptions, Rule, RuleContext } from './rule.ts';

/** The findings of a document, with what was found in each sheet for the next reading of it. */
export interface DocumentFindings {
  readonly findings: readonly Finding[];
  readonly sheets: readonly SheetFindings[];
}

/** What the rules for sheets say of one; offsets count from its start but for `moved`. */
interface SheetFindings {
  readonly terms: SheetTerms;
  /** The rules that looked at it. */
  readonly active: readonly Rule[];
  readonly pairing: Pairing;
  readonly byRule: readonly (readonly Finding[])[];
  /** The same with the raw offsets of the whole text. */
  readonly moved: readonly (readonly Finding[])[];
}

/**
 * Looks at a document sheet by sheet, and as a whole with the rules that need it. What was found in a sheet that `before` had too is
 * taken over: the result is the same without `before`, only later.
 */
export function lintDocument(
  context: LintContext,
  sheets: readonly SheetTerms[],
  options: LintOptions,
  before?: DocumentFindings,
): DocumentFindings {
  const active = activeRules(options);
  const forSheets = active.filter((rule) => !rule.scope);
  const known = new Map(before?.sheets.map((one) => [one.terms.found.placed.sheet, one]));
  const looked = sheets.map((terms) =>
    lintSheet(terms, context.glossary, forSheets, known.get(terms.found.placed.sheet)),
  );
  const byCode = new Map(
    forSheets.map((rule, i) => [rule.code, looked.flatMap((one) => one.moved[i] as readonly Finding[])] as const),
  );
  const whole = wholeContext(context, looked);
  for (const rule of active) if (rule.scope) byCode.set(rule.code, [...findingsOf(rule, whole)]);
  return { findings: mergeFindings(active, byCode), sheets: looked };
}

function lintSheet(
  terms: SheetTerms,
  glossary: LintContext['glossary'],
  active: readonly Rule[],
  before: SheetFindings | undefined,
): SheetFindings {
  const { placed } = terms.found;
  const same = before && sameFacts(terms, before.terms) && sameRules(active, before.active) ? before : undefined;
  const made = same ?? lookAt(terms, glossary, active);
  const stays = same?.terms.found.placed.rawStart === placed.rawStart;
  const moved = stays
    ? made.moved
    : made.byRule.map((findings) => findings.map((one) => movedBy(one, placed.rawStart)));
  return { ...made, terms, active, moved };
}

function sameFacts(a: SheetTerms, b: SheetTerms): boolean {
  return (
    a.glossary === b.glossary &&
    a.used === b.used &&
    a.found.definitions === b.found.definitions &&
    a.found.mismatches === b.found.mismatches &&
    a.found.placed.ownBlocks === b.found.placed.ownBlocks
  );
}

const sameRules = (a: readonly Rule[], b: readonly Rule[]) =>
  a.length === b.length && a.every((rule, i) => rule === b[i]);

function lookAt(
  { found, used }: SheetTerms,
  glossary: LintContext['glossary'],
  active: readonly Rule[],
): Pick<SheetFindings, 'pairing' | 'byRule' | 'moved'> {
  const { reading } = found.placed.sheet;
  const blocks = found.placed.ownBlocks;
  const marks = scanMarks(reading.text);
  const pairing = pairMarks(reading.text, blocks, marks.pairs);
  const { definitions, mismatches } = found;
  const context = {
    reading,
    newsletter: { blocks },
    definitions,
    mismatches,
    terms: used.uses,
    glossary,
    marks,
    pairing,
  };
  const byRule = active.map((rule) => findingsOf(rule, context));
  return { pairing, byRule, moved: byRule };
}

function movedBy(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { range, related } = finding;
  const moved = { ...finding, range: { start: range.start + by, end: range.end + by } };
  if (!related) return moved;
  const places = related.map((place) => ({
    ...place,
    range: { start: place.range.start + by, end: place.range.end + by },
  }));
  return { ...moved, related: places };
}

/** What the rules for the whole document see. */
function wholeContext(context: LintContext, sheets: readonly SheetFindings[]): RuleContext {
  let marks: Marks | undefined;
  let pairing: Pairing | undefined;
  return {
    ...context,
    get marks() {
      return (marks ??= scanMarks(context.reading.text));
    },
    get pairing() {
      return (pairing ??= joinedPairing(sheets));
    },
  };
}

function joinedPairing(sheets: readonly SheetFindings[]): Pairing {
  const unpaired: Pairing['unpaired'][number][] = [];
  for (const { pairing, terms } of sheets) {
    const by = terms.found.placed.readingStart;
    for (const mark of pairing.unpaired) unpaired.push({ ...mark, offset: mark.offset + by });
  }
  return {
    unpaired,
    // A pair for every quotation: made where a rule wants it.
    get outermost() {
      return sheets.flatMap(({ pairing, terms }) =>
        pairing.outermost.map((at) => at + terms.found.placed.readingStart),
      );
    },
  };
}

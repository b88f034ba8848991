import type { SheetTerms } from '../abbreviations/documentTerms.ts';
import { activeRules, findingsIn, findingsOver, isDocumentRule, mergeFindings } from './lint.ts';
import { scanMarks } from './marks.ts';
import type { Finding } from './model.ts';
import { pairMarks } from './pairs.ts';
import type { LintContext, LintOptions, Rule } from './rule.ts';

/** The findings of a document, with what was found in each sheet for the next reading of it. */
export interface DocumentFindings {
  readonly findings: readonly Finding[];
  readonly sheets: readonly SheetFindings[];
}

/** What the rules say of one sheet; offsets count from its start but for `moved`. */
interface SheetFindings {
  readonly terms: SheetTerms;
  /** The rules that looked at it. */
  readonly active: readonly Rule[];
  /** The findings of the rules for sheets. */
  readonly byRule: readonly (readonly Finding[])[];
  /** What the rules for the whole document have gathered. */
  readonly gathered: readonly unknown[];
  /** The same with the raw offsets of the whole text. */
  readonly moved: readonly (readonly Finding[])[];
}

/**
 * Looks at a document sheet by sheet, and lets the rules that need all of it conclude from what they gathered. What was found in a sheet that `before` had too is
 * taken over: the result is the same without `before`, only later.
 */
export function lintDocument(
  context: LintContext,
  sheets: readonly SheetTerms[],
  options: LintOptions,
  before?: DocumentFindings,
): DocumentFindings {
  const active = activeRules(options);
  const known = new Map(before?.sheets.map((one) => [one.terms.found.placed.sheet, one]));
  const looked = sheets.map((terms) => lintSheet(terms, context.glossary, active, known.get(terms.found.placed.sheet)));
  const byCode = new Map<string, readonly Finding[]>();
  for (const [i, rule] of active.filter((one) => !isDocumentRule(one)).entries())
    byCode.set(
      rule.code,
      looked.flatMap((one) => one.moved[i] as readonly Finding[]),
    );
  for (const [i, rule] of active.filter(isDocumentRule).entries()) {
    const sheets = looked.map(({ gathered, terms }) => ({
      facts: gathered[i],
      start: terms.found.placed.readingStart,
    }));
    byCode.set(rule.code, findingsOver(rule, sheets, context.reading));
  }
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
  if (same?.terms === terms) return same;
  const made = same ?? lookAt(terms, glossary, active);
  const stays = same?.terms.found.placed.rawStart === placed.rawStart;
  const moved = stays ? made.moved : made.byRule.map((findings) => movedFindings(findings, placed.rawStart));
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
): Pick<SheetFindings, 'byRule' | 'gathered' | 'moved'> {
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
  const byRule = active.flatMap((rule) => (isDocumentRule(rule) ? [] : [findingsIn(rule, context)]));
  const gathered = active.filter(isDocumentRule).map((rule) => rule.gather(context));
  return { byRule, gathered, moved: byRule };
}

function movedFindings(findings: readonly Finding[], by: number): readonly Finding[] {
  return by === 0 || findings.length === 0 ? findings : findings.map((one) => movedBy(one, by));
}

function movedBy(finding: Finding, by: number): Finding {
  const { range, related } = finding;
  const moved = { ...finding, range: { start: range.start + by, end: range.end + by } };
  if (!related) return moved;
  const places = related.map((place) => ({
    ...place,
    range: { start: place.range.start + by, end: place.range.end + by },
  }));
  return { ...moved, related: places };
}

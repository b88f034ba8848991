import type { ReadingText } from '../text/readingText.ts';
import type { Finding, Fix } from './model.ts';
import { scanMarks } from './marks.ts';
import { pairMarks } from './pairs.ts';
import { repairFixes } from './repairFindings.ts';
import type { DocumentRule, Gathered, LintContext, LintOptions, Report, Rule, RuleContext, SheetRule } from './rule.ts';
import { rules } from './rules/index.ts';

export { firstRepairFindings, repairFindings } from './repairFindings.ts';
export type { LintContext, LintOptions } from './rule.ts';

/** A rule that speaks this often on one page has said what it has to say. */
const mostFindings = 1000;

function runs(rule: Rule, options: LintOptions): boolean {
  if (options.disabled?.has(rule.code)) return false;
  if (!rule.optIn || options.enabled?.has(rule.code)) return true;
  return rule.optIn === options.profile;
}

/** The rules that `options` lets run, in the order of the registry. */
export function activeRules(options: LintOptions): readonly Rule[] {
  return rules.filter((rule) => runs(rule, options));
}

/** True for a rule that needs the whole document. */
export function isDocumentRule(rule: Rule): rule is DocumentRule {
  return 'gather' in rule;
}

/** What a rule finds in a sheet, in raw order. */
export function findingsIn(rule: SheetRule, context: RuleContext): readonly Finding[] {
  return findingsOf(rule, context.reading, (report) => {
    rule.check(context, report);
  });
}

/** What a rule finds in a document, in raw order. */
export function findingsOver(
  rule: DocumentRule,
  sheets: readonly Gathered<unknown>[],
  reading: ReadingText,
): readonly Finding[] {
  return findingsOf(rule, reading, (report) => {
    rule.conclude(sheets, report);
  });
}

function findingsOf(rule: Rule, reading: ReadingText, look: (report: Report) => void): readonly Finding[] {
  const findings: Finding[] = [];
  const report: Report = (range, { message, args }, { related, data } = {}) => {
    if (findings.length >= mostFindings) return;
    findings.push({
      code: rule.code,
      severity: rule.defaultSeverity,
      message,
      ...(args && { args }),
      range: reading.rawRange(range),
      ...(related && { related: related.map((place) => ({ ...place, range: reading.rawRange(place.range) })) }),
      ...(data && { data }),
    });
  };
  look(report);
  return findings.length > 1 ? findings.sort((a, b) => a.range.start - b.range.start) : findings;
}

/** Drops the findings of a general rule that lie inside those of a more telling one. Both lists are in raw order. */
function dropSuperseded(general: readonly Finding[], telling: readonly Finding[]): readonly Finding[] {
  let at = 0;
  return general.filter(({ range }) => {
    while (at < telling.length && (telling[at] as Finding).range.end < range.end) at++;
    const over = telling[at];
    return !over || over.range.start > range.start;
  });
}

/** The findings of all rules as one list in raw order: none that says nothing new beside another, and not too many of a kind. */
export function mergeFindings(active: readonly Rule[], byCode: Map<string, readonly Finding[]>): readonly Finding[] {
  for (const { code, supersedes } of active) {
    const general = supersedes && byCode.get(supersedes);
    if (general) byCode.set(supersedes, dropSuperseded(general, byCode.get(code) ?? []));
  }
  const lists = active.map(({ code }) => (byCode.get(code) ?? []).slice(0, mostFindings));
  return lists.flat().sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Findings of all rules that `options` lets run, in raw order; without options those that are on by default. */
export function lint(context: LintContext, options: LintOptions = {}): readonly Finding[] {
  const { text } = context.reading;
  const marks = scanMarks(text);
  const shared: RuleContext = { ...context, marks, pairing: pairMarks(text, context.newsletter.blocks, marks.pairs) };
  const active = activeRules(options);
  const found = (rule: Rule) =>
    isDocumentRule(rule)
      ? findingsOver(rule, [{ facts: rule.gather(shared), start: 0 }], shared.reading)
      : findingsIn(rule, shared);
  return mergeFindings(active, new Map(active.map((rule) => [rule.code, found(rule)])));
}

/** The fixes of one finding of `lint` or `repairFindings`, made when they are asked for. */
export function fixesFor(finding: Finding, context: LintContext): readonly Fix[] {
  if (finding.code.startsWith('repair/')) return repairFixes(finding, context.reading);
  return rules.find((rule) => rule.code === finding.code)?.fix?.(finding, context) ?? [];
}

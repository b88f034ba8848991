import type { LintOptions } from '../core/lint/lint.ts';
import { rules } from '../core/lint/rules/index.ts';
import type { Finding } from '../core/lint/model.ts';
import { lintProfile, lints, ruleLevels, type RuleLevel } from './settings.ts';
import type * as vscode from 'vscode';

/** The level set for a rule by its code or its family (`repair/*`); undefined where none is set. */
export function levelSetFor(code: string, levels: Readonly<Record<string, RuleLevel>>): RuleLevel | undefined {
  return levels[code] ?? levels[`${code.slice(0, code.indexOf('/'))}/*`];
}

/** The level of a finding for this person: as set, or its own. */
export function levelOf(
  finding: Pick<Finding, 'code' | 'severity'>,
  levels: Readonly<Record<string, RuleLevel>>,
): RuleLevel {
  return levelSetFor(finding.code, levels) ?? finding.severity;
}

/** Which rules run in a document: those turned off do not, opt-in rules do where a level is set for them. */
export function lintOptions(scope: vscode.ConfigurationScope): LintOptions {
  const codes = rules.map((rule) => rule.code);
  if (!lints(scope)) return { disabled: new Set(codes) };
  const levels = ruleLevels(scope);
  const set = codes.map((code) => ({ code, level: levelSetFor(code, levels) }));
  return {
    disabled: new Set(set.filter(({ level }) => level === 'off').map(({ code }) => code)),
    enabled: new Set(set.filter(({ level }) => level && level !== 'off').map(({ code }) => code)),
    profile: lintProfile(scope),
  };
}

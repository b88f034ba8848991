import type * as vscode from 'vscode';
import { repairFindings } from '../core/lint/lint.ts';
import type { Finding } from '../core/lint/model.ts';
import type { DocumentAnalysis } from './analyses.ts';
import { levelOf } from './ruleLevels.ts';
import { lints, ruleLevels, type RuleLevel } from './settings.ts';

/** A finding with its level for this person, `off` excluded. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly level: Exclude<RuleLevel, 'off'>;
}

const repairs = new WeakMap<DocumentAnalysis, readonly Finding[]>();

function allFindings(found: DocumentAnalysis): readonly Finding[] {
  let mended = repairs.get(found);
  if (!mended) repairs.set(found, (mended = repairFindings(found.analysis.reading)));
  return [...found.analysis.findings, ...mended];
}

/** What is to be shown of a document: the findings of the rules first, then the repairs, each in raw order. */
export function shownFindings(document: vscode.TextDocument, found: DocumentAnalysis): readonly ShownFinding[] {
  return atLevels(document, () => allFindings(found));
}

/** The same without the repairs, which a long text has by the thousand: for those who show the text mended. */
export function shownRuleFindings(document: vscode.TextDocument, found: DocumentAnalysis): readonly ShownFinding[] {
  return atLevels(document, () => found.analysis.findings);
}

function atLevels(document: vscode.TextDocument, findings: () => readonly Finding[]): readonly ShownFinding[] {
  if (!lints(document)) return [];
  const levels = ruleLevels(document);
  return findings().flatMap((finding) => {
    const level = levelOf(finding, levels);
    return level === 'off' ? [] : [{ finding, level }];
  });
}

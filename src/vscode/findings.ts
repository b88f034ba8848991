import type * as vscode from 'vscode';
import { firstRepairFindings, repairFindings } from '../core/lint/lint.ts';
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

/**
 * The first `most` of them in this order. A long text has repairs by the ten thousand, and this is asked for whenever typing rests.
 */
export function firstShownFindings(
  document: vscode.TextDocument,
  found: DocumentAnalysis,
  most: number,
): readonly ShownFinding[] {
  // Where a kind of repair is turned off, how many have to be looked at is not known.
  const hidden = Object.entries(ruleLevels(document)).some(
    ([code, level]) => level === 'off' && code.startsWith('repair/'),
  );
  if (hidden) return shownFindings(document, found).slice(0, most);
  const ofRules = shownRuleFindings(document, found);
  const left = Math.max(0, most - ofRules.length);
  const mended = atLevels(document, () => firstRepairFindings(found.analysis.reading, left));
  return [...ofRules, ...mended].slice(0, most);
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

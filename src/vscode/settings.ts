import * as vscode from 'vscode';

/** Section of all settings. */
export const section = 'policyNewsletter';

/** Whether newsletters among `.txt` files are found: at once, after a question, or never. */
export type DetectMode = 'auto' | 'ask' | 'off';

/** How loud a rule is for this person. */
export type RuleLevel = 'off' | 'hint' | 'information' | 'warning' | 'error';

function read<T>(key: string, fallback: T, scope?: vscode.ConfigurationScope): T {
  return vscode.workspace.getConfiguration(section, scope ?? null).get<T>(key, fallback);
}

/** Setting `detect`. */
export function detectMode(scope?: vscode.ConfigurationScope): DetectMode {
  return read<DetectMode>('detect', 'auto', scope);
}

/** Setting `otherLanguages`: languages besides newsletters in which terms are explained. */
export function otherLanguages(scope?: vscode.ConfigurationScope): readonly string[] {
  return read<readonly string[]>('otherLanguages', [], scope);
}

/** Setting `outline.showReasons`. */
export function showsReasons(scope?: vscode.ConfigurationScope): boolean {
  return read('outline.showReasons', false, scope);
}

/** Setting `maximumLength`, in UTF-16 code units; longer texts are not analysed. */
export function maximumLength(scope?: vscode.ConfigurationScope): number {
  return read('maximumLength', 8, scope) * 1_000_000;
}

/** Setting `lint.rules`: the level of each rule that differs from its own. */
export function ruleLevels(scope?: vscode.ConfigurationScope): Readonly<Record<string, RuleLevel>> {
  return read<Readonly<Record<string, RuleLevel>>>('lint.rules', {}, scope);
}

/** Setting `terms.highlight`: whether explained and unexplained terms are marked. */
export function highlightsTerms(scope?: vscode.ConfigurationScope): boolean {
  return read('terms.highlight', true, scope);
}

import * as vscode from 'vscode';
import type { LookupContext } from '../core/glossary/model.ts';
import type { Layout } from '../core/features/layouts.ts';
import type { RepairOptions } from '../core/features/repair.ts';
import type { RewrapOptions } from '../core/features/rewrap.ts';
import type { LintProfile } from '../core/lint/rule.ts';
import type { PageView } from '../shared/view.ts';

/** Section of all settings. */
export const section = 'policyNewsletter';

/** Whether newsletters among `.txt` files are found: at once, after a question, or never. */
export type DetectMode = 'auto' | 'ask' | 'off';

/** How loud a rule is for this person. */
export type RuleLevel = 'off' | 'hint' | 'information' | 'warning' | 'error';

type Scope = vscode.ConfigurationScope | undefined;

function read<T>(key: string, fallback: T, scope: Scope): T {
  return vscode.workspace.getConfiguration(section, scope ?? null).get<T>(key, fallback);
}

/** Setting `detect`. */
export function detectMode(scope?: Scope): DetectMode {
  return read<DetectMode>('detect', 'auto', scope);
}

/** Setting `otherLanguages`: languages besides newsletters in which terms are explained. */
export function otherLanguages(scope?: Scope): readonly string[] {
  return read<readonly string[]>('otherLanguages', [], scope);
}

/** Setting `outline.showReasons`. */
export function showsReasons(scope?: Scope): boolean {
  return read('outline.showReasons', false, scope);
}

/** Setting `maximumLength`, in UTF-16 code units; longer texts are not analysed. */
export function maximumLength(scope?: Scope): number {
  return read('maximumLength', 8, scope) * 1_000_000;
}

/** Setting `lint.enabled`. */
export function lints(scope?: Scope): boolean {
  return read('lint.enabled', true, scope);
}

/** Setting `lint.rules`: the level of each rule or family (`repair/*`) that differs from its own. */
export function ruleLevels(scope?: Scope): Readonly<Record<string, RuleLevel>> {
  return read<Readonly<Record<string, RuleLevel>>>('lint.rules', {}, scope);
}

/** Setting `lint.profile`. */
export function lintProfile(scope?: Scope): LintProfile | 'none' {
  return read<LintProfile | 'none'>('lint.profile', 'none', scope);
}

/** Setting `terms.highlight`: whether explained and unexplained terms are marked. */
export function highlightsTerms(scope?: Scope): boolean {
  return read('terms.highlight', true, scope);
}

/** Setting `glossary.harvest`: whether the other newsletters of the workspace explain terms. */
export function harvests(): boolean {
  return read('glossary.harvest', true, undefined);
}

/** Setting `glossary.harvestLimit`: how many newsletters are read. */
export function harvestLimit(): number {
  return read('glossary.harvestLimit', 300, undefined);
}

/** Setting `glossary.place`: where the documents come from, for the ranking of meanings. */
export function lookupContext(scope?: Scope): LookupContext {
  const place = read('glossary.place', '', scope).trim();
  return place ? { place } : {};
}

/** Settings `repair.*`: what a repair does besides mending defects. */
export function repairOptions(scope?: Scope): RepairOptions {
  return {
    paragraphIndent: read<'keep' | 'two' | 'none'>('repair.paragraphIndent', 'keep', scope),
    dropFurniture: read('repair.dropFurniture', false, scope),
  };
}

/** Setting `repair.confirmAbove`: a repair of more places is shown before it is made. */
export function confirmAbove(scope?: Scope): number {
  return read('repair.confirmAbove', 1000, scope);
}

/** Setting `export.layout`; `preview` stands for the layout that the file's preview has. */
export function exportLayout(scope?: Scope): Layout | 'preview' {
  return read<Layout | 'preview'>('export.layout', 'preview', scope);
}

/** Setting `export.dropFurniture`: whether exports leave out date, page number and editors. */
export function dropsFurniture(scope?: Scope): boolean {
  return read('export.dropFurniture', false, scope);
}

/** Settings `rewrap.*`: the column that a document is wrapped to. */
export function rewrapOptions(scope?: Scope): RewrapOptions {
  return {
    cells: read('rewrap.cells', 28, scope),
    indent: read<'two' | 'lost'>('rewrap.indent', 'two', scope),
  };
}

/** Settings `preview.*`: how a page is looked at where nothing else was chosen in it. */
export function previewSettings(scope?: Scope): Pick<PageView, 'layout' | 'followEditor' | 'leadEditor'> {
  return {
    layout: read<PageView['layout']>('preview.layout', 'reading', scope),
    followEditor: read('preview.scrollPreviewWithEditor', true, scope),
    leadEditor: read('preview.scrollEditorWithPreview', true, scope),
  };
}

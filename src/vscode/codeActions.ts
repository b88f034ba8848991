import * as vscode from 'vscode';
import { markFixes } from '../core/features/marks.ts';
import { fixesFor } from '../core/lint/lint.ts';
import type { Fix } from '../core/lint/model.ts';
import type { TextEdit, TextRange } from '../core/text/range.ts';
import type { Analyses, DocumentAnalysis } from './analyses.ts';
import { addToGlossaryId } from './commands/command.ts';
import { turnOffRuleId } from './commands/turnOffRule.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toTextEdits, translate } from './edits.ts';
import { shownFindings, type ShownFinding } from './findings.ts';
import { newsletterSelector } from './languages.ts';

/** Kind of the action that mends everything that has one right answer. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('policyNewsletter');

/** Families whose preferred fix is right without a second look. */
const mechanical = /^(?:repair|punctuation)\//;

/** Edits of many places are made only when their action is taken: the light bulb asks at every move of the cursor. */
const pending = new WeakMap<vscode.CodeAction, () => vscode.WorkspaceEdit>();

/** Quick fixes of findings, fix-all, and what can be made of the heading at the cursor. */
export function registerCodeActions(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    newsletterSelector,
    {
      provideCodeActions(document, range, { only }) {
        const found = analyses.get(document);
        const shown = shownFindings(document, found);
        const wanted = (kind: vscode.CodeActionKind) => !only || only.contains(kind);
        const raw = found.positions.rangeToRaw(range);
        const actions: vscode.CodeAction[] = [];
        if (wanted(vscode.CodeActionKind.QuickFix)) actions.push(...quickFixes(shown, raw, found));
        if (wanted(vscode.CodeActionKind.RefactorRewrite)) actions.push(...headingActions(raw.start, found));
        if (only && only.intersects(fixAllKind)) actions.push(...fixAll(shown, found));
        return actions;
      },
      resolveCodeAction(action) {
        const makeEdit = pending.get(action);
        if (makeEdit) action.edit = makeEdit();
        return action;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite, fixAllKind] },
  );
}

function quickFixes(shown: readonly ShownFinding[], range: TextRange, found: DocumentAnalysis): vscode.CodeAction[] {
  const here = shown.filter(({ finding }) => finding.range.start <= range.end && finding.range.end >= range.start);
  const context = { ...found.analysis, glossary: found.glossary };
  const actions: vscode.CodeAction[] = [];
  for (const one of here) {
    const diagnostic = toDiagnostic(one, found);
    for (const fix of fixesFor(one.finding, context)) actions.push(fixAction(fix, diagnostic, found));
    const term = one.finding.data?.['term'];
    if (one.finding.code === 'abbreviation/unexplained' && typeof term === 'string') {
      actions.push(
        commandAction(vscode.l10n.t('Add “{0}” to a glossary', term), addToGlossaryId, diagnostic, {
          term,
          senses: [],
        }),
      );
    }
  }
  for (const code of new Set(here.map(({ finding }) => finding.code))) actions.push(...ruleActions(code, shown, found));
  return actions;
}

function fixAction(fix: Fix, diagnostic: vscode.Diagnostic, found: DocumentAnalysis): vscode.CodeAction {
  const action = new vscode.CodeAction(translate(fix.title), vscode.CodeActionKind.QuickFix);
  action.edit = editOf(fix.edits, found);
  action.diagnostics = [diagnostic];
  action.isPreferred = fix.preferred ?? false;
  return action;
}

function commandAction(
  title: string,
  command: string,
  diagnostic: vscode.Diagnostic | undefined,
  ...args: unknown[]
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: args };
  if (diagnostic) action.diagnostics = [diagnostic];
  return action;
}

/** What can be done with a rule as a whole: mend all it found, or turn it off. */
function ruleActions(code: string, shown: readonly ShownFinding[], found: DocumentAnalysis): vscode.CodeAction[] {
  const same = shown.filter(({ finding }) => finding.code === code);
  const actions = [commandAction(vscode.l10n.t('Turn off the rule {0}', code), turnOffRuleId, undefined, code)];
  if (same.length > 1 && same[0] && preferredEdits([same[0]], found).length > 0) {
    const title = vscode.l10n.t('Fix all of {0} in this document', code);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    pending.set(action, () => editOf(preferredEdits(same, found), found));
    actions.unshift(action);
  }
  return actions;
}

function fixAll(shown: readonly ShownFinding[], found: DocumentAnalysis): vscode.CodeAction[] {
  const edits = preferredEdits(
    shown.filter(({ finding }) => mechanical.test(finding.code)),
    found,
  );
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Mend all defects and punctuation'), fixAllKind);
  action.edit = editOf(edits, found);
  return [action];
}

/** The edits of all preferred fixes, sorted; of two that overlap the first is kept, the other is found again afterwards. */
function preferredEdits(shown: readonly ShownFinding[], found: DocumentAnalysis): readonly TextEdit[] {
  const context = { ...found.analysis, glossary: found.glossary };
  const edits = shown
    .flatMap(({ finding }) => fixesFor(finding, context).find((fix) => fix.preferred)?.edits ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let end = -1;
  return edits.filter((edit) => {
    if (edit.start < end || (edit.start === end && edit.start === edit.end)) return false;
    end = edit.end;
    return true;
  });
}

function headingActions(offset: number, found: DocumentAnalysis): vscode.CodeAction[] {
  return markFixes(found.analysis, offset).map((fix) => {
    const action = new vscode.CodeAction(translate(fix.title), vscode.CodeActionKind.RefactorRewrite);
    action.edit = editOf(fix.edits, found);
    return action;
  });
}

function editOf(edits: readonly TextEdit[], found: DocumentAnalysis): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(found.uri, toTextEdits(found, edits));
  return edit;
}

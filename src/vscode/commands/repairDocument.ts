import * as vscode from 'vscode';
import { repairEdits } from '../../core/features/repair.ts';
import { applyEdits, type TextEdit } from '../../core/text/range.ts';
import type { Analyses } from '../analyses.ts';
import { applyRawEdits } from '../edits.ts';
import { confirmAbove, repairOptions } from '../settings.ts';
import { targetNewsletter, type Command, type Target } from './command.ts';

/** Scheme of the read-only texts that a repair is compared with. */
const previewScheme = 'policy-newsletter-repaired';

/** Mends all defects of a newsletter as one undo step; a large repair can be looked at first. */
export class RepairDocument implements Command, vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly id = 'policyNewsletter.repairDocument';
  readonly #analyses: Analyses;
  readonly #repaired = new Map<string, string>();
  readonly #provider = vscode.workspace.registerTextDocumentContentProvider(previewScheme, this);

  constructor(analyses: Analyses) {
    this.#analyses = analyses;
  }

  /** Argument: the URI of an open newsletter; without it, the active one. Answers whether something was changed. */
  async execute(uri?: unknown): Promise<boolean> {
    const target = targetNewsletter(this.#analyses, uri);
    if (!target) return false;
    const edits = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window }, async (progress) => {
      progress.report({ message: vscode.l10n.t('Looking for defects…') });
      return repairEdits(target.found.analysis, repairOptions(target.document));
    });
    if (edits.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to repair.'));
      return false;
    }
    if (edits.length > confirmAbove(target.document) && !(await this.#confirm(target, edits))) return false;
    return applyRawEdits(target.document, target.found, edits);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#repaired.get(uri.query) ?? '';
  }

  dispose(): void {
    this.#provider.dispose();
  }

  async #confirm({ document, found }: Target, edits: readonly TextEdit[]): Promise<boolean> {
    const repair = vscode.l10n.t('Repair');
    const show = vscode.l10n.t('Show Changes');
    const question = vscode.l10n.t('{0} places would be repaired.', edits.length);
    const answer = await vscode.window.showInformationMessage(question, repair, show);
    if (answer !== show) return answer === repair;
    const key = document.uri.toString();
    this.#repaired.set(key, applyEdits(found.analysis.reading.raw, edits));
    const right = vscode.Uri.from({ scheme: previewScheme, path: document.uri.path, query: key });
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      right,
      vscode.l10n.t('{0}: as repaired', vscode.workspace.asRelativePath(document.uri)),
    );
    const confirmed = (await vscode.window.showInformationMessage(question, repair)) === repair;
    this.#repaired.delete(key);
    return confirmed;
  }
}

import * as vscode from 'vscode';
import { isValidTerm, renameEdits } from '../core/features/references.ts';
import { renameInGlossary } from '../core/glossary/renameEntry.ts';
import type { GlossaryFiles } from './glossaryFiles.ts';
import { newsletterSelector } from './languages.ts';
import { newslettersWith, termUnder, type TermScan } from './termScan.ts';

/** Renames an abbreviation in all newsletters and glossaries of the workspace, as one edit. */
export function registerRename(scan: TermScan, files: GlossaryFiles): vscode.Disposable {
  return vscode.languages.registerRenameProvider(newsletterSelector, {
    prepareRename(document, position) {
      const under = termUnder(document, position, scan.analyses);
      if (!under) throw new Error(vscode.l10n.t('There is no abbreviation here.'));
      return { range: under.range, placeholder: under.term };
    },
    async provideRenameEdits(document, position, newName, token) {
      const under = termUnder(document, position, scan.analyses);
      if (!under) return undefined;
      if (!isValidTerm(newName)) throw new Error(vscode.l10n.t('“{0}” cannot be a term.', newName));
      const edit = new vscode.WorkspaceEdit();
      for await (const { uri, analysis, positions } of newslettersWith(under.term, scan, token)) {
        for (const change of renameEdits(under.term, newName, analysis)) {
          edit.replace(uri, positions.rangeFromRaw(change), change.text);
        }
      }
      for (const uri of await files.files()) {
        const glossary = await vscode.workspace.openTextDocument(uri);
        for (const change of renameInGlossary(glossary.getText(), under.term, newName)) {
          const range = new vscode.Range(glossary.positionAt(change.start), glossary.positionAt(change.end));
          edit.replace(uri, range, change.text);
        }
      }
      return token.isCancellationRequested ? undefined : edit;
    },
  });
}

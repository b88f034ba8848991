import * as vscode from 'vscode';
import type { GlossaryFiles } from './glossaryFiles.ts';
import { newsletterSelector } from './languages.ts';
import type { OnDemand } from './onDemand.ts';
import { termUnder, type TermScan } from './termScan.ts';

/** Renames an abbreviation in all newsletters and glossaries of the workspace, as one edit. */
export function registerRename(scan: TermScan, files: GlossaryFiles, onDemand: OnDemand): vscode.Disposable {
  return vscode.languages.registerRenameProvider(newsletterSelector, {
    prepareRename(document, position) {
      const under = termUnder(document, position, scan.analyses);
      if (!under) throw new Error(vscode.l10n.t('There is no abbreviation here.'));
      return { range: under.range, placeholder: under.term };
    },
    async provideRenameEdits(document, position, newName, token) {
      const under = termUnder(document, position, scan.analyses);
      if (!under) return undefined;
      const { renameEverywhere } = await onDemand.load('commands');
      return renameEverywhere(under.term, newName, scan, files, token);
    },
  });
}

import * as vscode from 'vscode';
import type { Layout } from '../../core/features/layouts.ts';
import type { Action } from '../../shared/protocol.ts';
import type { Analyses } from '../analyses.ts';
import { isNewsletter } from '../languages.ts';
import { chooseLayout } from './chooseLayout.ts';
import { Previews } from './manager.ts';
import { PageMemory } from './pageMemory.ts';

/** Commands that only pass a wish on to the active preview, in the order of the person's gestures there. */
const actionCommands: Readonly<Record<string, Action>> = {
  'policyNewsletter.preview.undo': 'undo',
  'policyNewsletter.preview.redo': 'redo',
  'policyNewsletter.preview.save': 'save',
  'policyNewsletter.preview.goToSource': 'goToSource',
  'policyNewsletter.preview.toggleOutline': 'toggleOutline',
  'policyNewsletter.preview.showCard': 'showCard',
  'policyNewsletter.preview.moveUp': 'moveUp',
  'policyNewsletter.preview.moveDown': 'moveDown',
  'policyNewsletter.preview.promoteHeading': 'promote',
  'policyNewsletter.preview.demoteHeading': 'demote',
  'policyNewsletter.preview.notAHeading': 'plain',
  'policyNewsletter.preview.quickFix': 'showCard',
  'policyNewsletter.preview.level1': 'level1',
  'policyNewsletter.preview.level2': 'level2',
  'policyNewsletter.preview.level3': 'level3',
  'policyNewsletter.preview.level4': 'level4',
  'policyNewsletter.preview.find': 'find',
  'policyNewsletter.preview.replace': 'replace',
  'policyNewsletter.preview.findNext': 'findNext',
  'policyNewsletter.preview.findPrevious': 'findPrevious',
  'policyNewsletter.preview.fitBox': 'fitBox',
  'policyNewsletter.preview.togglePrint': 'togglePrint',
  'policyNewsletter.preview.toggleFollowEditor': 'toggleFollowEditor',
  'policyNewsletter.preview.toggleLeadEditor': 'toggleLeadEditor',
  'policyNewsletter.preview.focusToolbar': 'focusToolbar',
  'policyNewsletter.preview.zoomIn': 'zoomIn',
  'policyNewsletter.preview.zoomOut': 'zoomOut',
  'policyNewsletter.preview.zoomReset': 'zoomReset',
};

/** The registered preview, as other parts see it. */
export interface PreviewRegistration extends vscode.Disposable {
  /** The document of the preview the person works in. */
  activeDocument(): vscode.TextDocument | undefined;
  /** How the preview of a file lays it out, or would. */
  layoutOf(uri: vscode.Uri): Layout;
}

/** The editable preview: panels, commands, restoration after a reload. */
export function registerPreview(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  log: vscode.LogOutputChannel,
): PreviewRegistration {
  const memory = new PageMemory(context.workspaceState);
  const previews = new Previews(context.extensionUri, analyses, memory, log);
  const open = (column: vscode.ViewColumn) => async (given?: unknown) => {
    const document = await documentFor(given);
    if (document) await previews.open(document, column);
    else void vscode.window.showInformationMessage(vscode.l10n.t('Open a policy newsletter first.'));
  };
  const registered = vscode.Disposable.from(
    previews,
    memory,
    vscode.commands.registerCommand('policyNewsletter.openPreview', open(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('policyNewsletter.openPreviewToSide', open(vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('policyNewsletter.toggleLock', () => previews.toggleLock()),
    vscode.commands.registerCommand('policyNewsletter.preview.chooseLayout', () => chooseLayout(previews, memory)),
    vscode.commands.registerCommand('policyNewsletter.goToPreview', async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor) await previews.goTo(editor.document, editor.document.offsetAt(editor.selection.active));
    }),
    ...Object.entries(actionCommands).map(([id, action]) =>
      vscode.commands.registerCommand(id, () => previews.perform(action)),
    ),
  );
  return {
    activeDocument: () => previews.active?.document,
    layoutOf: (uri) => memory.get(uri).layout,
    dispose: () => void registered.dispose(),
  };
}

async function documentFor(given: unknown): Promise<vscode.TextDocument | undefined> {
  if (given instanceof vscode.Uri) return vscode.workspace.openTextDocument(given);
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const found = editors.find((editor) => editor && isNewsletter(editor.document));
  return found?.document;
}

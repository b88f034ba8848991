import * as vscode from 'vscode';
import type { Action } from '../../shared/protocol.ts';
import type { Analyses } from '../analyses.ts';
import { isNewsletter } from '../languages.ts';
import { Previews } from './manager.ts';

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
  'policyNewsletter.preview.zoomIn': 'zoomIn',
  'policyNewsletter.preview.zoomOut': 'zoomOut',
  'policyNewsletter.preview.zoomReset': 'zoomReset',
};

/** The registered preview, as other parts see it. */
export interface PreviewRegistration extends vscode.Disposable {
  /** The document of the preview the person works in. */
  activeDocument(): vscode.TextDocument | undefined;
}

/** The editable preview: panels, commands, restoration after a reload. */
export function registerPreview(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  log: vscode.LogOutputChannel,
): PreviewRegistration {
  const previews = new Previews(context.extensionUri, analyses, log);
  const open = (column: vscode.ViewColumn) => async (given?: unknown) => {
    const document = await documentFor(given);
    if (document) await previews.open(document, column);
    else void vscode.window.showInformationMessage(vscode.l10n.t('Open a policy newsletter first.'));
  };
  const registered = vscode.Disposable.from(
    previews,
    vscode.commands.registerCommand('policyNewsletter.openPreview', open(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('policyNewsletter.openPreviewToSide', open(vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('policyNewsletter.toggleLock', () => previews.toggleLock()),
    ...Object.entries(actionCommands).map(([id, action]) =>
      vscode.commands.registerCommand(id, () => previews.perform(action)),
    ),
  );
  return { activeDocument: () => previews.active?.document, dispose: () => void registered.dispose() };
}

async function documentFor(given: unknown): Promise<vscode.TextDocument | undefined> {
  if (given instanceof vscode.Uri) return vscode.workspace.openTextDocument(given);
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const found = editors.find((editor) => editor && isNewsletter(editor.document));
  return found?.document;
}

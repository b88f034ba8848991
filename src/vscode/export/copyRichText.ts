import * as vscode from 'vscode';
import { parseCopyReport, type CopyOrder } from '../../shared/copyProtocol.ts';
import { escapeHtml, newNonce } from '../preview/html.ts';
import { exportSource, type ExportParts } from './newsletter.ts';

const panelType = 'policyNewsletter.copy';

/**
 * Puts the whole page on the clipboard as HTML and as text. The extension host can only put plain text there; a page can do more, so
 * one is opened for a moment and does it. Where the browser wants a click for that, the page stays and asks for one.
 * Answers true once the page is on the clipboard, false where the person closed the page before.
 */
export async function copyRichText(parts: ExportParts, given: unknown): Promise<boolean> {
  const source = await exportSource(parts, given);
  if (!source) return false;
  const { exportText, htmlFragment } = await parts.onDemand.load('page-export');
  const folder = vscode.Uri.joinPath(parts.extensionUri, 'dist/preview');
  const panel = vscode.window.createWebviewPanel(
    panelType,
    vscode.l10n.t('Copy as Rich Text'),
    vscode.ViewColumn.Active,
    { enableScripts: true, localResourceRoots: [folder] },
  );
  const order: CopyOrder = { type: 'copy', html: htmlFragment(source.page), text: exportText(source.page) };
  const done = new Promise<boolean>((resolve) => {
    panel.onDidDispose(() => resolve(false));
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const report = parseCopyReport(message);
      if (report?.type === 'ready') void panel.webview.postMessage(order);
      else if (report?.type === 'copied') resolve(true);
    });
  });
  panel.webview.html = pageHtml(panel.webview, vscode.Uri.joinPath(folder, 'copy.js'));
  const copied = await done;
  if (copied) {
    await close(panel);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The page is on the clipboard; paste it into your web editor.'),
    );
  }
  return copied;
}

/** Closes the page and gives the keyboard, which was in it, to what stands in its place. */
async function close(panel: vscode.WebviewPanel): Promise<void> {
  const isOurs = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith(panelType);
  await new Promise<void>((gone) => {
    const tabs = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (!closed.some(isOurs)) return;
      tabs.dispose();
      gone();
    });
    panel.dispose();
  });
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

function pageHtml(webview: vscode.Webview, script: vscode.Uri): string {
  const nonce = newNonce();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>${escapeHtml(vscode.l10n.t('Copy as Rich Text'))}</title>
</head>
<body>
<main>
<p role="status">${escapeHtml(vscode.l10n.t('Copying the page…'))}</p>
<p id="ask" hidden>${escapeHtml(vscode.l10n.t('The browser copies only after a click.'))}
<button id="copy" type="button">${escapeHtml(vscode.l10n.t('Copy'))}</button></p>
</main>
<script nonce="${nonce}" src="${escapeHtml(webview.asWebviewUri(script).toString())}"></script>
</body>
</html>`;
}

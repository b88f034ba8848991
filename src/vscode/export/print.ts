import * as vscode from 'vscode';
import { exportTo } from './exportTo.ts';
import { htmlFormat } from './formats.ts';
import { exportSource, messageOf, type ExportParts } from './newsletter.ts';
import { isOnThisMachine } from './open.ts';
import { writeWhole } from './writeWhole.ts';

/**
 * Opens the page in the browser, which prints it with its print styles. Where the browser cannot reach a file of the extension (in
 * VS Code for the Web, on a remote machine) the page is saved where the person says, to be opened from there. Answers the file.
 */
export async function printNewsletter(
  parts: ExportParts,
  given: unknown,
  target: unknown,
): Promise<vscode.Uri | undefined> {
  const folder = vscode.Uri.joinPath(parts.storageUri, 'print');
  if (target instanceof vscode.Uri || !isOnThisMachine(folder)) return saveForPrint(parts, given, target);
  const source = await exportSource(parts, given);
  if (!source) return undefined;
  // Of one newsletter one file is kept, and none of any other: its text should not lie about.
  const file = vscode.Uri.joinPath(folder, `${fingerprint(source.document.uri.toString())}.html`);
  try {
    await emptyExcept(folder, file);
    await writeWhole(file, await htmlFormat.render(source, parts));
    if (await vscode.env.openExternal(file)) return file;
    void vscode.window.showErrorMessage(vscode.l10n.t('No program opened {0}.', file.fsPath));
  } catch (error) {
    parts.log.error('A page could not be made ready for printing.', error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The page could not be opened for printing: {0} Export it as a web page instead.',
        messageOf(error),
      ),
    );
  }
  return undefined;
}

async function saveForPrint(parts: ExportParts, given: unknown, target: unknown): Promise<vscode.Uri | undefined> {
  const file = await exportTo(parts, htmlFormat, given, target);
  if (file) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open {0} in your browser and print it there.', vscode.workspace.asRelativePath(file)),
    );
  }
  return file;
}

async function emptyExcept(folder: vscode.Uri, file: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  const kept = file.path.slice(file.path.lastIndexOf('/') + 1);
  for (const [name] of await vscode.workspace.fs.readDirectory(folder)) {
    if (name !== kept) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
  }
}

/** A short name for a text (FNV-1a): no file name of the person's, which not every browser is handed unharmed. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

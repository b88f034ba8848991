import * as vscode from 'vscode';
import type { Format } from './formats.ts';
import { exportSource, messageOf, type ExportParts, type ExportSource } from './newsletter.ts';
import { offerToOpen } from './open.ts';
import { writeWhole } from './writeWhole.ts';

/**
 * Exports a newsletter: asks for a place unless `target` names one, shows progress, can be cancelled, and says what to do where it
 * fails. Answers the file that was written.
 */
export async function exportTo(
  parts: ExportParts,
  format: Format,
  given: unknown,
  target: unknown,
): Promise<vscode.Uri | undefined> {
  const source = await exportSource(parts, given);
  if (!source) return undefined;
  const file = target instanceof vscode.Uri ? target : await askForFile(source, format);
  return file && write(parts, format, source, file);
}

async function write(
  parts: ExportParts,
  format: Format,
  source: ExportSource,
  file: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const again = () => write(parts, format, source, file);
  const elsewhere = async () => {
    const other = await askForFile(source, format);
    return other && write(parts, format, source, other);
  };
  if (file.toString() === source.document.uri.toString()) {
    void tellFailure(
      vscode.l10n.t('{0} is the newsletter itself; an export would replace it. Save it elsewhere.', nameOf(file)),
      { elsewhere },
    );
    return undefined;
  }
  try {
    if (!(await writeWithProgress(parts, format, source, file))) return undefined;
  } catch (error) {
    parts.log.error('An export failed.', error);
    void tellFailure(failure(file, error), { again, elsewhere });
    return undefined;
  }
  void offerToOpen(file, format);
  return file;
}

interface WaysOn {
  readonly again?: () => Promise<unknown>;
  readonly elsewhere: () => Promise<unknown>;
}

async function tellFailure(message: string, { again, elsewhere }: WaysOn): Promise<void> {
  const tryAgain = vscode.l10n.t('Try Again');
  const saveElsewhere = vscode.l10n.t('Save Elsewhere…');
  const answer = await vscode.window.showErrorMessage(message, ...(again ? [tryAgain] : []), saveElsewhere);
  if (answer === tryAgain) await again?.();
  else if (answer === saveElsewhere) await elsewhere();
}

function writeWithProgress(
  parts: ExportParts,
  format: Format,
  source: ExportSource,
  file: vscode.Uri,
): Thenable<boolean> {
  const title = vscode.l10n.t('Exporting {0}…', nameOf(file));
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_progress, token) => {
    await pause();
    const content = await format.render(source, parts);
    // What a click on Cancel sends is taken only between two pieces of work.
    await pause();
    if (token.isCancellationRequested) return false;
    return writeWhole(file, content, token, (left) => tellLeftBehind(parts, left));
  });
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function tellLeftBehind({ log }: ExportParts, left: vscode.Uri): void {
  log.warn('A file of an export that failed could not be deleted.', left.toString());
  void vscode.window.showWarningMessage(
    vscode.l10n.t('{0} is left over from an export that failed; you can delete it.', nameOf(left)),
  );
}

/** Asks where to save: beside the newsletter, or in the workspace where nothing can be saved beside it. */
function askForFile({ document, name }: ExportSource, format: Format): Thenable<vscode.Uri | undefined> {
  const { uri } = document;
  const isBeside = !document.isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
  const folder = isBeside ? vscode.Uri.joinPath(uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, `${name}.${format.ending}`);
  const ending = format.ending.slice(format.ending.lastIndexOf('.') + 1);
  return vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { [format.label()]: [ending] } });
}

function failure(file: vscode.Uri, error: unknown): string {
  const name = nameOf(file);
  const said = messageOf(error);
  if (/ENOSPC|no space left|EDQUOT|quota|disk (?:is )?full/i.test(said)) {
    return vscode.l10n.t(
      '{0} was not written: the disk is full. Make room or save it elsewhere; what was there before is unchanged.',
      name,
    );
  }
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'NoPermissions' || /EACCES|EPERM|EROFS|read-?only/i.test(said)) {
    return vscode.l10n.t('{0} was not written: nothing may be written there. Save it elsewhere.', name);
  }
  return vscode.l10n.t(
    '{0} was not written: {1} Try again or save it elsewhere; what was there before is unchanged.',
    name,
    /[.。!?]$/.test(said) ? said : `${said}.`,
  );
}

const nameOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri);

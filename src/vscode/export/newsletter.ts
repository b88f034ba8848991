import * as vscode from 'vscode';
import type { ExportPage } from '../../core/features/export/page.ts';
import type { Layout } from '../../core/features/layouts.ts';
import type { Analyses } from '../analyses.ts';
import { targetNewsletter } from '../commands/command.ts';
import type { OnDemand } from '../onDemand.ts';
import { dropsFurniture, exportLayout } from '../settings.ts';

/** What the exports are made with. */
export interface ExportParts {
  readonly analyses: Analyses;
  readonly onDemand: OnDemand;
  readonly extensionUri: vscode.Uri;
  /** Folder of the extension's own for what is printed. */
  readonly storageUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** The document of the preview the person works in. */
  previewed(): vscode.TextDocument | undefined;
  /** How the preview of a file lays it out. */
  shownLayout(uri: vscode.Uri): Layout;
}

/** A newsletter as it stands, ready for an export. */
export interface ExportSource {
  readonly document: vscode.TextDocument;
  readonly page: ExportPage;
  readonly layout: Layout;
  /** Name of its file without the extension, or its title; fit for a file name. */
  readonly name: string;
}

/** The newsletter given by URI, that of the active preview, or that of the active editor; tells the person where there is none. */
export async function exportSource(parts: ExportParts, given: unknown): Promise<ExportSource | undefined> {
  const document = await documentOf(parts, given);
  if (!document) return undefined;
  const { analysis, unread } = parts.analyses.get(document);
  if (unread) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document is not read as a newsletter.'));
    return undefined;
  }
  const fileName = baseName(document.uri);
  const { exportPage } = await parts.onDemand.load('page-export');
  const page = exportPage(analysis, { dropFurniture: dropsFurniture(document), untitled: fileName });
  const name = plainName(document.isUntitled ? page.title : fileName) || 'newsletter';
  const layout = exportLayout(document);
  return { document, page, layout: layout === 'preview' ? parts.shownLayout(document.uri) : layout, name };
}

async function documentOf(parts: ExportParts, given: unknown): Promise<vscode.TextDocument | undefined> {
  if (!(given instanceof vscode.Uri)) return parts.previewed() ?? targetNewsletter(parts.analyses)?.document;
  try {
    return await vscode.workspace.openTextDocument(given);
  } catch (error) {
    parts.log.error('A newsletter could not be opened for an export.', error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be opened: {1}', vscode.workspace.asRelativePath(given), messageOf(error)),
    );
    return undefined;
  }
}

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Name of a file without its last extension. */
function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/(.)\.[^.]*$/, '$1');
}

/** Text as a file name that every system takes. */
function plainName(text: string): string {
  return text
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 60)
    .replace(/[. ]{1,60}$/, '');
}

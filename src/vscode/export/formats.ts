import * as vscode from 'vscode';
import { repairOptions } from '../settings.ts';
import type { ExportParts, ExportSource } from './newsletter.ts';

/** One kind of file that a newsletter is exported to. */
export interface Format {
  /** Ending of the file's name, without a dot in front. */
  readonly ending: string;
  /** What the save dialog calls it. */
  label(): string;
  render(source: ExportSource, parts: ExportParts): Promise<Uint8Array>;
  /** True where VS Code's own editor shows it. */
  readonly isText?: true;
}

/** The page as one HTML file that looks like the preview. */
export const htmlFormat: Format = {
  ending: 'html',
  label: () => vscode.l10n.t('Web page'),
  async render({ page, layout }, { extensionUri, onDemand }) {
    const { exportHtml } = await onDemand.load('page-export');
    const sheet = vscode.Uri.joinPath(extensionUri, 'dist/preview/page.css');
    const styles = new TextDecoder().decode(await vscode.workspace.fs.readFile(sheet));
    return encode(exportHtml(page, { layout, styles }));
  },
};

/** The page as a Word document. */
export const docxFormat: Format = {
  ending: 'docx',
  label: () => vscode.l10n.t('Word document'),
  async render({ page, layout }, { onDemand }) {
    const { exportDocx } = await onDemand.load('docx-export');
    // The red head of a bulletin is that of an official document; plain reading has no other sheet than a paper's.
    return exportDocx(page, layout === 'official' || layout === 'bulletin' ? 'official' : 'newspaper');
  },
};

/** The page as clean text; named so that it does not take the place of the newsletter's own `.txt`. */
export const textFormat: Format = {
  ending: 'clean.txt',
  label: () => vscode.l10n.t('Plain text'),
  isText: true,
  async render({ document, page }, { onDemand }) {
    const { exportText } = await onDemand.load('page-export');
    const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    return encode(exportText(page, { lineEnd, indent: repairOptions(document).paragraphIndent === 'two' }));
  },
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

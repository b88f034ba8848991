import type * as vscode from 'vscode';
import { registerAll, type Command } from '../commands/command.ts';
import { chooseExport } from './chooseExport.ts';
import { copyRichText } from './copyRichText.ts';
import { exportTo } from './exportTo.ts';
import { docxFormat, htmlFormat, textFormat, type Format } from './formats.ts';
import type { ExportParts } from './newsletter.ts';
import { printNewsletter } from './print.ts';

/**
 * The commands that lead out of the page. First argument: the newsletter's URI; without it, the active preview's or editor's. The
 * second one of those that write: the file's URI, instead of a question.
 */
export function registerExports(parts: ExportParts): vscode.Disposable {
  const exporting = (id: string, format: Format): Command => ({
    id,
    execute: (given, target) => exportTo(parts, format, given, target),
  });
  return registerAll([
    { id: 'policyNewsletter.export', execute: (given) => chooseExport(given) },
    exporting('policyNewsletter.exportHtml', htmlFormat),
    exporting('policyNewsletter.exportDocx', docxFormat),
    exporting('policyNewsletter.exportText', textFormat),
    { id: 'policyNewsletter.print', execute: (given, target) => printNewsletter(parts, given, target) },
    { id: 'policyNewsletter.copyRichText', execute: (given) => copyRichText(parts, given) },
  ]);
}

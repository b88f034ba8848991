import type * as vscode from 'vscode';
import { registerAll, type Command } from '../commands/command.ts';
import type { ExportParts } from './newsletter.ts';

/**
 * The commands that lead out of the page. First argument: the newsletter's URI; without it, the active preview's or editor's. The
 * second one of those that write: the file's URI, instead of a question.
 */
export function registerExports(parts: ExportParts): vscode.Disposable {
  const exports = () => parts.onDemand.load('exports');
  const exporting = (id: string, format: 'htmlFormat' | 'docxFormat' | 'textFormat'): Command => ({
    id,
    async execute(given, target) {
      const { exportTo, [format]: chosen } = await exports();
      return exportTo(parts, chosen, given, target);
    },
  });
  return registerAll([
    { id: 'policyNewsletter.export', execute: async (given) => (await exports()).chooseExport(given) },
    exporting('policyNewsletter.exportHtml', 'htmlFormat'),
    exporting('policyNewsletter.exportDocx', 'docxFormat'),
    exporting('policyNewsletter.exportText', 'textFormat'),
    {
      id: 'policyNewsletter.print',
      execute: async (given, target) => (await exports()).printNewsletter(parts, given, target),
    },
    { id: 'policyNewsletter.copyRichText', execute: async (given) => (await exports()).copyRichText(parts, given) },
  ]);
}

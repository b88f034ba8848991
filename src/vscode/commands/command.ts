import * as vscode from 'vscode';
import type { Analyses, DocumentAnalysis } from '../analyses.ts';
import { isNewsletter } from '../languages.ts';

/** One command: its full id and what it does. Arguments come from keys, links and other extensions and are checked. */
export interface Command {
  readonly id: string;
  execute(...args: readonly unknown[]): unknown;
}

/** Id of the command that puts a term into a glossary of the workspace. */
export const addToGlossaryId = 'policyNewsletter.addToGlossary';

/** Id of the command that shows how a term was defined over time, and of the view that shows it. */
export const termHistoryId = 'policyNewsletter.termHistory';

/** A newsletter a command works on, as it stands now. */
export interface Target {
  readonly document: vscode.TextDocument;
  readonly found: DocumentAnalysis;
  /** The editor that shows it, where one does. */
  readonly editor?: vscode.TextEditor;
}

/** The newsletter given by URI, or else the one in the active editor; tells the person where there is none. */
export function targetNewsletter(analyses: Analyses, given?: unknown): Target | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].filter(
    (one) => one !== undefined,
  );
  const wanted = given instanceof vscode.Uri ? given.toString() : undefined;
  const document = wanted
    ? vscode.workspace.textDocuments.find((one) => one.uri.toString() === wanted)
    : (editors.find((one) => isNewsletter(one.document))?.document ?? undefined);
  if (!document || !isNewsletter(document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a policy newsletter first.'));
    return undefined;
  }
  const found = analyses.get(document);
  if (found.unread) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This document is not read as a newsletter.'));
    return undefined;
  }
  const editor = editors.find((one) => one.document === document);
  return { document, found, ...(editor && { editor }) };
}

/** Like `vscode.commands.registerCommand` for a list of them. */
export function registerAll(commands: readonly Command[]): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, (...args: readonly unknown[]) => command.execute(...args)),
    ),
  );
}

/** A Markdown link target that runs a command; brackets are encoded too, because they would end the link. */
export function commandLink(id: string, ...args: readonly unknown[]): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (bracket) =>
    bracket === '(' ? '%28' : '%29',
  );
  return `command:${id}?${query}`;
}

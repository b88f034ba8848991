import * as vscode from 'vscode';
import { Analyses } from './vscode/analyses.ts';
import { registerDocumentSymbols } from './vscode/documentSymbols.ts';
import { registerFoldingRanges } from './vscode/foldingRanges.ts';
import { Glossaries } from './vscode/glossaries.ts';
import { registerHover } from './vscode/hover.ts';

/** Builds the parts and registers them; desktop and web alike. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Policy Newsletter', { log: true });
  const glossaries = new Glossaries(context.extensionUri, log);
  const analyses = new Analyses(glossaries);
  context.subscriptions.push(
    log,
    glossaries,
    analyses,
    registerDocumentSymbols(analyses),
    registerFoldingRanges(analyses),
    registerHover(analyses),
  );
}

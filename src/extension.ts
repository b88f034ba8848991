import * as vscode from 'vscode';
import { Analyses } from './vscode/analyses.ts';
import { registerCodeActions } from './vscode/codeActions.ts';
import { registerCommands } from './vscode/commands/index.ts';
import { registerCompletion } from './vscode/completion.ts';
import { registerDefinition } from './vscode/definition.ts';
import { Detection } from './vscode/detection.ts';
import { Diagnostics } from './vscode/diagnostics.ts';
import { registerDocumentHighlights } from './vscode/documentHighlights.ts';
import { registerDocumentSymbols } from './vscode/documentSymbols.ts';
import { registerExports } from './vscode/export/register.ts';
import { registerFoldingRanges } from './vscode/foldingRanges.ts';
import { registerFormatting } from './vscode/formatting.ts';
import { Glossaries } from './vscode/glossaries.ts';
import { registerGlossaryCompletion } from './vscode/glossaryCompletion.ts';
import { GlossaryFiles } from './vscode/glossaryFiles.ts';
import { Harvest } from './vscode/harvest.ts';
import { registerHover } from './vscode/hover.ts';
import { registerLanguageModelTools } from './vscode/languageModelTools.ts';
import { OnDemand } from './vscode/onDemand.ts';
import { registerPreview } from './vscode/preview/register.ts';
import { registerReferences } from './vscode/references.ts';
import { registerRename } from './vscode/rename.ts';
import { registerSemanticTokens } from './vscode/semanticTokens.ts';
import { WorkspaceNewsletters } from './vscode/workspaceNewsletters.ts';

/** Builds the parts and registers them; desktop and web alike. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Policy Newsletter', { log: true });
  const newsletters = new WorkspaceNewsletters(log);
  const onDemand = new OnDemand(context.extensionUri);
  const files = new GlossaryFiles(onDemand, log);
  const harvest = new Harvest(newsletters);
  const glossaries = new Glossaries(context.extensionUri, files, harvest, log);
  const analyses = new Analyses(glossaries);
  const scan = { analyses, glossaries, newsletters };
  const preview = registerPreview(context, analyses, log);
  const previewed = () => preview.activeDocument();
  const shownLayout = (uri: vscode.Uri) => preview.layoutOf(uri);
  const { extensionUri, globalStorageUri: storageUri } = context;
  context.subscriptions.push(
    log,
    files,
    harvest,
    glossaries,
    analyses,
    new Detection(context.workspaceState, log),
    new Diagnostics(analyses),
    registerDocumentSymbols(analyses),
    registerFoldingRanges(analyses),
    registerHover(analyses),
    registerSemanticTokens(analyses),
    registerCodeActions(analyses),
    registerFormatting(analyses),
    registerCompletion(analyses, onDemand),
    registerGlossaryCompletion(context.extensionUri, onDemand, log),
    registerDefinition(analyses),
    registerReferences(scan),
    registerDocumentHighlights(analyses),
    registerRename(scan, files, onDemand),
    registerLanguageModelTools(analyses, glossaries),
    registerCommands(scan, files, onDemand),
    preview,
    registerExports({ analyses, onDemand, extensionUri, storageUri, log, previewed, shownLayout }),
  );
}

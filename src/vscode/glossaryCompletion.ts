import * as vscode from 'vscode';
import type { OnDemand } from './onDemand.ts';

/** YAML glossaries. JSON ones are completed by VS Code itself, by the schema that the manifest gives it. */
const selector: vscode.DocumentSelector = { pattern: '**/*.glossary.{yaml,yml}' };

/** The extension that completes YAML by schema where a person has it; the manifest gives it ours. */
const yamlExtension = 'redhat.vscode-yaml';

/** Completion of keys and fixed values in YAML glossaries, by the schema that also validates the JSON ones. */
export function registerGlossaryCompletion(
  extensionUri: vscode.Uri,
  onDemand: OnDemand,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(selector, {
    async provideCompletionItems(document, position) {
      if (vscode.extensions.getExtension(yamlExtension)) return undefined;
      const { completeGlossary } = await onDemand.load('glossary-completion');
      return completeGlossary(document, position, extensionUri, log);
    },
  });
}

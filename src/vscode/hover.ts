import * as vscode from 'vscode';
import { hoverCard, type Card, type CardAction } from '../core/features/hoverCard.ts';
import { hoverMarkdown } from '../core/features/hoverMarkdown.ts';
import type { Analyses, DocumentAnalysis } from './analyses.ts';
import { addToGlossaryId, commandLink, termHistoryId } from './commands/command.ts';
import { insertExplanationId } from './commands/insertExplanation.ts';
import { revealId } from './commands/reveal.ts';
import { explainedSelector, explainsTerms } from './languages.ts';

/** The only commands a card may run. */
const cardCommands = [revealId, insertExplanationId, addToGlossaryId, termHistoryId];

/** Hover cards for abbreviations. */
export function registerHover(analyses: Analyses): vscode.Disposable {
  return vscode.languages.registerHoverProvider(explainedSelector, {
    async provideHover(document, position, token) {
      if (!explainsTerms(document)) return undefined;
      await analyses.ready;
      if (token.isCancellationRequested) return undefined;
      const found = analyses.get(document);
      const card = hoverCard(found.positions.toRaw(position), found.analysis, found.glossary, found.context);
      if (!card) return undefined;
      return new vscode.Hover(cardMarkdown(card, found), card.range && found.positions.rangeFromRaw(card.range));
    },
  });
}

/** The card with its actions as links. Text from documents and glossaries in it is escaped by the core. */
export function cardMarkdown(card: Card, found: DocumentAnalysis): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(
    hoverMarkdown(card, (message, ...args) => vscode.l10n.t(message, ...args)),
  );
  markdown.isTrusted = { enabledCommands: cardCommands };
  const links = card.actions.map((action) => actionLink(action, card, found));
  links.push(`[${vscode.l10n.t('Term history')}](${commandLink(termHistoryId, card.term)})`);
  markdown.appendMarkdown(`\n\n---\n\n${links.join(' · ')}`);
  return markdown;
}

function actionLink(action: CardAction, card: Card, found: DocumentAnalysis): string {
  switch (action.id) {
    case 'goToDefinition':
      return `[${vscode.l10n.t('Go to definition, line {0}', action.place.line + 1)}](${commandLink(revealId, found.uri.toString(), action.place.line)})`;
    case 'openGlossary':
      return `[${vscode.l10n.t('Open where it is explained')}](${commandLink(revealId, action.layerId, action.term)})`;
    case 'addToGlossary':
      return `[${vscode.l10n.t('Add to glossary')}](${commandLink(addToGlossaryId, action.entry)})`;
    case 'insertExplanation':
      return `[${vscode.l10n.t('Insert explanation here')}](${commandLink(insertExplanationId, found.uri.toString(), found.version, card.range?.start)})`;
  }
}

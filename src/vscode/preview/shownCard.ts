import * as vscode from 'vscode';
import type { Card, CardGroup, CardOrigin } from '../../core/features/hoverCard.ts';
import type { ShownCard, ShownGroup } from '../../shared/card.ts';

/** A card in the person's language, as the page shows it. */
export function shownCard(card: Card): ShownCard {
  return {
    term: card.term,
    origin: cardOrigin(card),
    groups: card.groups.map(shownGroup),
    ...(card.explanation !== undefined && { explanation: card.explanation }),
    ...(card.english && { english: englishText(card.english) }),
    ...(card.definedAt && { line: card.definedAt.line }),
    others: card.otherSenses.map((sense) => ({
      groups: sense.groups.map(shownGroup),
      origin: originText(sense.origin),
    })),
  };
}

function cardOrigin(card: Card): string {
  if (card.origin) return originText(card.origin);
  return card.explainedBy === 'composition'
    ? vscode.l10n.t('Put together from its parts')
    : vscode.l10n.t('Not explained here or in any glossary.');
}

function shownGroup(group: CardGroup): ShownGroup {
  return {
    ...(group.term !== undefined && { term: group.term }),
    items: group.items,
    ...(group.origin && { origin: originText(group.origin) }),
  };
}

function englishText({ text, official }: { readonly text: string; readonly official: boolean }): string {
  return official ? text : vscode.l10n.t('{0} (literal)', text);
}

function originText(origin: CardOrigin): string {
  if (origin.kind === 'document') return vscode.l10n.t('Defined in this document, line {0}', origin.place.line + 1);
  const { label, place, year, source, verified } = origin;
  const facts = [
    origin.kind === 'harvested' ? vscode.l10n.t('From another newsletter: {0}', label) : label,
    [place, year].filter((fact) => fact !== undefined).join(' '),
    source ? [`《${source.title}》`, source.issuer, source.date].filter(Boolean).join(' · ') : '',
    verified ? '' : vscode.l10n.t('not checked against a document'),
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

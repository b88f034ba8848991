import type { Card, CardGroup, CardOrigin, CardSense } from './hoverCard.ts';
import type { SourceDocument } from '../glossary/model.ts';

/** Translates an English template with `{0}` places, as `vscode.l10n.t` does. The templates used are fixed; see `hoverMarkdown`. */
export type Translate = (template: string, ...args: (string | number)[]) => string;

/** Senses shown in full besides the nearest; the rest is counted. */
const SENSES_SHOWN = 4;

/**
 * The card as Markdown. Everything that comes from a document or a glossary is escaped, so it can neither make markup nor
 * links nor theme icons; the only links are http and https addresses of sources. Actions are left to the adapter, which
 * knows how to make command links of `card.actions`.
 */
export function hoverMarkdown(card: Card, t: Translate): string {
  const blocks = [`**${escapeMarkdown(card.term)}**${englishText(card, t)}`];
  if (card.explainedBy === null) blocks.push(escapeMarkdown(t('Not explained here or in any glossary.')));
  blocks.push(groupList(card.groups, t));
  if (card.explanation) blocks.push(escapeMarkdown(card.explanation));
  if (card.explainedBy === 'composition') blocks.push(`*${t('Put together from its parts')}*`);
  if (card.origin) blocks.push(`*${originText(card.origin, t)}*`);
  if (card.uses === 1) blocks.push(t('Used once in this document'));
  else if (card.uses > 1) blocks.push(t('Used {0} times in this document', card.uses));
  if (card.otherSenses.length > 0) blocks.push('---', otherSenses(card.otherSenses, t));
  return blocks.filter((block) => block !== '').join('\n\n');
}

/**
 * The text with everything escaped that Markdown or VS Code could read as markup: each ASCII punctuation mark gets a
 * backslash (CommonMark 0.31.2, 2.4), line breaks and control characters become a space, bidirectional controls go.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '')
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function englishText({ english }: Pick<Card, 'english'>, t: Translate): string {
  if (!english) return '';
  const text = escapeMarkdown(english.text);
  return ` — ${english.official ? text : t('{0} (literal)', text)}`;
}

function groupList(groups: readonly CardGroup[], t: Translate): string {
  return groups
    .map((group) => {
      const items = group.items.map((item, i) => `${i + 1}. ${escapeMarkdown(item)}`);
      if (!group.term) return items.join('\n');
      const origin = group.origin ? ` — *${originText(group.origin, t)}*` : '';
      return [`- **${escapeMarkdown(group.term)}**${origin}`, ...items.map((item) => `  ${item}`)].join('\n');
    })
    .join('\n');
}

/** One line that says where something comes from; Markdown, already escaped. */
function originText(origin: CardOrigin, t: Translate): string {
  if (origin.kind === 'document') return t('Defined in this document, line {0}', origin.place.line + 1);
  const label = escapeMarkdown(origin.label);
  const facts = [
    origin.kind === 'harvested' ? t('From another newsletter: {0}', label) : label,
    escapeMarkdown([origin.place, origin.year].filter((fact) => fact !== undefined).join(' ')),
    origin.source ? sourceText(origin.source) : '',
    origin.verified ? '' : t('not checked against a document'),
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

function sourceText(source: SourceDocument): string {
  const title = `《${escapeMarkdown(source.title)}》`;
  const linked = source.url && isPlainAddress(source.url) ? `[${title}](<${source.url}>)` : title;
  return [linked, source.issuer, source.date]
    .map((fact, i) => (i === 0 ? fact : escapeMarkdown(fact ?? '')))
    .filter(Boolean)
    .join(' · ');
}

/** True for http and https addresses that can stand in `<…>` as they are. */
export function isPlainAddress(url: string): boolean {
  return url.length <= 2000 && /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:[/?#][\w\-.~:/?#@!$&*+,;=%]*)?$/.test(url);
}

function otherSenses(senses: readonly CardSense[], t: Translate): string {
  const lines = senses.slice(0, SENSES_SHOWN).map((sense) => {
    const lists = sense.groups.map(({ term, items }) => `${term ? `${term}：` : ''}${items.join('、')}`).join('；');
    return `- ${escapeMarkdown(lists || (sense.explanation ?? ''))} — *${originText(sense.origin, t)}*`;
  });
  const more = senses.length - SENSES_SHOWN;
  if (more > 0) lines.push(`- ${t('and {0} more', more)}`);
  return [t('Other meanings'), lines.join('\n')].join('\n\n');
}

import type { Block } from '../../newsletter/model.ts';
import type { Glossary } from '../../glossary/model.ts';
import type { ExplainedBy } from '../../abbreviations/model.ts';
import { expansionText } from '../../features/expansionText.ts';
import { explain } from '../../features/explanation.ts';
import type { Fix } from '../model.ts';
import type { LintContext, Rule } from '../rule.ts';
import { firstUses, isNumeric, isSetPhrase, quotesAround } from '../terms.ts';

/** How many senses are offered as a fix. */
const mostSenses = 3;

/** Index of the last block that starts at or before an offset of the reading text; -1 in front of the first. */
function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Block).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What could stand in brackets behind the term, nearest sense first. */
function explanations(term: string, context: LintContext): readonly string[] {
  const { expansion, prose, senses } = explain(term, context, context.glossary);
  const texts = [expansion ? expansionText(expansion) : (prose ?? '')];
  for (const { sense } of senses) texts.push(expansionText(sense) || (sense.explanation ?? ''));
  const told = texts.map((text) => text.replace(/[。.]$/, '')).filter((text) => text !== '');
  return [...new Set(told)].slice(0, mostSenses);
}

function messageFor(explainedBy: ExplainedBy): string {
  if (explainedBy === null) return '“{0}” is not explained';
  return explainedBy === 'composition'
    ? '“{0}” is explained only through its parts'
    : '“{0}” is explained in a glossary, but not in this document';
}

/** True for a term that every reader is expected to know: one meaning only, and that a national one (两个维护, 一带一路). */
function isCommonKnowledge(term: string, glossary: Glossary): boolean {
  const [sense, ...others] = glossary.lookup(term);
  return sense?.layer.kind === 'builtin' && others.length === 0 && sense.sense.scope === 'national';
}

/**
 * A quoted numeric term that the document itself never explains. A use in the running text is preferred to one in a heading.
 * Set phrases that unfold themselves (一校一策) and what everybody knows are left alone.
 */
export const unexplained: Rule = {
  code: 'abbreviation/unexplained',
  defaultSeverity: 'hint',
  scope: 'document',
  check({ reading: { text }, newsletter: { blocks }, terms, glossary }, report) {
    const inHeading = (offset: number) => blocks[blockAt(blocks, offset)]?.kind === 'heading';
    const bare = terms.filter((use) => {
      if (use.explainedBy === 'document') return false;
      const { opens, closes } = quotesAround(text, use);
      return opens && closes;
    });
    const running = new Map(firstUses(bare, (use) => !inHeading(use.start)).map((use) => [use.term, use]));
    for (const use of firstUses(bare, () => true)) {
      // What no one explains is a use only because its numeral counts; a glossary also knows other terms.
      if (use.explainedBy === null ? isSetPhrase(use.term) : !isNumeric(use.term)) continue;
      if (use.explainedBy === 'builtin' && isCommonKnowledge(use.term, glossary)) continue;
      const place = running.get(use.term) ?? use;
      report(place, { message: messageFor(use.explainedBy), args: [use.term] }, { data: { term: use.term } });
    }
  },
  fix({ range, data }, context) {
    const { reading } = context;
    const { end } = reading.readingRange(range);
    const at = quotesAround(reading.text, { start: 0, end }).closes ? end + 1 : end;
    return explanations(String(data?.['term']), context).map((text, i): Fix => ({
      title: { message: 'Insert the explanation （{0}）', args: [text] },
      edits: [reading.editToRaw({ start: at, end: at, text: `（${text}）` })],
      preferred: i === 0,
    }));
  },
};

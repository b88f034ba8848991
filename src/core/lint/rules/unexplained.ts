import type { Block } from '../../newsletter/model.ts';
import { movedRange, type TextRange } from '../../text/range.ts';
import type { Glossary } from '../../glossary/model.ts';
import type { ExplainedBy, TermUse } from '../../abbreviations/model.ts';
import { expansionText } from '../../features/expansionText.ts';
import { explain } from '../../features/explanation.ts';
import type { Fix } from '../model.ts';
import type { DocumentRule, LintContext } from '../rule.ts';
import { isNumeric, isSetPhrase, quotesAround } from '../terms.ts';

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

/** What one sheet tells of a term that stands in quotation marks and is not explained by the document. */
interface Facts {
  readonly term: string;
  readonly explainedBy: ExplainedBy;
  /** The first use, and the first one in the running text. */
  readonly first: TextRange;
  running: TextRange | undefined;
  readonly worthTelling: boolean;
}

/** True for a term that every reader is expected to know: one meaning only, and that a national one (两个维护, 一带一路). */
function isCommonKnowledge(term: string, glossary: Glossary): boolean {
  const [sense, ...others] = glossary.lookup(term);
  return sense?.layer.kind === 'builtin' && others.length === 0 && sense.sense.scope === 'national';
}

function isWorthTelling({ term, explainedBy }: TermUse, glossary: Glossary): boolean {
  // What no one explains is a use only because its numeral counts; a glossary also knows other terms.
  if (explainedBy === null ? isSetPhrase(term) : !isNumeric(term)) return false;
  return explainedBy !== 'builtin' || !isCommonKnowledge(term, glossary);
}

/**
 * A quoted numeric term that the document itself never explains. A use in the running text is preferred to one in a heading.
 * Set phrases that unfold themselves (一校一策) and what everybody knows are left alone.
 */
export const unexplained: DocumentRule<readonly Facts[]> = {
  code: 'abbreviation/unexplained',
  defaultSeverity: 'hint',
  gather({ reading: { text }, newsletter: { blocks }, terms, glossary }) {
    const byTerm = new Map<string, Facts>();
    for (const use of terms) {
      const { term, explainedBy } = use;
      if (explainedBy === 'document') continue;
      let facts = byTerm.get(term);
      if (facts?.running) continue;
      const { opens, closes } = quotesAround(text, use);
      if (!opens || !closes) continue;
      if (!facts) {
        const worthTelling = isWorthTelling(use, glossary);
        byTerm.set(term, (facts = { term, explainedBy, first: use, running: undefined, worthTelling }));
      }
      if (blocks[blockAt(blocks, use.start)]?.kind !== 'heading') facts.running = use;
    }
    return [...byTerm.values()];
  },
  conclude(sheets, report) {
    const told = new Map<string, Facts>();
    for (const { facts, start } of sheets) {
      for (const one of facts) {
        const before = told.get(one.term);
        if (before?.running) continue;
        const running = one.running && movedRange(one.running, start);
        if (before) before.running = running;
        else told.set(one.term, { ...one, first: movedRange(one.first, start), running });
      }
    }
    for (const { term, explainedBy, first, running, worthTelling } of told.values()) {
      if (worthTelling)
        report(running ?? first, { message: messageFor(explainedBy), args: [term] }, { data: { term } });
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

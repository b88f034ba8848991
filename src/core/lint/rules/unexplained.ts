import type { Block } from '../../newsletter/model.ts';
import type { Sense } from '../../glossary/model.ts';
import type { Fix } from '../model.ts';
import type { Rule } from '../rule.ts';
import { expansionText, firstUses, isNumeric, quotesAround } from '../terms.ts';

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

function explanationOf(sense: Sense): string {
  return expansionText(sense) || (sense.explanation ?? '').replace(/[。.]$/, '');
}

/** A quoted numeric term that the document itself never explains. A use in the running text is preferred to one in a heading. */
export const unexplained: Rule = {
  code: 'abbreviation/unexplained',
  defaultSeverity: 'hint',
  check({ reading: { text }, newsletter: { blocks }, terms }, report) {
    const inHeading = (offset: number) => blocks[blockAt(blocks, offset)]?.kind === 'heading';
    const bare = terms.filter((use) => {
      if (use.explainedBy === 'document' || !isNumeric(use.term)) return false;
      const { opens, closes } = quotesAround(text, use);
      return opens && closes;
    });
    const running = new Map(firstUses(bare, (use) => !inHeading(use.start)).map((use) => [use.term, use]));
    for (const use of firstUses(bare, () => true)) {
      const place = running.get(use.term) ?? use;
      const message = use.explainedBy
        ? '“{0}” is explained in a glossary, but not in this document'
        : '“{0}” is not explained';
      report(place, { message, args: [use.term] }, { data: { term: use.term } });
    }
  },
  fix({ range, data }, { reading, glossary }) {
    const end = reading.readingRange(range).end;
    const { closes } = quotesAround(reading.text, { start: 0, end });
    const at = closes ? end + 1 : end;
    const texts = glossary.lookup(String(data?.['term'])).map(({ sense }) => explanationOf(sense));
    return [...new Set(texts)]
      .filter((text) => text !== '')
      .slice(0, mostSenses)
      .map((text, i): Fix => ({
        title: { message: 'Insert the explanation （{0}）', args: [text] },
        edits: [reading.editToRaw({ start: at, end: at, text: `（${text}）` })],
        preferred: i === 0,
      }));
  },
};

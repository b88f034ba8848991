import type { Definition } from '../../abbreviations/model.ts';
import type { TextRange } from '../../text/range.ts';
import type { Rule } from '../rule.ts';

/** Searching a long text for each of very many entries would be quadratic; beyond this many nothing is claimed. */
const mostSearches = 64;

/** True where `term` stands anywhere outside `span`, alone or inside a longer term. */
function standsOutside(text: string, term: string, span: TextRange): boolean {
  const first = text.indexOf(term);
  return (first >= 0 && first < span.start) || text.indexOf(term, span.end) >= 0;
}

/** An entry of the appendix 名词解释 whose term the text never uses. Other definitions stand where the term is used. */
export const unusedDefinition: Rule = {
  code: 'abbreviation/unused-definition',
  defaultSeverity: 'hint',
  check({ reading: { text }, definitions, terms }, report) {
    const appendix = definitions.filter((definition) => definition.form === 'appendix');
    if (appendix.length === 0) return;
    const spans = new Map<string, Definition>(appendix.map((definition) => [definition.term, definition]));
    const used = new Set<string>();
    for (const use of terms) {
      const span = spans.get(use.term)?.span;
      if (span && (use.start < span.start || use.end > span.end)) used.add(use.term);
    }
    const doubtful = appendix.filter((definition) => !used.has(definition.term));
    for (const { term, range, span } of doubtful.slice(0, mostSearches)) {
      if (standsOutside(text, term, span)) continue;
      report(range, { message: '“{0}” is explained here but never used', args: [term] }, { data: { term } });
    }
  },
};

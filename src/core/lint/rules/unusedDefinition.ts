import type { Definition } from '../../abbreviations/model.ts';
import type { TextRange } from '../../text/range.ts';
import type { LintContext, Rule } from '../rule.ts';

/** Entries beyond this many are not claimed to be unused. */
const mostSearches = 64;

/** The definitions whose term stands somewhere outside their span, alone or inside a longer term: one pass for all of them. */
function standingOutside(text: string, definitions: readonly Definition[]): ReadonlySet<Definition> {
  const found = new Set<Definition>();
  const byFirst = new Map<number, Definition[]>();
  const opens = new Uint8Array(0x10000);
  for (const definition of definitions) {
    const first = definition.term.charCodeAt(0);
    opens[first] = 1;
    byFirst.set(first, [...(byFirst.get(first) ?? []), definition]);
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (opens[code] === 0) continue;
    for (const definition of byFirst.get(code) ?? []) {
      const { term, span } = definition;
      if ((i < span.start || i >= span.end) && text.startsWith(term, i)) found.add(definition);
    }
  }
  return found;
}

/** What may stand in front of an entry on its line: its number. */
const numberInFront = /^[\s\d.．、（）()①-⑳]*$/;

/** The raw lines of an entry with their last line end; undefined where something else stands on them too. */
function linesOf({ span }: Definition, { reading }: LintContext): TextRange | undefined {
  const { raw } = reading;
  const range = reading.rawRange(span);
  const start = raw.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = raw.indexOf('\n', range.end);
  const end = lineEnd < 0 ? raw.length : lineEnd + 1;
  const alone = numberInFront.test(raw.slice(start, range.start)) && /^\s*$/.test(raw.slice(range.end, end));
  return alone ? { start, end } : undefined;
}

/** An entry of the appendix 名词解释 whose term the text never uses. Other definitions stand where the term is used. */
export const unusedDefinition: Rule = {
  code: 'abbreviation/unused-definition',
  defaultSeverity: 'hint',
  scope: 'document',
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
    const searched = doubtful.slice(0, mostSearches);
    const outside = searched.length ? standingOutside(text, searched) : new Set();
    for (const definition of searched) {
      if (outside.has(definition)) continue;
      const { term, range } = definition;
      report(range, { message: '“{0}” is explained here but never used', args: [term] }, { data: { term } });
    }
  },
  fix({ range }, context) {
    const start = context.reading.toReading(range.start);
    const definition = context.definitions.find((one) => one.range.start === start && one.form === 'appendix');
    const lines = definition && linesOf(definition, context);
    if (!lines) return [];
    return [{ title: { message: 'Take the explanation out' }, edits: [{ ...lines, text: '' }] }];
  },
};

import type { Definition, TermUse } from '../../abbreviations/model.ts';
import { placesOf } from '../../text/places.ts';
import { movedRange, type TextRange } from '../../text/range.ts';
import type { DocumentRule, Gathered, LintContext } from '../rule.ts';

/** Entries beyond this many are not claimed to be unused. */
const mostSearches = 64;

/** What counts of the definition that is an entry of an appendix. */
type Entry = Pick<Definition, 'term' | 'range' | 'span'>;

/** What one sheet tells. */
interface Facts {
  readonly text: string;
  readonly appendix: readonly Entry[];
  readonly terms: readonly TermUse[];
  /** Uses of the terms that were asked for last. */
  uses: { readonly of: string; readonly found: readonly TermUse[] };
  /** Where terms stand that were asked for last. */
  places: Places;
}

/** First and last offset at which each of some terms stands, alone or inside a longer term; -1 where it does not. */
interface Places {
  readonly of: string;
  readonly at: Int32Array;
}

/** Finds in a text, in one pass, where each of the terms stands. */
function finderOf(terms: readonly string[]): (text: string) => Int32Array {
  const byFirst = new Map<number, number[]>();
  const opens = new Uint8Array(0x10000);
  for (const [i, term] of terms.entries()) {
    const first = term.charCodeAt(0);
    opens[first] = 1;
    byFirst.set(first, [...(byFirst.get(first) ?? []), i]);
  }
  return (text) => {
    const at = new Int32Array(terms.length * 2).fill(-1);
    for (const offset of placesOf(text, opens)) {
      for (const i of byFirst.get(text.charCodeAt(offset)) ?? []) {
        if (!text.startsWith(terms[i] as string, offset)) continue;
        if ((at[i * 2] as number) < 0) at[i * 2] = offset;
        at[i * 2 + 1] = offset;
      }
    }
    return at;
  };
}

/** The definitions whose term stands somewhere outside their span. */
function standingOutside(sheets: readonly Gathered<Facts>[], definitions: readonly Entry[]): ReadonlySet<Entry> {
  const found = new Set<Entry>();
  const terms = definitions.map((definition) => definition.term);
  const key = terms.join('\n');
  let find: ReturnType<typeof finderOf> | undefined;
  for (const { facts, start } of sheets) {
    if (facts.places.of !== key) facts.places = { of: key, at: (find ??= finderOf(terms))(facts.text) };
    const { at } = facts.places;
    for (const [i, definition] of definitions.entries()) {
      const { span } = definition;
      if ((at[i * 2] as number) < 0) continue;
      if ((at[i * 2] as number) + start < span.start || (at[i * 2 + 1] as number) + start >= span.end)
        found.add(definition);
    }
  }
  return found;
}

/** The terms that are used outside the span of their explanation. */
function usedOutside(sheets: readonly Gathered<Facts>[], spans: ReadonlyMap<string, TextRange>): ReadonlySet<string> {
  const used = new Set<string>();
  const key = [...spans.keys()].join('\n');
  for (const { facts, start } of sheets) {
    if (facts.uses.of !== key) facts.uses = { of: key, found: facts.terms.filter((use) => spans.has(use.term)) };
    for (const use of facts.uses.found) {
      const span = spans.get(use.term);
      if (span && (use.start + start < span.start || use.end + start > span.end)) used.add(use.term);
    }
  }
  return used;
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
export const unusedDefinition: DocumentRule<Facts> = {
  code: 'abbreviation/unused-definition',
  defaultSeverity: 'hint',
  gather({ reading: { text }, definitions, terms }) {
    const appendix = definitions.filter((definition) => definition.form === 'appendix');
    return { text, appendix, terms, uses: { of: '', found: [] }, places: { of: '', at: new Int32Array(0) } };
  },
  conclude(sheets, report) {
    const appendix = sheets.flatMap(({ facts, start }) =>
      facts.appendix.map(({ term, range, span }) => ({
        term,
        range: movedRange(range, start),
        span: movedRange(span, start),
      })),
    );
    if (appendix.length === 0) return;
    const spans = new Map(appendix.map((definition) => [definition.term, definition.span]));
    const used = usedOutside(sheets, spans);
    const doubtful = appendix.filter((definition) => !used.has(definition.term));
    const searched = doubtful.slice(0, mostSearches);
    const outside = searched.length ? standingOutside(sheets, searched) : new Set();
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

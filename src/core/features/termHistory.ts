import type { Definition, Expansion, TermUse } from '../abbreviations/model.ts';
import { termKey } from '../glossary/normalize.ts';
import type { TextRange } from '../text/range.ts';
import { hasItems } from './documentTerms.ts';

/** One document of a workspace as far as its terms go. Ranges are of whatever text the caller shows. */
export interface HistoryDocument {
  readonly uri: string;
  /** ISO date or the first part of it; absent where the document states none. */
  readonly date?: string;
  readonly definitions: readonly Pick<Definition, 'term' | 'range' | 'items' | 'parts' | 'explanation'>[];
  readonly uses: readonly Pick<TermUse, 'term' | 'start' | 'end'>[];
}

/** How a definition compares with the one before it. */
export type HistoryChange = 'first' | 'same' | 'changed';

/** One definition of the term. */
export interface HistoryDefinition extends Expansion {
  readonly uri: string;
  readonly date?: string;
  readonly range: TextRange;
  readonly explanation?: string;
  readonly change: HistoryChange;
  /** Items that the definition before did not have, and items only it had. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Where the term stands in one document. */
export interface HistoryUses {
  readonly uri: string;
  readonly date?: string;
  readonly count: number;
  readonly first: TextRange;
}

/** A term over all documents, the oldest first; documents without a date come last, by name. */
export interface TermHistory {
  readonly term: string;
  readonly definitions: readonly HistoryDefinition[];
  readonly uses: readonly HistoryUses[];
  /** The oldest dated use, or the first by name where no document has a date. */
  readonly firstUse?: HistoryUses;
}

/** Follows a term through the documents by date and file. */
export function termHistory(term: string, documents: readonly HistoryDocument[]): TermHistory {
  const key = termKey(term);
  const sorted = [...documents].sort(byDate);
  const uses = sorted.flatMap((document) => usesIn(document, key));
  return { term, definitions: definitionsIn(sorted, key), uses, ...(uses[0] ? { firstUse: uses[0] } : {}) };
}

/** Code-unit order: the same on every machine. A partial date sorts before the days inside it. */
function byDate(a: HistoryDocument, b: HistoryDocument): number {
  const left = a.date ?? '\uffff';
  const right = b.date ?? '\uffff';
  if (left !== right) return left < right ? -1 : 1;
  return a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0;
}

function usesIn({ uri, date, uses }: HistoryDocument, key: string): HistoryUses[] {
  const own = uses.filter((use) => termKey(use.term) === key).sort((a, b) => a.start - b.start);
  const first = own[0];
  if (!first) return [];
  const range = { start: first.start, end: first.end };
  return [{ uri, ...(date ? { date } : {}), count: own.length, first: range }];
}

function definitionsIn(documents: readonly HistoryDocument[], key: string): HistoryDefinition[] {
  const found: HistoryDefinition[] = [];
  let before: readonly string[] | undefined;
  for (const { uri, date, definitions } of documents) {
    for (const definition of definitions) {
      if (termKey(definition.term) !== key) continue;
      const { range, items, parts, explanation } = definition;
      const list = contentOf(definition);
      const added = before ? list.filter((item) => !before?.includes(item)) : [];
      const removed = before ? before.filter((item) => !list.includes(item)) : [];
      const isSame = before && before.length === list.length && before.every((item, i) => item === list[i]);
      found.push({
        uri,
        ...(date ? { date } : {}),
        range,
        ...(parts?.length ? { parts } : items?.length ? { items } : {}),
        ...(explanation ? { explanation } : {}),
        change: !before ? 'first' : isSame ? 'same' : 'changed',
        added,
        removed,
      });
      before = list;
    }
  }
  return found;
}

/** What a definition says, as strings that can be compared: its items, or its sentence. White space counts for nothing. */
function contentOf(definition: HistoryDocument['definitions'][number]): readonly string[] {
  if (!hasItems(definition)) return [termKey(definition.explanation ?? '')];
  const items = definition.parts?.length ? definition.parts.flatMap((part) => part.items) : (definition.items ?? []);
  return items.map(termKey);
}

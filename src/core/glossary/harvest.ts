import type { Definition } from '../abbreviations/model.ts';
import { hasItems } from '../features/documentTerms.ts';
import { termKey } from './normalize.ts';
import type { GlossaryEntry, Sense } from './model.ts';

/** The definitions a text states as glossary entries: one for each term, the senses in reading order, equal ones once. */
export function entriesOf(definitions: readonly Definition[]): readonly GlossaryEntry[] {
  const entries = new Map<string, { term: string; senses: Map<string, Sense> }>();
  for (const definition of definitions) {
    const sense = senseOf(definition);
    if (!sense) continue;
    const key = termKey(definition.term);
    const entry = entries.get(key) ?? { term: definition.term, senses: new Map<string, Sense>() };
    entry.senses.set(JSON.stringify(sense), sense);
    entries.set(key, entry);
  }
  return [...entries.values()].map(({ term, senses }) => ({ term, senses: [...senses.values()] }));
}

function senseOf({ items, parts, explanation }: Definition): Sense | undefined {
  const expansion = parts?.length ? { parts } : items?.length ? { items } : {};
  if (!hasItems(expansion) && !explanation) return undefined;
  return { ...expansion, ...(explanation ? { explanation } : {}) };
}

import type { Definition } from '../abbreviations/model.ts';
import { hasItems } from '../features/documentTerms.ts';
import { termKey } from './normalize.ts';
import type { GlossaryEntry, GlossaryLayer, Sense } from './model.ts';

/** What a newsletter says about itself, as far as it does. */
export interface HarvestFacts {
  readonly title?: string;
  readonly issuer?: string;
  /** ISO date or the first part of it. */
  readonly date?: string;
  readonly place?: string;
}

/**
 * The definitions a text states as glossary entries: one for each term, the senses in reading order, equal ones once. Facts
 * about the text give each sense its place, year and source, so that the nearest ones come first.
 */
export function entriesOf(definitions: readonly Definition[], facts: HarvestFacts = {}): readonly GlossaryEntry[] {
  const entries = new Map<string, { term: string; senses: Map<string, Sense> }>();
  for (const definition of definitions) {
    const sense = senseOf(definition);
    if (!sense) continue;
    const key = termKey(definition.term);
    const entry = entries.get(key) ?? { term: definition.term, senses: new Map<string, Sense>() };
    entry.senses.set(JSON.stringify(sense), { ...sense, ...senseFacts(facts) });
    entries.set(key, entry);
  }
  return [...entries.values()].map(({ term, senses }) => ({ term, senses: [...senses.values()] }));
}

/** The layer of what another newsletter of the workspace defines; `uri` names its file, `label` is shown to people. */
export function harvestedLayer(
  uri: string,
  label: string,
  definitions: readonly Definition[],
  facts: HarvestFacts = {},
): GlossaryLayer {
  return { kind: 'harvested', id: uri, label, entries: entriesOf(definitions, { title: label, ...facts }) };
}

function senseOf({ items, parts, explanation, miscounted }: Definition): Sense | undefined {
  // A miscount is for its own document to mend, not for others to learn.
  if (miscounted) return undefined;
  const expansion = parts?.length ? { parts } : items?.length ? { items } : {};
  if (!hasItems(expansion) && !explanation) return undefined;
  return { ...expansion, ...(explanation ? { explanation } : {}) };
}

function senseFacts({ title, issuer, date, place }: HarvestFacts): Pick<Sense, 'place' | 'year' | 'source'> {
  const year = /^\d{4}/.exec(date ?? '')?.[0];
  return {
    ...(place ? { place } : {}),
    ...(year ? { year: Number(year) } : {}),
    ...(title ? { source: { title, ...(issuer ? { issuer } : {}), ...(date ? { date } : {}) } } : {}),
  };
}

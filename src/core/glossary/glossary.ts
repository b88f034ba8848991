import type { Glossary, GlossaryEntry, GlossaryLayer, LayerKind, LookupContext, RankedSense } from './model.ts';
import { compareSenses } from './ranking.ts';
import { buildTermIndex } from './termIndex.ts';

const kindOrder: Readonly<Record<LayerKind, number>> = { workspace: 0, harvested: 1, builtin: 2 };

/**
 * One view on several layers. Layers of one kind count as equally near: among their senses place and time decide, then the
 * order in which the layers were given.
 */
export function createGlossary(layers: readonly GlossaryLayer[]): Glossary {
  const sorted = [...layers].sort((a, b) => kindOrder[a.kind] - kindOrder[b.kind]);
  const index = buildTermIndex(namesOf(sorted));
  const holders = holdersOf(sorted, index.terms.length, index.idOf);
  return {
    layers: sorted,
    index,
    lookup(term, context = {}) {
      const id = index.idOf(term);
      return id < 0 ? [] : rank(holders.of(id), context);
    },
  };
}

/** All terms in front of all aliases, so that the index keeps the spelling of a term where an alias equals it. */
function namesOf(layers: readonly GlossaryLayer[]): string[] {
  const names: string[] = [];
  for (const layer of layers) for (const entry of layer.entries) names.push(entry.term);
  for (const layer of layers) {
    for (const entry of layer.entries) for (const alias of entry.aliases ?? []) names.push(alias);
  }
  return names;
}

interface Holder {
  readonly layer: GlossaryLayer;
  readonly entry: GlossaryEntry;
}

/** The entries that hold each term, as one array of entry numbers in the order of the terms: no object per term. */
function holdersOf(layers: readonly GlossaryLayer[], termCount: number, idOf: (term: string) => number) {
  const firstEntries: number[] = [];
  let entryCount = 0;
  for (const layer of layers) {
    firstEntries.push(entryCount);
    entryCount += layer.entries.length;
  }
  const ends = new Int32Array(termCount + 1);
  forEachName(layers, (name) => {
    const id = idOf(name);
    if (id >= 0) ends[id] = (ends[id] as number) + 1;
  });
  for (let id = 1; id <= termCount; id++) ends[id] = (ends[id] as number) + (ends[id - 1] as number);
  const numbers = new Int32Array(ends[termCount] as number);
  const next = ends.slice();
  forEachName(layers, (name, number) => {
    const id = idOf(name);
    if (id >= 0) numbers[(next[id] = (next[id] as number) - 1)] = number;
  });
  const holderAt = (number: number): Holder => {
    let at = firstEntries.length - 1;
    while ((firstEntries[at] as number) > number) at--;
    const layer = layers[at] as GlossaryLayer;
    return { layer, entry: layer.entries[number - (firstEntries[at] as number)] as GlossaryEntry };
  };
  const of = (id: number): Holder[] =>
    [...new Set(numbers.subarray(next[id], ends[id]))].sort((a, b) => a - b).map(holderAt);
  return { of };
}

function forEachName(layers: readonly GlossaryLayer[], visit: (name: string, entryNumber: number) => void): void {
  let number = 0;
  for (const layer of layers) {
    for (const entry of layer.entries) {
      visit(entry.term, number);
      for (const alias of entry.aliases ?? []) visit(alias, number);
      number++;
    }
  }
}

function rank(holders: readonly Holder[], context: LookupContext): RankedSense[] {
  const senses = holders.flatMap(({ layer, entry }) => entry.senses.map((sense) => ({ sense, layer, entry })));
  return senses.sort(
    (a, b) => kindOrder[a.layer.kind] - kindOrder[b.layer.kind] || compareSenses(a.sense, b.sense, context),
  );
}

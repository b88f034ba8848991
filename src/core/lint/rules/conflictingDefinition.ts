import type { Definition, Expansion } from '../../abbreviations/model.ts';
import { expansionText } from '../../features/expansionText.ts';
import type { Glossary, RankedSense } from '../../glossary/model.ts';
import type { Fix } from '../model.ts';
import type { Rule } from '../rule.ts';
import { comparableItems } from '../terms.ts';

/** Senses of the term that other documents of the workspace state with another list; none where one of them agrees. */
function otherSenses(definition: Definition, glossary: Glossary): readonly RankedSense[] {
  if (definition.miscounted) return [];
  const near = glossary
    .lookup(definition.term)
    .filter(({ layer, sense }) => layer.kind !== 'builtin' && isListed(sense));
  const own = near.length ? listKey(definition) : '';
  if (!own || near.some(({ sense }) => senseKey(sense) === own)) return [];
  return near;
}

const isListed = (sense: Expansion) => expansionText(sense) !== '';

/** The same for two expansions that list the same items in any order; empty where nothing is listed. */
const listKey = (expansion: Expansion) => [...comparableItems(expansion)].sort().join('|');

/** Keys of senses: a glossary is asked for the same ones again and again. */
const keys = new WeakMap<Expansion, string>();

function senseKey(sense: Expansion): string {
  let key = keys.get(sense);
  if (key === undefined) keys.set(sense, (key = listKey(sense)));
  return key;
}

/** A term defined here otherwise than in a glossary or another newsletter of the workspace. The order of items does not matter. */
export const conflictingDefinition: Rule = {
  code: 'abbreviation/conflicting-definition',
  defaultSeverity: 'information',
  check({ definitions, glossary }, report) {
    if (glossary.layers.every((layer) => layer.kind === 'builtin')) return;
    for (const definition of definitions) {
      const [other] = otherSenses(definition, glossary);
      if (!other) continue;
      const { term, range, itemsRange } = definition;
      report(
        range,
        {
          message: '“{0}” is defined here as {1}, but in {2} as {3}',
          args: [term, expansionText(definition), other.layer.label, expansionText(other.sense)],
        },
        { related: [{ message: 'Defined here', range: itemsRange }], data: { term } },
      );
    }
  },
  fix({ range }, { reading, definitions, glossary }) {
    const start = reading.toReading(range.start);
    const definition = definitions.find((one) => one.range.start === start);
    if (!definition) return [];
    return otherSenses(definition, glossary).map(({ sense, layer }, i): Fix => ({
      title: { message: 'Take over the definition of {0}: {1}', args: [layer.label, expansionText(sense)] },
      edits: [reading.editToRaw({ ...definition.itemsRange, text: expansionText(sense) })],
      preferred: i === 0,
    }));
  },
};

import { composeExpansion } from '../abbreviations/composition.ts';
import type { Definition, ExplainedBy, Expansion, TermUse } from '../abbreviations/model.ts';
import { termKey } from '../glossary/normalize.ts';
import type { Glossary, LookupContext, RankedSense } from '../glossary/model.ts';
import { definitionFor, definitionsOf, hasItems, usesOf, type TermAnalysis } from './documentTerms.ts';

/** Where a list of items comes from. */
export type Origin =
  | { readonly kind: 'document'; readonly definition: Definition }
  | { readonly kind: 'glossary'; readonly ranked: RankedSense };

/** One branch of an explanation; `term` is absent where the term has one flat list. */
export interface ExplainedPart {
  readonly term?: string;
  readonly items: readonly string[];
  /** Absent where nothing explains this part. */
  readonly origin?: Origin;
}

/** All that is known about a term, the nearest explanation first. */
export interface Explanation {
  readonly term: string;
  readonly explainedBy: ExplainedBy;
  /** Empty where nothing explains the term, or where only prose does. */
  readonly tree: readonly ExplainedPart[];
  readonly expansion?: Expansion;
  /** A sentence about the term, from the document's appendix or a glossary. */
  readonly prose?: string;
  /** The definition of this document that holds for the use. */
  readonly definedAt?: Definition;
  /** Other definitions of the same term in this document. */
  readonly otherDefinitions: readonly Definition[];
  /** The glossary sense that explains the term. */
  readonly nearest?: RankedSense;
  /** The other senses, nearest first. */
  readonly senses: readonly RankedSense[];
  /** How often the document uses the term. */
  readonly uses: number;
}

/**
 * Explains a term or a use of it: the document's own definition wins, then the nearest glossary sense, then the parts of a
 * composite, each from where it is explained itself.
 */
export function explain(
  subject: string | TermUse,
  analysis: TermAnalysis,
  glossary: Glossary,
  context: LookupContext = {},
): Explanation {
  const term = typeof subject === 'string' ? subject : subject.term;
  const at = typeof subject === 'string' ? 0 : subject.start;
  const definition = definitionFor(term, analysis, at);
  const ranked = glossary.lookup(term, context);
  const common = {
    term,
    otherDefinitions: definitionsOf(term, analysis).filter((other) => other !== definition),
    uses: usesOf(term, analysis).length,
    ...(definition ? { definedAt: definition } : {}),
  };
  if (definition && (hasItems(definition) || definition.explanation)) {
    const tree = treeOf(definition, { kind: 'document', definition });
    return { ...common, explainedBy: 'document', tree, senses: ranked, ...told(definition) };
  }
  const inside = partInside(term, analysis);
  if (inside) {
    const tree = treeOf(inside.part, { kind: 'document', definition: inside.definition });
    const found = { definedAt: inside.definition, explainedBy: 'document', tree, senses: ranked } as const;
    return { ...common, ...found, ...told(inside.part) };
  }
  const [nearest, ...senses] = ranked;
  if (nearest) {
    const explainedBy = nearest.layer.kind === 'builtin' ? 'builtin' : 'workspace';
    const tree = treeOf(nearest.sense, { kind: 'glossary', ranked: nearest });
    return { ...common, explainedBy, tree, nearest, senses, ...told(nearest.sense) };
  }
  const composed = compose(term, at, analysis, glossary, context);
  if (!composed) return { ...common, explainedBy: null, tree: [], senses };
  return { ...common, explainedBy: 'composition', senses, ...composed };
}

function told(source: Expansion & { readonly explanation?: string }): Pick<Explanation, 'expansion' | 'prose'> {
  return {
    ...(hasItems(source) ? { expansion: expansionOf(source) } : {}),
    ...(source.explanation ? { prose: source.explanation } : {}),
  };
}

function expansionOf(source: Expansion): Expansion {
  return source.parts?.length ? { parts: source.parts } : { items: source.items ?? [] };
}

function treeOf(expansion: Expansion, origin: Origin): readonly ExplainedPart[] {
  if (expansion.parts?.length) return expansion.parts.map(({ term, items }) => ({ term, items, origin }));
  return expansion.items?.length ? [{ items: expansion.items, origin }] : [];
}

/** The parts of a composite that nobody defined as such. */
function compose(
  term: string,
  at: number,
  analysis: TermAnalysis,
  glossary: Glossary,
  context: LookupContext,
): Pick<Explanation, 'expansion' | 'tree'> | undefined {
  const origins = new Map<string, Origin>();
  const expansion = composeExpansion(term, (part) => {
    const found = originOfPart(part, at, analysis, glossary, context);
    if (!found) return undefined;
    // A part that is a composite itself comes back as its own parts.
    for (const { term: name } of found.expansion.parts ?? [{ term: part }]) origins.set(termKey(name), found.origin);
    return found.expansion;
  });
  if (!expansion || !hasItems(expansion)) return undefined;
  const tree = (expansion.parts ?? [{ term, items: expansion.items ?? [] }]).map((part): ExplainedPart => {
    const origin = origins.get(termKey(part.term));
    return { term: part.term, items: part.items, ...(origin ? { origin } : {}) };
  });
  return { expansion, tree };
}

/** What explains one part: a definition of its own, a part of another composite the document defines, or a glossary. */
function originOfPart(
  part: string,
  at: number,
  analysis: TermAnalysis,
  glossary: Glossary,
  context: LookupContext,
): { expansion: Expansion; origin: Origin } | undefined {
  const own = definitionFor(part, analysis, at);
  if (own && hasItems(own)) return { expansion: expansionOf(own), origin: { kind: 'document', definition: own } };
  const inside = partInside(part, analysis);
  if (inside) return { expansion: inside.part, origin: { kind: 'document', definition: inside.definition } };
  const ranked = glossary.lookup(part, context).find(({ sense }) => hasItems(sense));
  return ranked && { expansion: expansionOf(ranked.sense), origin: { kind: 'glossary', ranked } };
}

interface PartInside {
  readonly part: { readonly items: readonly string[] };
  readonly definition: Definition;
}

/** The items of a term as part of a composite that the document defines: 三清 of “三清两建”（清河、清路、清院，…）. */
function partInside(term: string, { definitions }: TermAnalysis): PartInside | undefined {
  let parts = partsInside.get(definitions);
  if (!parts) partsInside.set(definitions, (parts = partsOf(definitions)));
  return parts.get(termKey(term));
}

const partsInside = new WeakMap<readonly Definition[], Map<string, PartInside>>();

/** The first part with items of each term. */
function partsOf(definitions: readonly Definition[]): Map<string, PartInside> {
  const parts = new Map<string, PartInside>();
  for (const definition of definitions) {
    for (const { term, items } of definition.parts ?? []) {
      const key = termKey(term);
      if (items.length > 0 && !parts.has(key)) parts.set(key, { part: { items }, definition });
    }
  }
  return parts;
}

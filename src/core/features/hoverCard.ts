import type { ExplainedBy, Definition, TermUse } from '../abbreviations/model.ts';
import type { Analysis } from '../analysis.ts';
import type {
  Glossary,
  GlossaryEntry,
  LayerKind,
  LookupContext,
  RankedSense,
  Scope,
  SourceDocument,
} from '../glossary/model.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { touches, type TextEdit, type TextRange } from '../text/range.ts';
import { endBehindQuote, hasItems, isQuoted, useAt, type TermAnalysis } from './documentTerms.ts';
import { explain, type ExplainedPart, type Explanation, type Origin } from './explanation.ts';
import { expansionText } from './expansionText.ts';

/** A place in the document: UTF-16 offsets of the raw text and the 0-based raw line it starts in. */
export interface CardPlace {
  readonly range: TextRange;
  readonly line: number;
}

/** Where a list, a sentence or a sense comes from. */
export type CardOrigin =
  | { readonly kind: 'document'; readonly place: CardPlace }
  | {
      readonly kind: LayerKind;
      readonly layerId: string;
      readonly label: string;
      readonly scope?: Scope;
      readonly place?: string;
      readonly year?: number;
      readonly source?: SourceDocument;
      /** False where the items rest on general knowledge. */
      readonly verified: boolean;
    };

/** One branch of the tree of items; a flat list is one group without a term. */
export interface CardGroup {
  readonly term?: string;
  readonly items: readonly string[];
  /** Given where it differs from that of the card: the parts of a composite each have their own. */
  readonly origin?: CardOrigin;
}

/** Another meaning of the term. */
export interface CardSense {
  readonly groups: readonly CardGroup[];
  readonly explanation?: string;
  readonly english?: { readonly text: string; readonly official: boolean };
  readonly origin: CardOrigin;
}

/** What a person can do from the card; the adapters turn it into links or buttons. Ranges and edits are of the raw text. */
export type CardAction =
  | { readonly id: 'goToDefinition'; readonly place: CardPlace }
  | { readonly id: 'openGlossary'; readonly layerId: string; readonly term: string }
  | { readonly id: 'addToGlossary'; readonly entry: GlossaryEntry }
  | { readonly id: 'insertExplanation'; readonly edit: TextEdit };

/** Everything a hover shows about a term, as data: no markup, no commands. */
export interface Card {
  readonly term: string;
  readonly explainedBy: ExplainedBy;
  /** The use or definition under the cursor, raw offsets, without quotation marks; absent for a card made from a term alone. */
  readonly range?: TextRange;
  readonly groups: readonly CardGroup[];
  readonly explanation?: string;
  readonly english?: { readonly text: string; readonly official: boolean };
  /** Absent for a composition (each group has its own) and where nothing explains the term. */
  readonly origin?: CardOrigin;
  readonly otherSenses: readonly CardSense[];
  readonly definedAt?: CardPlace;
  readonly uses: number;
  readonly actions: readonly CardAction[];
}

/**
 * The card for the term at `offset` (UTF-16 offset of the raw text); null where there is none, or where an unquoted,
 * unexplained word only looks like an abbreviation.
 */
export function hoverCard(
  offset: number,
  analysis: TermAnalysis,
  glossary: Glossary,
  context: LookupContext = {},
): Card | null {
  const use = termAt(analysis.reading.toReading(offset), analysis);
  if (!use || !touches(analysis.reading.rawRange(use), offset)) return null;
  const explanation = explain(use, analysis, glossary, context);
  if (explanation.explainedBy === null && !isQuoted(use, analysis)) return null;
  return makeCard(explanation, analysis, use);
}

/** The card for a term wherever it stands: completion items, language model tools, the preview's side list. */
export function termCard(term: string, analysis: TermAnalysis, glossary: Glossary, context: LookupContext = {}): Card {
  return makeCard(explain(term, analysis, glossary, context), analysis);
}

/** The use at a reading offset; the term of a definition counts as one, whether or not it is listed among the uses. */
export function termAt(offset: number, analysis: Pick<Analysis, 'terms' | 'definitions'>): TermUse | undefined {
  const use = useAt(offset, analysis);
  if (use) return use;
  const definition = analysis.definitions.find(({ range }) => touches(range, offset));
  return definition && { ...definition.range, term: definition.term, explainedBy: 'document' };
}

function makeCard(explanation: Explanation, analysis: TermAnalysis, use?: TermUse): Card {
  const { term, explainedBy, prose, nearest, definedAt, uses } = explanation;
  const places = placesIn(analysis.reading.raw, analysis);
  const origin: Origin | undefined = definedAt
    ? { kind: 'document', definition: definedAt }
    : nearest && { kind: 'glossary', ranked: nearest };
  return {
    term,
    explainedBy,
    ...(use ? { range: analysis.reading.rawRange(use) } : {}),
    groups: explanation.tree.map((part) => groupOf(part, explainedBy === 'composition', places)),
    ...(prose ? { explanation: prose } : {}),
    ...(nearest?.sense.english ? { english: nearest.sense.english } : {}),
    ...(origin ? { origin: originOf(origin, places) } : {}),
    otherSenses: [
      ...differing(explanation).map((definition) => senseOf(definition, { kind: 'document', definition }, places)),
      ...explanation.senses.map((ranked) => senseOf(ranked.sense, { kind: 'glossary', ranked }, places)),
    ],
    ...(definedAt ? { definedAt: places(definedAt.range) } : {}),
    uses,
    actions: actionsOf(explanation, analysis, places, use),
  };
}

/** The other definitions in the document that say something else; a term may be explained in the same words again and again. */
function differing({ expansion, prose, otherDefinitions }: Explanation): readonly Definition[] {
  const shown = new Set(['', expansion ? expansionText(expansion) : (prose ?? '')]);
  return otherDefinitions.filter((definition) => {
    const text = expansionText(definition) || (definition.explanation ?? '');
    return !shown.has(text) && shown.add(text);
  });
}

type Places = (range: TextRange) => CardPlace;

/** Line numbers are made on first demand: most cards need one, and none needs them twice. */
function placesIn(raw: string, { reading }: Pick<Analysis, 'reading'>): Places {
  let lines: LineIndex | undefined;
  return (readingRange) => {
    lines ??= new LineIndex(raw);
    const range = reading.rawRange(readingRange);
    return { range, line: lines.lineOf(range.start) };
  };
}

function originOf(origin: Origin, places: Places): CardOrigin {
  if (origin.kind === 'document') return { kind: 'document', place: places(origin.definition.range) };
  const { layer, sense } = origin.ranked;
  return {
    kind: layer.kind,
    layerId: layer.id,
    label: layer.label,
    verified: sense.verified !== false,
    ...(sense.scope ? { scope: sense.scope } : {}),
    ...(sense.place ? { place: sense.place } : {}),
    ...(sense.year !== undefined ? { year: sense.year } : {}),
    ...(sense.source ? { source: sense.source } : {}),
  };
}

function groupOf(part: ExplainedPart, ownOrigin: boolean, places: Places): CardGroup {
  return {
    ...(part.term ? { term: part.term } : {}),
    items: part.items,
    ...(ownOrigin && part.origin ? { origin: originOf(part.origin, places) } : {}),
  };
}

function senseOf(sense: Definition | RankedSense['sense'], origin: Origin, places: Places): CardSense {
  const groups = sense.parts?.length ? sense.parts : sense.items?.length ? [{ items: sense.items }] : [];
  return {
    groups,
    origin: originOf(origin, places),
    ...(sense.explanation ? { explanation: sense.explanation } : {}),
    ...('english' in sense && sense.english ? { english: sense.english } : {}),
  };
}

function actionsOf(explanation: Explanation, analysis: TermAnalysis, places: Places, use?: TermUse): CardAction[] {
  const { term, expansion, definedAt, nearest, prose } = explanation;
  const actions: CardAction[] = [];
  if (definedAt) actions.push({ id: 'goToDefinition', place: places(definedAt.range) });
  if (nearest && nearest.layer.kind !== 'builtin') {
    actions.push({ id: 'openGlossary', layerId: nearest.layer.id, term: nearest.entry.term });
  }
  if (nearest?.layer.kind !== 'workspace') {
    const sense = { ...expansion, ...(prose ? { explanation: prose } : {}) };
    actions.push({ id: 'addToGlossary', entry: { term, senses: hasItems(sense) || prose ? [sense] : [] } });
  }
  const edit = use && !definedAt && explanationEdit(use, explanation, analysis);
  if (edit) actions.push({ id: 'insertExplanation', edit });
  return actions;
}

/** The edit of the raw text that puts （items） behind a use; undefined where there are no items to tell. */
export function explanationEdit(
  use: TermUse,
  { expansion }: Pick<Explanation, 'expansion'>,
  analysis: Pick<Analysis, 'reading'>,
): TextEdit | undefined {
  if (!expansion || !hasItems(expansion)) return undefined;
  const end = endBehindQuote(use, analysis);
  return analysis.reading.editToRaw({ start: end, end, text: `（${expansionText(expansion)}）` });
}

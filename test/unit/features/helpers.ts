import type { Definition, TermUse } from '../../../src/core/abbreviations/model.ts';
import type { TermAnalysis } from '../../../src/core/features/documentTerms.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';
import type { Glossary, GlossaryEntry, LayerKind } from '../../../src/core/glossary/model.ts';
import { buildTermIndex } from '../../../src/core/glossary/termIndex.ts';
import { ReadingText, type Repair } from '../../../src/core/text/readingText.ts';

/** A page written by hand: `raw` with its repairs, and where the given terms stand. */
export interface HandmadePage {
  readonly raw: string;
  readonly repairs?: readonly Repair[];
  readonly terms?: readonly string[];
  readonly definitions?: readonly Pick<Definition, 'term' | 'items' | 'parts' | 'explanation'>[];
}

/** An analysis with every use of `terms`; each definition is said to stand at the first use of its term. */
export function pageOf({ raw, repairs = [], terms = [], definitions = [] }: HandmadePage): TermAnalysis {
  const reading = new ReadingText(raw, repairs);
  const uses = placesOf(terms, reading.text);
  return {
    reading,
    terms: uses,
    definitions: definitions.map((definition): Definition => {
      const start = reading.text.indexOf(definition.term);
      const range = { start, end: start + definition.term.length };
      return { ...definition, range, span: range, itemsRange: range, form: 'bracket' };
    }),
  };
}

function placesOf(terms: readonly string[], text: string): TermUse[] {
  const index = buildTermIndex(terms);
  const hits = index.findAll(text);
  return Array.from({ length: hits.length }, (_, i) => ({
    start: hits.starts[i] as number,
    end: hits.ends[i] as number,
    term: index.terms[hits.terms[i] as number] as string,
    explainedBy: null,
  }));
}

/** Repairs that join the lines of a raw text. */
export function joinedLines(raw: string): Repair[] {
  return [...raw.matchAll(/\r?\n/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    code: 'repair/wrapped-line',
    replacement: '',
  }));
}

/** A glossary of layers given by kind. */
export function glossaryOf(layers: Partial<Record<LayerKind, readonly GlossaryEntry[]>>): Glossary {
  return createGlossary(
    Object.entries(layers).map(([kind, entries]) => ({
      kind: kind as LayerKind,
      id: kind === 'builtin' ? 'builtin' : `file:///${kind}.glossary.json`,
      label: kind,
      entries,
    })),
  );
}

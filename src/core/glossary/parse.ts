import type { TextRange } from '../text/range.ts';
import { jsonEntrySpans, yamlEntrySpans } from './entrySpans.ts';
import type { GlossaryEntry } from './model.ts';
import type { GlossaryFormat, GlossaryProblem } from './parseModel.ts';
import { termKey } from './normalize.ts';
import { readFlowElements, readSpan, readWholeYaml, type ReadSpan } from './entryReading.ts';
import { readYaml } from './yamlText.ts';

/** What a glossary text holds. A broken entry is missing from `entries` and told of in `problems`; all others are there. */
export interface ParsedGlossary {
  readonly entries: readonly GlossaryEntry[];
  readonly problems: readonly GlossaryProblem[];
  /** True where something could not be read, so entries may be missing that a person did not mean to remove. */
  readonly broken: boolean;
  /** Hand it to the next parse of the same file: entries whose text did not change are not read again. */
  readonly cache: GlossaryCache;
}

/** Entries already read, by their text; offsets count from its start. */
export type GlossaryCache = ReadonlyMap<string, ReadSpan>;

const LONGEST_FILE = 1 << 24;
const MOST_PROBLEMS = 200;

/** Entries read between two pauses of `parseGlossarySteps`: some milliseconds of work. */
const ENTRIES_PER_STEP = 16;

/** Entries looked up among those already read between two pauses. */
const SPANS_PER_STEP = 1024;

export { renameTermEdits } from './renameTerm.ts';

/** Reads a glossary text, JSON or YAML. Nothing is thrown; the same rules hold for both formats. */
export function parseGlossary(text: string, format: GlossaryFormat, cache?: GlossaryCache): ParsedGlossary {
  const steps = parseGlossarySteps(text, format, cache);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Reads a glossary text in small steps: whoever drives it can let others work, or give up, at each yield. */
export function* parseGlossarySteps(
  text: string,
  format: GlossaryFormat,
  cache: GlossaryCache = new Map(),
): Generator<void, ParsedGlossary> {
  const nothing: ParsedGlossary = { entries: [], problems: [], broken: false, cache: new Map() };
  if (text.length > LONGEST_FILE) {
    const message = 'A glossary file holds at most {0} million characters.';
    const range = { start: 0, end: Math.min(text.length, 80) };
    return { ...nothing, broken: true, problems: [{ severity: 'error', message, args: [LONGEST_FILE >> 20], range }] };
  }
  if (!/\S/.test(text)) return nothing;
  const valid = format === 'json' ? readFlowElements(text) : undefined;
  if (valid) return collect([valid], new Map());
  const found = format === 'json' ? jsonEntrySpans(text, true) : yamlEntrySpans(text);
  if (!found) return collect([readWholeYaml(text)], new Map());
  const pieces: ReadSpan[] = [];
  const read = new Map<string, ReadSpan>();
  for (const [i, span] of found.entries.entries()) {
    if (i % SPANS_PER_STEP === 0) yield;
    const source = text.slice(span.start, span.end);
    let piece = read.get(source) ?? cache.get(source);
    if (!piece) {
      piece = readSpan(source, format);
      if (piece.lacksAnchor) return collect([readWholeYaml(text)], new Map());
      if (read.size % ENTRIES_PER_STEP === 0) yield;
    }
    read.set(source, piece);
    pieces.push(moved(piece, span.start));
  }
  pieces.push(readAround(text, found.list));
  yield;
  return collect(pieces, read);
}

/** The entries of the last good state that a broken text no longer shows, behind those it does show. */
export function keepLastGood(previous: readonly GlossaryEntry[], parsed: ParsedGlossary): readonly GlossaryEntry[] {
  if (!parsed.broken) return parsed.entries;
  const present = new Set(parsed.entries.map((entry) => termKey(entry.term)));
  return [...parsed.entries, ...previous.filter((entry) => !present.has(termKey(entry.term)))];
}

function moved(piece: ReadSpan, by: number): ReadSpan {
  if (by === 0) return piece;
  const shift = ({ start, end }: TextRange) => ({ start: start + by, end: end + by });
  return {
    ...piece,
    places: piece.places.map(shift),
    problems: piece.problems.map((problem) => ({ ...problem, range: shift(problem.range) })),
  };
}

/** What stands around the list: read as YAML with the list left empty, which a JSON text is as well. */
function readAround(text: string, list: TextRange): ReadSpan {
  const head = text.slice(0, list.start);
  const { errors } = readYaml(`${head}${text[list.start] === '[' ? '[]' : ''}${text.slice(list.end)}`);
  const gone = list.end - list.start - (text[list.start] === '[' ? 2 : 0);
  const back = (offset: number) => (offset <= head.length ? offset : Math.min(text.length, offset + gone));
  const problems = errors.map(({ reason, range }): GlossaryProblem => {
    return {
      severity: 'error',
      message: '{0}',
      args: [reason],
      range: { start: back(range.start), end: back(range.end) },
    };
  });
  return { entries: [], places: [], problems, broken: problems.length > 0, lacksAnchor: false };
}

function collect(pieces: readonly ReadSpan[], cache: GlossaryCache): ParsedGlossary {
  const entries = pieces.flatMap((piece) => piece.entries);
  const places = pieces.flatMap((piece) => piece.places);
  const problems = [...pieces.flatMap((piece) => piece.problems), ...duplicates(entries, places)];
  problems.sort((a, b) => a.range.start - b.range.start);
  return { entries, problems: problems.slice(0, MOST_PROBLEMS), broken: pieces.some((piece) => piece.broken), cache };
}

/** Entries whose term stood before: their senses count all the same. */
function duplicates(entries: readonly GlossaryEntry[], places: readonly TextRange[]): GlossaryProblem[] {
  const known = new Set<string>();
  return entries.flatMap(({ term }, i): GlossaryProblem[] => {
    const key = termKey(term);
    const range = places[i];
    if (!known.has(key) || !range) {
      known.add(key);
      return [];
    }
    return [{ severity: 'warning', message: 'The term “{0}” stands in this file twice.', args: [term], range }];
  });
}

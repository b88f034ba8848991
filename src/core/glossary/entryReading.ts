import type { TextRange } from '../text/range.ts';
import { readEntry, type ShapeProblem } from './entryShape.ts';
import { jsonEntrySpans } from './entrySpans.ts';
import type { GlossaryEntry } from './model.ts';
import type { GlossaryFormat, GlossaryProblem } from './parseModel.ts';
import { termKey } from './normalize.ts';
import { readYaml, type YamlRead } from './yamlText.ts';

/** Entries read from a stretch of a glossary text, with the place of each and with what is wrong. */
export interface ReadSpan {
  readonly entries: readonly GlossaryEntry[];
  /** Where each entry names its term. */
  readonly places: readonly TextRange[];
  readonly problems: readonly GlossaryProblem[];
  /** True where an entry could not be read. */
  readonly broken: boolean;
  /** True where it needs an anchor from another stretch. */
  readonly lacksAnchor: boolean;
}

/** A longer entry is not one. */
const LONGEST_ENTRY = 1 << 18;

/** Entries whose mistakes are told with their exact places; those of more are told at the first line of the file. */
const MOST_LOCATED = 100;

/** Reads one entry by itself, so that a mistake in it loses no other one. */
export function readSpan(source: string, format: GlossaryFormat): ReadSpan {
  const none = { entries: [], places: [], broken: true, lacksAnchor: false };
  if (source.length > LONGEST_ENTRY) {
    const message = 'An entry holds at most {0} characters: is a bracket or a quotation mark missing?';
    const range = { start: 0, end: source.split(/\r?\n/, 1)[0]?.length ?? 0 };
    return { ...none, problems: [{ severity: 'error', message, args: [LONGEST_ENTRY], range }] };
  }
  const json = format === 'json' ? readElement(source) : undefined;
  if (json) return json;
  const yaml = readYaml(source);
  const mistakes = yaml.errors.length === 0 && format === 'json' ? jsonMistakes(source, yaml) : yaml.errors;
  const problems = mistakes.map(({ reason, range }): GlossaryProblem => {
    return { severity: 'error', message: '{0}', args: [reason], range };
  });
  if (yaml.errors.length > 0) return { ...none, problems, lacksAnchor: yaml.lacksAnchor };
  const inList = format === 'yaml' && Array.isArray(yaml.value);
  const at = inList ? [0] : [];
  const read = readEntry(inList ? (yaml.value as unknown[])[0] : yaml.value);
  return {
    entries: read.entry ? [read.entry] : [],
    places: read.entry ? [yaml.rangeOf([...at, 'term'])] : [],
    problems: [...problems, ...read.problems.map((problem) => placed(problem, yaml, at))],
    broken: problems.length > 0 || !read.entry,
    lacksAnchor: false,
  };
}

/** The entry of a stretch that is JSON and has nothing wrong: the short way, without places. */
function readElement(source: string): ReadSpan | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    // Not JSON: the long way tells why and where.
    return undefined;
  }
  const { entry, problems } = readEntry(value);
  if (!entry || problems.length > 0) return undefined;
  const places = [{ start: 0, end: source.split(/\r?\n/, 1)[0]?.length ?? 0 }];
  return { entries: [entry], places, problems: [], broken: false, lacksAnchor: false };
}

/** What JSON has against a text that YAML takes; nothing is left of it where only the shape is wrong. */
function jsonMistakes(source: string, yaml: YamlRead): YamlRead['errors'] {
  try {
    JSON.parse(source);
    return [];
  } catch (error) {
    return [{ reason: error instanceof Error ? error.message : String(error), range: yaml.rangeOf([]) }];
  }
}

function placed(
  { path, ...problem }: ShapeProblem,
  yaml: YamlRead,
  base: readonly (string | number)[],
): GlossaryProblem {
  return { ...problem, range: yaml.rangeOf([...base, ...path]) };
}

/** Reads the list `entries` of valid JSON in one go; places are looked for only where something is wrong. Undefined where it is no such text. */
export function readFlowElements(text: string): ReadSpan | undefined {
  const elements = elementsOf(text);
  if (!elements) return undefined;
  const read = elements.map(readEntry);
  const entries = read.flatMap(({ entry }) => (entry ? [entry] : []));
  const isClean = read.every(({ problems }) => problems.length === 0);
  const common = { entries, broken: entries.length < read.length, lacksAnchor: false };
  if (isClean && new Set(entries.map(({ term }) => termKey(term))).size === entries.length) {
    return { ...common, places: [], problems: [] };
  }
  const spans = jsonEntrySpans(text, false)?.entries ?? [];
  const spanOf = (i: number) => spans[i] ?? { start: 0, end: 0 };
  return {
    ...common,
    places: read.flatMap(({ entry }, i) => (entry ? [openingLine(spanOf(i), text)] : [])),
    problems: located(read, spanOf, text),
  };
}

function elementsOf(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'entries')) return undefined;
    const elements = (value as { entries: unknown }).entries;
    return Array.isArray(elements) ? elements : undefined;
  } catch {
    // No JSON: it is read entry by entry, which also finds the place of the mistake.
    return undefined;
  }
}

type ReadElements = readonly { readonly problems: readonly ShapeProblem[] }[];

function located(read: ReadElements, spanOf: (i: number) => TextRange, text: string): GlossaryProblem[] {
  const wrong = [...read.keys()].filter((i) => (read[i]?.problems.length ?? 0) > 0);
  return wrong.flatMap((i, rank) => {
    const span = spanOf(i);
    const yaml = rank < MOST_LOCATED ? readYaml(text.slice(span.start, span.end)) : undefined;
    return (read[i]?.problems ?? []).map(({ path, ...problem }): GlossaryProblem => {
      const range = yaml?.rangeOf(path);
      if (!range) return { ...problem, range: openingLine(span, text) };
      return { ...problem, range: { start: span.start + range.start, end: span.start + range.end } };
    });
  });
}

function openingLine(span: TextRange, text: string): TextRange {
  const newline = text.slice(span.start, span.end).search(/[\r\n]/);
  return newline < 0 ? span : { start: span.start, end: span.start + newline };
}

/** Reads a text that cannot be taken apart: entries written in a row, or with anchors and aliases between them. */
export function readWholeYaml(text: string): ReadSpan {
  const yaml = readYaml(text);
  const problem = (message: string, range: TextRange, ...args: string[]): ReadSpan => {
    return {
      entries: [],
      places: [],
      problems: [{ severity: 'error', message, args, range }],
      broken: true,
      lacksAnchor: false,
    };
  };
  const [error] = yaml.errors;
  if (error) return problem('{0}', error.range, error.reason);
  const root = yaml.value;
  const elements =
    typeof root === 'object' && root !== null && Object.hasOwn(root, 'entries')
      ? (root as { entries: unknown }).entries
      : undefined;
  if (elements === '') return { entries: [], places: [], problems: [], broken: false, lacksAnchor: false };
  if (!Array.isArray(elements)) return problem('A glossary is an object with the list “entries”.', yaml.rangeOf([]));
  const read = elements.map(readEntry);
  return {
    entries: read.flatMap(({ entry }) => (entry ? [entry] : [])),
    places: read.flatMap(({ entry }, i) => (entry ? [yaml.rangeOf(['entries', i, 'term'])] : [])),
    problems: read.flatMap(({ problems }, i) => problems.map((one) => placed(one, yaml, ['entries', i]))),
    broken: read.some(({ entry }) => !entry),
    lacksAnchor: false,
  };
}

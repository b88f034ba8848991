import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { TextRange } from '../text/range.ts';
import type { Path } from './entryShape.ts';
import { nestsTooDeep } from './nesting.ts';

/** A stretch of YAML (or JSON, which is YAML) as read: its value, or what is wrong with it. */
export interface YamlRead {
  readonly value: unknown;
  readonly errors: readonly YamlError[];
  /** True where an alias names an anchor outside of the stretch. */
  readonly lacksAnchor: boolean;
  /** Range of the value at a path, of the key where the value is a whole object, of the nearest value above where there is none. */
  rangeOf(path: Path): TextRange;
}

/** What the YAML reader says, in its own English words. */
export interface YamlError {
  readonly reason: string;
  readonly range: TextRange;
}

/** Aliases followed before a text counts as a bomb. */
const MOST_ALIASES = 100;

/** Texts above this size are not checked for keys that stand twice, which takes quadratic time. */
const UNIQUE_KEYS_BELOW = 1 << 15;

/** Reads YAML 1.2 with scalars as plain text (failsafe schema), so that 1354 and 2022-10 stay what they are. Nothing is thrown. */
export function readYaml(text: string): YamlRead {
  if (nestsTooDeep(text)) return unreadable(text, 'Nested too deeply');
  let document: Document | undefined;
  try {
    const parsed = parseDocument(text, {
      schema: 'failsafe',
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: text.length < UNIQUE_KEYS_BELOW,
    });
    document = parsed;
    const errors = parsed.errors.map(({ message, pos }) => ({ reason: message, range: clip(pos[0], pos[1], text) }));
    const value: unknown = errors.length > 0 ? undefined : parsed.toJS({ maxAliasCount: MOST_ALIASES });
    return { value, errors, lacksAnchor: false, rangeOf: (path) => rangeIn(parsed, path, text) };
  } catch (error) {
    // Too deep a nesting, too many aliases and unknown anchors come as exceptions.
    const reason = error instanceof Error ? error.message : String(error);
    const known = document;
    return {
      value: undefined,
      errors: [{ reason, range: clip(0, text.length, text) }],
      lacksAnchor: reason.startsWith('Unresolved alias'),
      rangeOf: (path) => (known ? rangeIn(known, path, text) : clip(0, text.length, text)),
    };
  }
}

function unreadable(text: string, reason: string): YamlRead {
  const range = clip(0, text.length, text);
  return { value: undefined, errors: [{ reason, range }], lacksAnchor: false, rangeOf: () => range };
}

function clip(start: number, end: number, text: string): TextRange {
  const from = Math.min(Math.max(0, start), text.length);
  return { start: from, end: Math.min(Math.max(from, end), text.length) };
}

function rangeIn(document: Document, path: Path, text: string): TextRange {
  let node: Node | null = document.contents;
  let best: readonly number[] | null | undefined = node?.range;
  for (const step of path) {
    const pair: Pair | undefined = isMap(node)
      ? node.items.find(({ key }) => keyText(key) === String(step))
      : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
    if (pair && isNode(pair.key)) best = pair.key.range ?? best;
    if (!isNode(next)) break;
    if (isScalar(next) || isAlias(next) || !pair) best = next.range ?? best;
    node = next;
  }
  const [start = 0, end = text.length] = best ?? [];
  return firstLine(clip(start, end, text), text);
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** A range that spans several lines is told by its first one. */
function firstLine(range: TextRange, text: string): TextRange {
  const line = text.slice(range.start, range.end).split(/\r?\n/, 1)[0] ?? '';
  return { start: range.start, end: range.start + line.trimEnd().length };
}

/** A scalar of a YAML text: the keys and indexes that lead to it, its value, and where it stands with its quotation marks. */
export interface YamlScalar {
  readonly path: readonly string[];
  readonly value: string;
  readonly range: TextRange;
}

/** All scalar values of a YAML text in text order, as far as it can be read; nothing is thrown. */
export function scalarsOf(text: string): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  if (nestsTooDeep(text)) return found;
  try {
    const options = { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false } as const;
    collectScalars(parseDocument(text, options).contents, [], found);
  } catch {
    // Nested too deeply to be a glossary: nothing in it is a term.
    return [];
  }
  return found;
}

function collectScalars(node: unknown, path: readonly string[], found: YamlScalar[]): void {
  if (isScalar(node) && node.range) {
    found.push({ path, value: String(node.value), range: { start: node.range[0], end: node.range[1] } });
  } else if (isSeq(node)) {
    for (const [i, item] of node.items.entries()) collectScalars(item, [...path, String(i)], found);
  } else if (isMap(node)) {
    for (const { key, value } of node.items) collectScalars(value, [...path, keyText(key)], found);
  }
}

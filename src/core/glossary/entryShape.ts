import { expectedCount, parseNumericTerm } from '../abbreviations/numerals.ts';
import type { TermPart } from '../abbreviations/model.ts';
import type { Message, Severity } from '../lint/model.ts';
import type { GlossaryEntry, Scope, Sense, SourceDocument } from './model.ts';

/** A place in a value: keys and indexes from its root. */
export type Path = readonly (string | number)[];

/** Something wrong with a value, at `path`. Errors lose the part of the value they are about, and only that. */
export interface ShapeProblem extends Message {
  readonly severity: Severity;
  readonly path: Path;
}

const LONGEST_TERM = 60;
const LONGEST_TEXT = 4000;
const MOST_ELEMENTS = 500;

/** Mistakes told of one entry. */
const MOST_PROBLEMS = 20;
const scopes: readonly string[] = ['national', 'province', 'city', 'district', 'town'] satisfies Scope[];

type Report = (severity: Severity, path: Path, message: string, ...args: (string | number)[]) => void;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads one entry of a glossary from whatever a JSON or YAML reader made of it. Only known keys that are the value's own are
 * looked at, and the result is built anew, so no prototype is reached. Undefined where no sense is left.
 */
export function readEntry(value: unknown): { entry?: GlossaryEntry; problems: readonly ShapeProblem[] } {
  const problems: ShapeProblem[] = [];
  const report: Report = (severity, path, message, ...args) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ severity, path, message, args });
  };
  const fields = fieldsOf(value, ['term', 'aliases', 'senses'], [], report);
  const term = fields && readTerm(fields['term'], ['term'], report);
  if (!fields || term === undefined) return { problems };
  const aliases = readList(fields['aliases'], ['aliases'], report, (alias, path) => readTerm(alias, path, report));
  if (!isGiven(fields['senses'])) report('error', ['term'], 'The entry “{0}” has no senses.', term);
  const senses = readList(fields['senses'], ['senses'], report, (sense, path) => readSense(sense, term, path, report));
  if (senses.length === 0) return { problems };
  return { entry: { term, ...(aliases.length > 0 ? { aliases } : {}), senses }, problems };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** The value as a record of its own known keys; reports others. */
function fieldsOf(value: unknown, known: readonly string[], path: Path, report: Report): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report('error', path, 'Here should be an object with the keys {0}.', known.join(', '));
    return undefined;
  }
  const fields: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (known.includes(key)) fields[key] = (value as Fields)[key];
    else report('warning', [...path, key], 'The key “{0}” is not known here.', key.slice(0, 40));
  }
  return fields;
}

function readText(value: unknown, path: Path, report: Report, longest = LONGEST_TEXT): string | undefined {
  if (!isGiven(value)) return undefined;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') {
    report('error', path, 'Here should be text.');
    return undefined;
  }
  if (text.length > longest) {
    report('error', path, 'This text is longer than {0} characters.', longest);
    return undefined;
  }
  return text.trim() || undefined;
}

function readTerm(value: unknown, path: Path, report: Report): string | undefined {
  if (!isGiven(value)) report('error', path, 'Here should be a term.');
  const given = readText(value, path, report, LONGEST_TERM);
  if (given === undefined) return undefined;
  const term = given.replace(/["“”‘’「」\s]+/gu, '');
  if (term === '') report('error', path, 'Here should be a term.');
  else if (term !== given) report('warning', path, 'A term is written without quotation marks and white space.');
  return term || undefined;
}

/** Reads an array element by element; what is broken is left out. */
function readList<T>(
  value: unknown,
  path: Path,
  report: Report,
  read: (element: unknown, path: Path) => T | undefined,
): T[] {
  if (!isGiven(value)) return [];
  if (!Array.isArray(value)) {
    report('error', path, 'Here should be a list.');
    return [];
  }
  if (value.length > MOST_ELEMENTS) report('error', path, 'A list holds at most {0} elements.', MOST_ELEMENTS);
  const elements: T[] = [];
  for (const [i, element] of value.slice(0, MOST_ELEMENTS).entries()) {
    const one = read(element, [...path, i]);
    if (one !== undefined) elements.push(one);
  }
  return elements;
}

const senseKeys = ['items', 'parts', 'explanation', 'scope', 'place', 'year', 'english', 'source', 'verified'];

function readSense(value: unknown, term: string, path: Path, report: Report): Sense | undefined {
  const fields = fieldsOf(value, senseKeys, path, report);
  if (!fields) return undefined;
  const items = readItems(fields['items'], [...path, 'items'], report);
  const parts = readParts(fields['parts'], [...path, 'parts'], report);
  const explanation = readText(fields['explanation'], [...path, 'explanation'], report);
  if (items.length > 0 && parts.length > 0) {
    report('warning', [...path, 'parts'], 'A sense has items or parts, not both; the items are left out.');
  }
  if (items.length === 0 && parts.length === 0 && !explanation) {
    report('error', path, 'A sense needs items, parts or an explanation.');
    return undefined;
  }
  if (parts.length === 0 && items.length > 0) checkCount(term, items, fields['items'], [...path, 'items'], report);
  const list = parts.length > 0 ? { parts } : items.length > 0 ? { items } : {};
  return { ...list, ...(explanation ? { explanation } : {}), ...readFacts(fields, path, report) };
}

function readItems(value: unknown, path: Path, report: Report): string[] {
  const items = readList(value, path, report, (item, at) => {
    const text = readText(item, at, report, 500);
    if (text === undefined && !isGiven(item)) report('error', at, 'An item may not be empty.');
    return text;
  });
  if (new Set(items).size < items.length) report('warning', path, 'An item stands twice.');
  return items;
}

function readParts(value: unknown, path: Path, report: Report): TermPart[] {
  return readList(value, path, report, (element, at) => {
    const fields = fieldsOf(element, ['term', 'items'], at, report);
    const term = fields && readTerm(fields['term'], [...at, 'term'], report);
    const items = fields ? readItems(fields['items'], [...at, 'items'], report) : [];
    if (term !== undefined && items.length === 0) report('error', at, 'The part “{0}” has no items.', term);
    if (term === undefined || items.length === 0) return undefined;
    checkCount(term, items, fields?.['items'], [...at, 'items'], report);
    return { term, items };
  });
}

/**
 * The numeral is the check (三 means three items), except where only 一 counts: such terms are often set phrases. Lists with
 * a broken item are not counted: that mistake is told already.
 */
function checkCount(term: string, items: readonly string[], given: unknown, path: Path, report: Report): void {
  const expected = expectedCount(term);
  const count = items.length;
  if (expected === null || expected === count || parseNumericTerm(term)?.loose) return;
  if (Array.isArray(given) && given.length !== count) return;
  report('warning', path, 'The numeral of “{0}” promises {1} items, but there are {2}.', term, expected, count);
}

type Facts = Omit<Sense, 'items' | 'parts' | 'explanation'>;

function readFacts(fields: Fields, path: Path, report: Report): Facts {
  const scope = readText(fields['scope'], [...path, 'scope'], report);
  if (scope && !scopes.includes(scope))
    report('error', [...path, 'scope'], 'The scope is one of {0}.', scopes.join(', '));
  const place = readText(fields['place'], [...path, 'place'], report, 60);
  const year = readYear(fields['year'], [...path, 'year'], report);
  const english = readEnglish(fields['english'], [...path, 'english'], report);
  const source = readSource(fields['source'], [...path, 'source'], report);
  const verified = readFlag(fields['verified'], [...path, 'verified'], report);
  return {
    ...(scope && scopes.includes(scope) ? { scope: scope as Scope } : {}),
    ...(place ? { place } : {}),
    ...(year !== undefined ? { year } : {}),
    ...(english ? { english } : {}),
    ...(source ? { source } : {}),
    ...(verified !== undefined ? { verified } : {}),
  };
}

function readYear(value: unknown, path: Path, report: Report): number | undefined {
  if (!isGiven(value)) return undefined;
  const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value;
  if (typeof year === 'number' && Number.isInteger(year) && year >= 1900 && year <= 2100) return year;
  report('error', path, 'A year has four digits.');
  return undefined;
}

/** YAML is read without guessing types, so `true` comes as text from there. */
function readFlag(value: unknown, path: Path, report: Report): boolean | undefined {
  if (!isGiven(value)) return undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  report('error', path, 'Here should be true or false.');
  return undefined;
}

function readEnglish(value: unknown, path: Path, report: Report): Sense['english'] {
  if (!isGiven(value)) return undefined;
  const fields = fieldsOf(value, ['text', 'official'], path, report);
  const text = fields && readText(fields['text'], [...path, 'text'], report);
  if (!text) return undefined;
  return { text, official: readFlag(fields['official'], [...path, 'official'], report) ?? false };
}

function readSource(value: unknown, path: Path, report: Report): SourceDocument | undefined {
  if (!isGiven(value)) return undefined;
  const fields = fieldsOf(value, ['title', 'issuer', 'date', 'url'], path, report);
  const title = fields && readText(fields['title'], [...path, 'title'], report);
  if (!title) return undefined;
  const issuer = readText(fields['issuer'], [...path, 'issuer'], report);
  const date = readText(fields['date'], [...path, 'date'], report);
  const url = readText(fields['url'], [...path, 'url'], report);
  const datePasses = date && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(date);
  if (date && !datePasses) report('error', [...path, 'date'], 'A date is written as 2022, 2022-10 or 2022-10-16.');
  const urlPasses = url && /^https?:\/\//.test(url);
  if (url && !urlPasses) report('error', [...path, 'url'], 'An address starts with https:// or http://.');
  return { title, ...(issuer ? { issuer } : {}), ...(datePasses ? { date } : {}), ...(urlPasses ? { url } : {}) };
}

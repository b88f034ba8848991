import type { Glossary } from '../glossary/model.ts';
import type { Block } from '../newsletter/model.ts';
import type { TextRange } from '../text/range.ts';
import { isQuoted, mayStandAlone } from './boundaries.ts';
import { candidatesOf, numericOf, type Candidate } from './candidates.ts';
import { composeExpansion } from './composition.ts';
import type { Definition, Expansion, ExplainedBy, TermUse } from './model.ts';

/** The terms a document defines itself, ready to be searched for. */
export interface OwnTerms {
  /** What they stand for; the parts of composites have entries of their own. */
  readonly expansions: ReadonlyMap<string, Expansion>;
  /** Those that are defined as such, not only as part of a composite. */
  readonly defined: ReadonlySet<string>;
  /** All of them by the hash of their first two characters, the longest first. */
  readonly byPair: ReadonlyMap<number, readonly string[]>;
  /** 1 where `byPair` has an entry. */
  readonly opens: Uint8Array;
}

/** What a definition says of one name: its own, or that of a part of it. */
export interface Naming {
  readonly name: string;
  readonly expansion: Expansion;
  readonly miscounted: boolean;
  readonly part: boolean;
}

/** The uses of terms in a stretch of text, and the names that had to be looked up among the document's own on the way. */
export interface StretchUses {
  readonly uses: readonly TermUse[];
  readonly asked: ReadonlySet<string>;
}

/** Every use of an abbreviation in a reading text, with where its explanation comes from; sorted, not overlapping. */
export function findTermUses(
  text: string,
  blocks: readonly Block[],
  definitions: readonly Definition[],
  glossary: Glossary,
): readonly TermUse[] {
  const own = ownTermsOf(namingsOf(definitions));
  return usesIn(text, candidatesOf(text, blocks), own, glossary).uses;
}

/** The uses in a stretch of text whose quoted words are known. */
export function usesIn(
  text: string,
  candidates: readonly (readonly Candidate[])[],
  own: OwnTerms,
  glossary: Glossary,
): StretchUses {
  const hits: Hit[] = [];
  const asked = new Set<string>();
  findOwn(text, own, hits);
  findInGlossary(text, glossary, own.expansions, hits, asked);
  findQuoted(candidates, own.expansions, glossary, hits, asked);
  return { uses: longestOf(hits), asked };
}

/** A use while it is not known yet who explains it. */
interface Hit extends TermUse {
  explainedBy: ExplainedBy;
}

/** What definitions say of names, in their order. */
export function namingsOf(definitions: readonly Definition[]): Naming[] {
  const namings: Naming[] = [];
  for (const definition of definitions) {
    const { term, parts, miscounted = false } = definition;
    namings.push({ name: term, expansion: definition, miscounted, part: false });
    for (const { term: name, items } of parts ?? partsOfFlat(definition)) {
      if (name.length > 1 && !/^[\dNn]/.test(name))
        namings.push({ name, expansion: { items }, miscounted, part: true });
    }
  }
  return namings;
}

/** The own terms of a document. The first definition of a name whose count is right wins. */
export function ownTermsOf(namings: readonly Naming[]): OwnTerms {
  const expansions = new Map<string, Expansion>();
  const defined = new Set<string>();
  for (const wrong of [false, true]) {
    for (const { name, expansion, miscounted, part } of namings) {
      if (miscounted !== wrong) continue;
      if (!part) defined.add(name);
      if (!expansions.has(name)) expansions.set(name, expansion);
    }
  }
  const byPair = new Map<number, string[]>();
  const opens = new Uint8Array(pairMask + 1);
  for (const term of expansions.keys()) {
    const pair = pairOf(term.charCodeAt(0), term.charCodeAt(1));
    opens[pair] = 1;
    const list = byPair.get(pair);
    if (list) list.push(term);
    else byPair.set(pair, [term]);
  }
  for (const list of byPair.values()) list.sort((a, b) => b.length - a.length);
  return { expansions, defined, byPair, opens };
}

/** 两免 and 一补 of 两免一补 where its items stand in one list: the counts say which belong to which. */
function partsOfFlat({ term, items }: Definition): { readonly term: string; readonly items: readonly string[] }[] {
  const parts = numericOf(term)?.parts ?? [];
  const sum = parts.reduce((all, part) => all + (part.count ?? NaN), 0);
  if (parts.length < 2 || !items || sum !== items.length) return [];
  let at = 0;
  return parts.map((part) => ({ term: part.term, items: items.slice(at, (at += part.count ?? 0)) }));
}

/**
 * One pass over the text. Parts of composites (三级 of 四级三类) are ordinary words as often as not, so they only count in quotes.
 */
function findOwn(text: string, { expansions, defined, byPair, opens }: OwnTerms, hits: Hit[]): void {
  if (!expansions.size) return;
  let code = text.charCodeAt(0);
  for (let i = 1; i < text.length; i++) {
    const next = text.charCodeAt(i);
    const pair = pairOf(code, next);
    code = next;
    if (opens[pair] === 0) continue;
    const start = i - 1;
    for (const term of byPair.get(pair) ?? []) {
      const end = start + term.length;
      if (
        !text.startsWith(term, start) ||
        !(defined.has(term) ? mayStandAlone(text, start, end, true) : isQuoted(text, start, end))
      )
        continue;
      hits.push({ start, end, term, explainedBy: 'document' });
      break;
    }
  }
}

const pairMask = 0x1fff;

function pairOf(first: number, second: number): number {
  return (first * 31 + second) & pairMask;
}

function findInGlossary(
  text: string,
  glossary: Glossary,
  own: ReadonlyMap<string, Expansion>,
  hits: Hit[],
  asked: Set<string>,
): void {
  const found = glossary.index.findAll(text);
  for (let i = 0; i < found.length; i++) {
    const start = found.starts[i] as number;
    const end = found.ends[i] as number;
    const term = glossary.index.terms[found.terms[i] as number];
    if (term === undefined || !mayStandAlone(text, start, end, false)) continue;
    asked.add(term);
    if (!own.has(term)) hits.push({ start, end, term, explainedBy: null });
  }
  // The index reuses its arrays, so the layers are only asked once the walk is over.
  for (const hit of hits) hit.explainedBy ??= layerOf(glossary, hit.term);
}

/** By glossary, what kind of layer explains a term: a page says the same ones over and over. */
const layers = new WeakMap<Glossary, Map<string, ExplainedBy>>();

function layerOf(glossary: Glossary, term: string): ExplainedBy {
  let known = layers.get(glossary);
  if (!known) layers.set(glossary, (known = new Map<string, ExplainedBy>()));
  let explainedBy = known.get(term);
  if (explainedBy === undefined) {
    const kind = glossary.lookup(term)[0]?.layer.kind;
    explainedBy = kind === undefined ? null : kind === 'builtin' ? 'builtin' : 'workspace';
    known.set(term, explainedBy);
  }
  return explainedBy;
}

/** Quoted numeric terms that neither the document nor a glossary holds: explained by their parts, or by nothing. */
function findQuoted(
  candidates: readonly (readonly Candidate[])[],
  own: ReadonlyMap<string, Expansion>,
  glossary: Glossary,
  hits: Hit[],
  asked: Set<string>,
): void {
  const known = new Set(hits.map((hit) => hit.start * 64 + Math.min(63, hit.end - hit.start)));
  const composed = new Map<string, ExplainedBy>();
  const lookUp = (part: string) => {
    asked.add(part);
    return lookUpPart(part, own, glossary);
  };
  for (const block of candidates) {
    for (const { term, range, numeric } of block) {
      if (!numeric || !isShort(term, range) || known.has(range.start * 64 + Math.min(63, range.end - range.start)))
        continue;
      let explainedBy = composed.get(term);
      if (explainedBy === undefined) {
        explainedBy = composeExpansion(term, lookUp) ? 'composition' : null;
        composed.set(term, explainedBy);
      }
      hits.push({ start: range.start, end: range.end, term, explainedBy });
    }
  }
}

/** Longer quotations are titles and sentences (浦东…十大创新), not abbreviations that a reader would look up. */
function isShort(term: string, { start, end }: TextRange): boolean {
  return end - start <= 12 && /^[一二三四五六七八九十百千万两双几多\dNn]/.test(term);
}

/** What a part of a composite stands for: the document's own meaning first, then the nearest glossary's. */
function lookUpPart(part: string, own: ReadonlyMap<string, Expansion>, glossary: Glossary): Expansion | undefined {
  return own.get(part) ?? glossary.lookup(part)[0]?.sense;
}

/** Where hits overlap the longest stays; of equal ones the first found. Sorted by start. */
function longestOf(hits: Hit[]): TermUse[] {
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TermUse[] = [];
  for (const hit of hits) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

import type { Glossary } from '../glossary/model.ts';
import type { Block } from '../newsletter/model.ts';
import type { TextRange } from '../text/range.ts';
import { isQuoted, mayStandAlone } from './boundaries.ts';
import { findCandidates } from './candidates.ts';
import { composeExpansion } from './composition.ts';
import type { Definition, Expansion, ExplainedBy, TermUse } from './model.ts';
import { splitComposite } from './numerals.ts';

/** Every use of an abbreviation in a reading text, with where its explanation comes from; sorted, not overlapping. */
export function findTermUses(
  text: string,
  blocks: readonly Block[],
  definitions: readonly Definition[],
  glossary: Glossary,
): readonly TermUse[] {
  const own = expansionsOf(definitions);
  const defined = new Set(definitions.map((definition) => definition.term));
  const hits: TermUse[] = [];
  findOwn(text, own, defined, hits);
  findInGlossary(text, glossary, own, hits);
  findQuoted(text, blocks, own, glossary, hits);
  return longestOf(hits);
}

/** What the document says its terms stand for, by term; the parts of its composites have entries of their own. The first definition whose count is right wins. */
export function expansionsOf(definitions: readonly Definition[]): ReadonlyMap<string, Expansion> {
  const own = new Map<string, Expansion>();
  const wrong = definitions.filter((definition) => definition.miscounted);
  const right = wrong.length ? definitions.filter((definition) => !definition.miscounted) : definitions;
  for (const definition of wrong.length ? [...right, ...wrong] : right) {
    const { term, parts } = definition;
    if (!own.has(term)) own.set(term, definition);
    for (const part of parts ?? partsOfFlat(definition)) {
      if (part.term.length > 1 && !/^[\dNn]/.test(part.term) && !own.has(part.term))
        own.set(part.term, { items: part.items });
    }
  }
  return own;
}

/** 两免 and 一补 of 两免一补 where its items stand in one list: the counts say which belong to which. */
function partsOfFlat({ term, items }: Definition): { readonly term: string; readonly items: readonly string[] }[] {
  const parts = splitComposite(term);
  const sum = parts.reduce((all, part) => all + (part.count ?? NaN), 0);
  if (parts.length < 2 || !items || sum !== items.length) return [];
  let at = 0;
  return parts.map((part) => ({ term: part.term, items: items.slice(at, (at += part.count ?? 0)) }));
}

/**
 * One pass over the text with a table of the hashes of all own terms' first two characters. Parts of composites (三级 of 四级三类)
 * are ordinary words as often as not, so they only count in quotes.
 */
function findOwn(
  text: string,
  own: ReadonlyMap<string, Expansion>,
  defined: ReadonlySet<string>,
  hits: TermUse[],
): void {
  if (!own.size) return;
  const byPair = new Map<number, string[]>();
  const opens = new Uint8Array(0x10000);
  for (const term of own.keys()) {
    const pair = pairOf(term.charCodeAt(0), term.charCodeAt(1));
    opens[pair] = 1;
    const list = byPair.get(pair);
    if (list) list.push(term);
    else byPair.set(pair, [term]);
  }
  for (const list of byPair.values()) list.sort((a, b) => b.length - a.length);
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

function pairOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

function findInGlossary(text: string, glossary: Glossary, own: ReadonlyMap<string, Expansion>, hits: TermUse[]): void {
  const found = glossary.index.findAll(text);
  for (let i = 0; i < found.length; i++) {
    const start = found.starts[i] as number;
    const end = found.ends[i] as number;
    const term = glossary.index.terms[found.terms[i] as number];
    if (term === undefined || own.has(term) || !mayStandAlone(text, start, end, false)) continue;
    hits.push({ start, end, term, explainedBy: null });
  }
  // The index reuses its arrays, so the layers are only asked once the walk is over.
  for (const [i, hit] of hits.entries()) {
    if (hit.explainedBy === null) hits[i] = { ...hit, explainedBy: layerOf(glossary, hit.term) };
  }
}

function layerOf(glossary: Glossary, term: string): ExplainedBy {
  const kind = glossary.lookup(term)[0]?.layer.kind;
  return kind === undefined ? null : kind === 'builtin' ? 'builtin' : 'workspace';
}

/** Quoted numeric terms that neither the document nor a glossary holds: explained by their parts, or by nothing. */
function findQuoted(
  text: string,
  blocks: readonly Block[],
  own: ReadonlyMap<string, Expansion>,
  glossary: Glossary,
  hits: TermUse[],
): void {
  const known = new Set(hits.map((hit) => hit.start * 64 + Math.min(63, hit.end - hit.start)));
  const composed = new Map<string, ExplainedBy>();
  for (const block of blocks) {
    if (block.kind === 'furniture' || block.kind === 'jump') continue;
    for (const { term, range, numeric } of findCandidates(text, block)) {
      if (!numeric || !isShort(term, range) || known.has(range.start * 64 + Math.min(63, range.end - range.start)))
        continue;
      let explainedBy = composed.get(term);
      if (explainedBy === undefined) {
        explainedBy = composeExpansion(term, (part) => lookUpPart(part, own, glossary)) ? 'composition' : null;
        composed.set(term, explainedBy);
      }
      hits.push({ ...range, term, explainedBy });
    }
  }
}

/** Longer quotations are titles and sentences (浦东…十大创新), not abbreviations that a reader would look up. */
function isShort(term: string, { start, end }: TextRange): boolean {
  return end - start <= 12 && /^[一二三四五六七八九十百千万两双几多\dNn]/.test(term);
}

/** What a part of a composite stands for: the document's own meaning first, then the nearest glossary's. */
export function lookUpPart(
  part: string,
  own: ReadonlyMap<string, Expansion>,
  glossary: Glossary,
): Expansion | undefined {
  return own.get(part) ?? glossary.lookup(part)[0]?.sense;
}

/** Where hits overlap the longest stays; of equal ones the first found. Sorted by start. */
function longestOf(hits: TermUse[]): TermUse[] {
  const order = hits.map((hit, i) => ({ hit, i }));
  order.sort((a, b) => a.hit.start - b.hit.start || b.hit.end - a.hit.end || a.i - b.i);
  const kept: TermUse[] = [];
  for (const { hit } of order) {
    const last = kept.at(-1);
    if (!last || hit.start >= last.end) kept.push(hit);
    else if (hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

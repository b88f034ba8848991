import { buildTermIndex } from '../../../src/core/glossary/termIndex.ts';
import type { TermIndex } from '../../../src/core/glossary/model.ts';
import { megabyteTexts, turn } from '../material.ts';
import { loadPeer } from '../peers.ts';
import { flat, glossaryTerms } from '../text.ts';
import { race } from '../timing.ts';

interface PeerMatch {
  readonly begin: number;
  readonly end: number;
  readonly keyword: string;
}

interface PeerIndex {
  matchInText(text: string): PeerMatch[];
}

const sizes = { '1k': 1_000, '10k': 10_000, '100k': 100_000 } as const;

/** Term search and the building of the index against the fastest package of npm. */
export function measureMatch(): Record<string, number> {
  const { AhoCorasick } = loadPeer<{ AhoCorasick: new (terms: string[]) => PeerIndex }>('@monyone/aho-corasick/fast');
  const texts = megabyteTexts(3);
  const results: Record<string, number> = {};
  for (const [name, size] of Object.entries(sizes)) {
    const terms = glossaryTerms(size, 7);
    const ours = buildTermIndex(terms);
    const peer = new AhoCorasick(terms);
    for (const text of texts) compareHits(ours, peer, text);
    const times = race(
      { warmUp: 4, timed: 11 },
      {
        ours: (round) => ours.findAll(turn(texts, round)),
        peer: (round) => peer.matchInText(turn(texts, round)),
      },
    );
    results[`match_${name}_vs_peer`] = times.peer / times.ours;
    results[`match_${name}_ms`] = times.ours;
  }
  return { ...results, ...measureBuilding(AhoCorasick) };
}

function measureBuilding(AhoCorasick: new (terms: string[]) => PeerIndex): Record<string, number> {
  const lists = [7, 8, 9].map((seed) => glossaryTerms(sizes['100k'], seed));
  const times = race(
    { warmUp: 1, timed: 9 },
    {
      ours: (round) => buildTermIndex(turn(lists, round)),
      peer: (round) => new AhoCorasick(turn(lists, round)),
    },
  );
  return { index_100k_vs_peer: times.peer / times.ours, index_100k_ms: times.ours };
}

/** Throws unless both find the same: ours in the wrapped text what the peer finds where every wrap and space is taken out. */
function compareHits(ours: TermIndex, peer: PeerIndex, text: string): void {
  const joined = flat(text.replace(/\s+/gu, ''));
  const expected = leftmostLongest(peer.matchInText(joined)).map((hit) => hit.keyword);
  for (const searched of [joined, text]) {
    const hits = ours.findAll(searched);
    const found = Array.from(hits.terms.subarray(0, hits.length), (term) => ours.terms[term]);
    if (found.length !== expected.length || found.some((term, i) => term !== expected[i])) {
      throw new Error(`The peer finds ${expected.length} terms, we find ${found.length}, and they are not the same.`);
    }
  }
}

/** The peer tells of every term at every place; an editor wants the longest one at the first place. */
function leftmostLongest(matches: readonly PeerMatch[]): PeerMatch[] {
  const sorted = [...matches].sort((a, b) => a.begin - b.begin || b.end - a.end);
  const kept: PeerMatch[] = [];
  let end = 0;
  for (const match of sorted) {
    if (match.begin < end) continue;
    kept.push(match);
    end = match.end;
  }
  return kept;
}

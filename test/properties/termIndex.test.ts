import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSkipped, termKey } from '../../src/core/glossary/normalize.ts';
import { LONGEST } from '../../src/core/glossary/termTable.ts';
import { buildTermIndex } from '../../src/core/glossary/termIndex.ts';

const isIndexed = (key: string) => key.length > 0 && key.length <= LONGEST;

/** The definition of the matcher, word for word and slow: from left to right, the longest term that starts here. */
function naiveHits(terms: readonly string[], text: string, start: number, end: number): [number, number, string][] {
  const keys = new Set(terms.map(termKey).filter(isIndexed));
  const offsets = [...Array(end - start).keys()].map((i) => i + start).filter((i) => !isSkipped(text.charCodeAt(i)));
  const tight = offsets.map((i) => text[i]).join('');
  const hits: [number, number, string][] = [];
  for (let i = 0; i < tight.length;) {
    const longest = [...keys].filter((key) => tight.startsWith(key, i)).sort((a, b) => b.length - a.length)[0];
    if (longest) hits.push([offsets[i]!, offsets[i + longest.length - 1]! + 1, longest]);
    i += longest?.length ?? 1;
  }
  return hits;
}

function foundHits(terms: readonly string[], text: string, start?: number, end?: number): [number, number, string][] {
  const index = buildTermIndex(terms);
  const { length, starts, ends, terms: numbers } = index.findAll(text, start, end);
  return Array.from({ length }, (_, i) => [starts[i]!, ends[i]!, termKey(index.terms[numbers[i]!]!)]);
}

const letter = fc.constantFrom('三', '美', '两', '清', 'A', '1', '\ud842', '\udfb7', '𠮷', '\0', '，');
const space = fc.constantFrom(' ', '\n', '\r\n', '\u3000', '\u00a0', '\ufeff', '\u200b', '\t', '\u2028');
const letters = (maxLength: number) => fc.array(letter, { maxLength }).map((parts) => parts.join(''));
const spaced = (maxLength: number) =>
  fc
    .array(fc.oneof({ arbitrary: letter, weight: 4 }, { arbitrary: space, weight: 1 }), { maxLength })
    .map((parts) => parts.join(''));

describe('the term index', () => {
  it('finds what a naive leftmost-longest search finds', () => {
    fc.assert(
      fc.property(fc.array(spaced(6), { maxLength: 30 }), spaced(120), (terms, text) => {
        assert.deepEqual(foundHits(terms, text), naiveHits(terms, text, 0, text.length));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds terms that are prefixes of one another, up to lengths beyond one mask', () => {
    const prefixes = fc.tuple(letters(80), fc.array(fc.nat(80), { maxLength: 12 }));
    fc.assert(
      fc.property(prefixes, spaced(60), fc.array(fc.nat(80), { maxLength: 6 }), ([long, cuts], noise, repeats) => {
        const terms = cuts.map((cut) => long.slice(0, cut));
        const text = noise + repeats.map((cut) => long.slice(0, cut)).join('\n') + noise;
        assert.deepEqual(foundHits(terms, text), naiveHits(terms, text, 0, text.length));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps to the part of the text it is asked for', () => {
    fc.assert(
      fc.property(fc.array(letters(4), { maxLength: 20 }), spaced(80), fc.nat(80), fc.nat(80), (terms, text, a, b) => {
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        assert.deepEqual(foundHits(terms, text, start, end), naiveHits(terms, text, start, end));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the same in a text longer than one stretch', () => {
    const filler = fc.constantFrom('美', ' ', '\n', '三美', '\u3000清', '两');
    fc.assert(
      fc.property(
        fc.array(letters(40), { maxLength: 12 }),
        filler,
        fc.nat(60),
        spaced(40),
        (terms, fill, more, tail) => {
          const body = fill.repeat(Math.floor(((1 << 11) - 20 + more) / fill.length));
          const text = body + terms.join(' ') + tail + terms.join('\n');
          assert.deepEqual(foundHits(terms, text), naiveHits(terms, text, 0, text.length));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('knows each of its terms by name, in any spacing', () => {
    fc.assert(
      fc.property(fc.array(spaced(6), { maxLength: 30 }), spaced(6), (terms, other) => {
        const index = buildTermIndex(terms);
        const keys = index.terms.map(termKey);
        assert.equal(new Set(keys).size, keys.length);
        assert.deepEqual(new Set(keys), new Set(terms.map(termKey).filter((key) => key !== '')));
        for (const term of terms) assert.equal(index.idOf(term), keys.indexOf(termKey(term)));
        assert.equal(index.idOf(other), keys.indexOf(termKey(other)));
      }),
      { numRuns: 1000 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addEntryEdit } from '../../src/core/glossary/addEntry.ts';
import type { GlossaryEntry } from '../../src/core/glossary/model.ts';
import { parseGlossary } from '../../src/core/glossary/parse.ts';
import { renameTermEdits } from '../../src/core/glossary/renameTerm.ts';
import { applyEdits } from '../../src/core/text/range.ts';

const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { noNullPrototype: true });
const term = fc.stringMatching(/^[三两四会美清][会美清abN]{1,5}$/);
const text = fc.stringMatching(/^[甲乙丙丁a-z#:"'\-[\]{}&*!|>%@`,。]{1,12}$/).map((some) => `项${some}`);
const items = fc.uniqueArray(text, { minLength: 1, maxLength: 4 });
const entry: fc.Arbitrary<GlossaryEntry> = record({
  term,
  senses: fc.array(
    fc.oneof(
      record({ items, place: text, verified: fc.boolean() }),
      record({ explanation: text, year: fc.integer({ min: 1949, max: 2049 }) }),
      record({ parts: fc.array(record({ term, items }), { minLength: 1, maxLength: 3 }) }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
});
const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 5, selector: (one) => one.term });
const format = fc.constantFrom('json', 'yaml');

function written(list: readonly GlossaryEntry[], how: 'json' | 'yaml', indent: number): string {
  if (how === 'json') return JSON.stringify({ entries: list }, null, indent);
  return list.reduce((before, one) => {
    const edit = addEntryEdit(before, 'yaml', one);
    return edit ? applyEdits(before, [edit]) : before;
  }, '');
}

describe('the text of a glossary', () => {
  it('reads back as it was written, in both formats', () => {
    fc.assert(
      fc.property(entries, format, fc.nat(4), (list, how, indent) => {
        const parsed = parseGlossary(written(list, how, indent), how);
        assert.deepEqual(parsed.entries, list);
        assert.equal(parsed.broken, false);
      }),
      { numRuns: 300 },
    );
  });

  it('is never thrown at, whatever becomes of it, and tells places inside of it', () => {
    const scrap = fc.constantFrom(
      '"',
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '\n',
      '- ',
      '&a ',
      '*a ',
      '\t',
      '\0',
      '\ud800',
      '__proto__',
      '三会',
    );
    const cut = fc.tuple(fc.nat(2000), fc.nat(20), scrap);
    fc.assert(
      fc.property(entries, format, fc.array(cut, { maxLength: 4 }), (list, how, cuts) => {
        let broken = written(list, how, 2);
        for (const [at, length, put] of cuts) {
          const start = at % (broken.length + 1);
          broken = broken.slice(0, start) + put + broken.slice(start + length);
        }
        const parsed = parseGlossary(broken, how);
        for (const { range } of parsed.problems) {
          assert.ok(range.start >= 0 && range.start <= range.end && range.end <= broken.length);
        }
        assert.deepEqual(parseGlossary(broken, how, parsed.cache).entries, parsed.entries);
        applyEdits(broken, renameTermEdits(broken, how, '三会', '四会'));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps all entries but one when one character of one entry is spoilt', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), (list, which, where) => {
        const lines = written(list, 'yaml', 2).split('\n');
        const starts = lines.flatMap((line, i) => (/^ {2}- term/.test(line) ? [i] : []));
        const nth = which % starts.length;
        const from = starts[nth] as number;
        const to = starts[nth + 1] ?? lines.length - 1;
        const at = from + (where % Math.max(1, to - from));
        lines[at] = `${lines[at]} "[`;
        const spoilt = (list[nth] as GlossaryEntry).term;
        const left = parseGlossary(lines.join('\n'), 'yaml').entries.filter((one) => one.term !== spoilt);
        assert.deepEqual(
          left,
          list.filter((one) => one.term !== spoilt),
        );
      }),
      { numRuns: 300 },
    );
  });
});

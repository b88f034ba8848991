import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expectedCount, splitComposite } from '../../../src/core/abbreviations/numerals.ts';
import { isPlainAddress } from '../../../src/core/features/hoverMarkdown.ts';
import type { GlossaryEntry, Sense } from '../../../src/core/glossary/model.ts';

const folder = new URL('../../../glossary/', import.meta.url);
const builtin = new URL('builtin/', folder);
const names = readdirSync(builtin).filter((name) => name.endsWith('.json'));
const texts = new Map(names.map((name) => [name, readFileSync(new URL(name, builtin), 'utf8')]));
const files = new Map(
  [...texts].map(([name, text]) => [name, (JSON.parse(text) as { entries: readonly GlossaryEntry[] }).entries]),
);
const entries = [...files.values()].flat();
const senses = entries.flatMap((entry) => entry.senses.map((sense) => ({ entry, sense })));

const schema = JSON.parse(readFileSync(new URL('glossary.schema.json', folder), 'utf8')) as object;
const validate = new Ajv({ allErrors: true, strictTypes: false })
  .addVocabulary(['markdownDescription', 'enumDescriptions', 'patternErrorMessage'])
  .compile(schema);

/**
 * Whether a term in words and a number of items agree: the numerals promise that many, or each of them does
 * (四减四增 lists four pairs). Where the numerals promise nothing there is no check.
 */
function agrees(term: string, size: number): boolean {
  const expected = expectedCount(term);
  return expected === null || expected === size || splitComposite(term).every((part) => part.count === size);
}

const itemsOf = (sense: Sense): readonly string[] => sense.items ?? sense.parts?.flatMap((part) => part.items) ?? [];

/** What fails `holds`, named by term, so that a failing test tells where to look. */
const failing = (holds: (sense: Sense, term: string) => boolean): string[] =>
  senses.filter(({ entry, sense }) => !holds(sense, entry.term)).map(({ entry }) => entry.term);

describe('the built-in glossary', () => {
  for (const [name, text] of texts) {
    it(`${name} is valid against the glossary schema and below 400 KiB`, () => {
      assert.equal(validate(JSON.parse(text)), true, JSON.stringify(validate.errors, null, 1));
      assert.ok(Buffer.byteLength(text) < 400 * 1024);
    });
  }

  it('has as many entries as are promised', () => {
    assert.ok(entries.length >= 400, `${entries.length} entries`);
  });

  it('states no term and no alias twice over all files', () => {
    const all = entries.flatMap((entry) => [entry.term, ...(entry.aliases ?? [])]);
    assert.deepEqual(
      all.filter((term, index) => all.indexOf(term) !== index),
      [],
    );
  });

  it('has as many items as the numeral of the term says', () => {
    assert.deepEqual(
      failing((sense, term) => sense.items === undefined || agrees(term, sense.items.length)),
      [],
    );
  });

  it('has in each part of a composite as many items as the numeral of the part says, and only parts of the term', () => {
    assert.deepEqual(
      failing((sense, term) =>
        (sense.parts ?? []).every((part) => agrees(part.term, part.items.length) && term.includes(part.term)),
      ),
      [],
    );
  });

  it('has no item twice in one sense', () => {
    assert.deepEqual(
      failing((sense) => new Set(itemsOf(sense)).size === itemsOf(sense).length),
      [],
    );
  });

  it('names for every sense a document, and marks its meaning national or places it', () => {
    assert.deepEqual(
      failing((sense) => Boolean(sense.source?.title) && sense.scope !== undefined),
      [],
    );
    assert.deepEqual(
      failing((sense) => (sense.scope === 'national') === (sense.place === undefined)),
      [],
    );
  });

  it('gives local meanings their year', () => {
    assert.deepEqual(
      failing((sense) => sense.scope === 'national' || sense.year !== undefined),
      [],
    );
  });

  it('says where a meaning was not checked, and never says so of one that was', () => {
    assert.deepEqual(
      failing((sense) => sense.verified === undefined || sense.verified === false),
      [],
    );
    assert.ok(senses.some(({ sense }) => sense.verified === undefined));
  });

  it('names for every meaning that counts as checked the title and the date of its document', () => {
    assert.deepEqual(
      failing(({ verified, source }) => verified === false || Boolean(source?.title && source.date)),
      [],
    );
  });

  it('gives only addresses that the hover can show as links', () => {
    assert.deepEqual(
      failing(({ source }) => source?.url === undefined || isPlainAddress(source.url)),
      [],
    );
  });

  it('holds no term that would be marked in common running text', () => {
    const generic =
      /^(?:[一二三四五六七八九十两双几多]+(?:个|者|种|项|类|次|年|人|大|位|条|件)?|十[一二三四五六]五|五四|九三学社)$/;
    assert.deepEqual(
      entries.flatMap((entry) => [entry.term, ...(entry.aliases ?? [])]).filter((term) => generic.test(term)),
      [],
    );
  });
});

describe('the glossary schema', () => {
  const sense = (value: object): boolean => validate({ entries: [{ term: '三会', senses: [value] }] });

  it('takes a flat list, a composite, or an explanation alone', () => {
    assert.ok(sense({ items: ['甲会', '乙会', '丙会'] }));
    assert.ok(
      sense({
        parts: [
          { term: '两清', items: ['甲', '乙'] },
          { term: '一更新', items: ['丙'] },
        ],
      }),
    );
    assert.ok(sense({ explanation: '青禾镇的议事办法。', scope: 'town', place: '青禾镇', year: 2022 }));
  });

  it('refuses items beside parts, and a sense that says nothing', () => {
    assert.ok(
      !sense({
        items: ['甲'],
        parts: [
          { term: '甲', items: ['乙'] },
          { term: '丙', items: ['丁'] },
        ],
      }),
    );
    assert.ok(!sense({ scope: 'national' }));
  });

  it('refuses slips of the pen: unknown keys, scopes, dates, a nation with a place, white space in a term', () => {
    assert.ok(!sense({ item: ['甲'], explanation: '说明。' }));
    assert.ok(!sense({ items: ['甲'], scope: 'county' }));
    assert.ok(!sense({ items: ['甲'], source: { title: '规定', date: '2022-13' } }));
    assert.ok(!sense({ items: ['甲'], scope: 'national', place: '海州市' }));
    assert.ok(!sense({ items: ['甲', '甲'] }));
    assert.ok(!sense({ items: [''] }));
    assert.ok(!validate({ entries: [{ term: '三 会', senses: [{ items: ['甲'] }] }] }));
    assert.ok(!validate({ entries: [{ term: '三会', senses: [] }] }));
  });
});

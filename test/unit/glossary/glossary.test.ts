import assert from 'node:assert/strict';
import type { Definition } from '../../../src/core/abbreviations/model.ts';
import { readBuiltinLayer } from '../../../src/cli/builtinGlossary.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';
import { harvestedLayer } from '../../../src/core/glossary/harvest.ts';
import type { GlossaryLayer, LayerKind, Sense } from '../../../src/core/glossary/model.ts';

const layer = (kind: LayerKind, id: string, ...senses: Sense[]): GlossaryLayer => ({
  kind,
  id,
  label: id,
  entries: [{ term: '三通', aliases: ['三通工程'], senses }],
});

const local = (place: string, year: number): Sense => ({ items: [`${place}${year}`], place, year });

describe('a glossary of layers', () => {
  it('asks the workspace before other newsletters, and these before the built-in entries', () => {
    const glossary = createGlossary([
      layer('builtin', 'builtin', { items: ['c'] }),
      layer('harvested', 'b', { items: ['b'] }),
      layer('workspace', 'a', { items: ['a'] }),
    ]);
    assert.deepEqual(
      glossary.lookup('三通').map(({ sense }) => sense.items?.[0]),
      ['a', 'b', 'c'],
    );
  });

  it('puts the sense nearest in place first, over all layers of a kind, then the one nearest in time', () => {
    const glossary = createGlossary([
      layer('harvested', 'x', local('江南省', 2010), local('海州市临江区青禾镇', 2012)),
      layer('harvested', 'y', local('海州市临江区', 2019), local('海州市临江区', 2023), local('海州市', 2022)),
      layer('harvested', 'z', { items: ['national'], scope: 'national' }),
    ]);
    assert.deepEqual(
      glossary.lookup('三通', { place: '海州市临江区', year: 2022 }).map(({ sense }) => sense.items?.[0]),
      ['海州市临江区2023', '海州市临江区2019', '海州市2022', 'national', '海州市临江区青禾镇2012', '江南省2010'],
    );
  });

  it('puts the wider meaning first where the document has no place', () => {
    const glossary = createGlossary([
      layer('builtin', 'builtin', local('海州市', 2020), { items: ['national'], scope: 'national' }),
    ]);
    assert.equal(glossary.lookup('三通')[0]?.sense.items?.[0], 'national');
  });

  it('knows terms by alias and in any spacing, and unknown ones not at all', () => {
    const glossary = createGlossary([layer('workspace', 'a', { items: ['a'] })]);
    assert.equal(glossary.lookup('三 通\n工程')[0]?.entry.term, '三通');
    for (const term of ['', '三', '三通工', '__proto__', 'constructor']) assert.deepEqual(glossary.lookup(term), []);
    assert.deepEqual(createGlossary([]).lookup('三通'), []);
  });

  it('tells each sense once where an alias equals a term', () => {
    const twice = { ...layer('workspace', 'a', { items: ['a'] }) };
    const glossary = createGlossary([
      { ...twice, entries: [{ term: '三通', aliases: ['三通', '三 通'], senses: [{ items: ['a'] }] }] },
    ]);
    assert.equal(glossary.lookup('三通').length, 1);
    assert.deepEqual(glossary.index.terms, ['三通']);
  });

  it('finds every term and alias in text', () => {
    const glossary = createGlossary([layer('workspace', 'a', { items: ['a'] })]);
    const hits = glossary.index.findAll('抓“三通”，推进三通\n工程');
    assert.deepEqual([...hits.starts.subarray(0, hits.length)], [2, 8]);
    assert.equal(glossary.index.terms[hits.terms[1] as number], '三通工程');
  });

  it('can be asked while hits of a search are still in use', () => {
    const glossary = createGlossary([layer('workspace', 'a', { items: ['a'] })]);
    const hits = glossary.index.findAll('三通，三通');
    glossary.lookup('三通工程');
    assert.deepEqual([hits.length, hits.starts[1]], [2, 3]);
  });
});

describe('definitions of another newsletter as a layer', () => {
  const range = { start: 0, end: 2 };
  const define = (term: string, items: string[]): Definition => ({
    term,
    items,
    range,
    span: range,
    itemsRange: range,
    form: 'bracket',
  });

  it('bear the place, the year and the title of the newsletter, equal ones once', () => {
    const found = harvestedLayer(
      'file:///a.newsletter',
      'a.newsletter',
      [define('三通', ['路', '电', '水']), define('三 通', ['路', '电', '水']), define('空', [])],
      { title: '青禾简报', issuer: '青禾镇', date: '2022-10', place: '青禾镇' },
    );
    assert.deepEqual(found.entries, [
      {
        term: '三通',
        senses: [
          {
            items: ['路', '电', '水'],
            place: '青禾镇',
            year: 2022,
            source: { title: '青禾简报', issuer: '青禾镇', date: '2022-10' },
          },
        ],
      },
    ]);
  });
});

describe('the built-in layer', () => {
  it('is read from the project’s own files, and every entry of it can be looked up', () => {
    const builtin = readBuiltinLayer();
    const glossary = createGlossary([builtin]);
    assert.ok(builtin.entries.length > 100);
    for (const { term, senses } of builtin.entries) assert.equal(glossary.lookup(term).length, senses.length, term);
  });
});

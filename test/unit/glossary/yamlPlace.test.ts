import assert from 'node:assert/strict';
import { yamlPlaceAt } from '../../../src/core/glossary/yamlPlace.ts';

/** The place at the `|` of a text: path, what is being written, and the keys that are there. */
function placeAt(marked: string): string {
  const offset = marked.indexOf('|');
  const place = yamlPlaceAt(marked.replace('|', ''), offset);
  if (!place) return 'none';
  const path = [...place.path, ...(place.valueKey ? [`=${place.valueKey}`] : [])].join('/');
  return `${path} has ${place.present.join()}`;
}

const start = 'entries:\n  - term: 三清\n    aliases: [三清行动]\n    senses:\n      - items: [清河, 清路, 清院]\n';

describe('the place of a cursor in a YAML glossary', () => {
  it('is the top of an empty file', () => {
    assert.equal(placeAt('|'), ' has ');
    assert.equal(placeAt('ent|'), ' has ');
  });

  it('is a new entry behind a dash, with or without others above it', () => {
    assert.equal(placeAt('entries:\n  - |'), 'entries has ');
    assert.equal(placeAt(`${start}  - te|`), 'entries has ');
  });

  it('is an entry that has a term already', () => {
    assert.equal(placeAt('entries:\n  - term: 三清\n    se|'), 'entries has term');
  });

  it('is a sense among its other keys, above and below', () => {
    assert.equal(
      placeAt(`${start}        sc|\n        place: 青禾镇\n  - term: 两建\n`),
      'entries/senses has items,place',
    );
    assert.equal(placeAt(`${start}      - |`), 'entries/senses has ');
  });

  it('is an object inside a sense', () => {
    assert.equal(
      placeAt(`${start}        source:\n          title: 要点\n          |`),
      'entries/senses/source has title',
    );
  });

  it('is the value of a key', () => {
    assert.equal(placeAt(`${start}        scope: to|`), 'entries/senses/=scope has items');
  });

  it('is found in a list that is no further in than its key', () => {
    assert.equal(placeAt('entries:\n- term: 三清\n  senses:\n  - items: [清河]\n    |'), 'entries/senses has items');
    assert.equal(placeAt('entries:\n- term: 三清\n  senses:\n  - items: [清河]\n- |'), 'entries has ');
  });

  it('is none inside of lists in brackets, values and comments', () => {
    for (const text of ['entries: [a|', '# a comment|', 'entries:\n  - term: 三|'])
      assert.equal(placeAt(text), 'none', text);
  });
});

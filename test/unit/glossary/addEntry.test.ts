import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { addEntryEdit, newGlossaryText } from '../../../src/core/glossary/addEntry.ts';
import type { GlossaryFormat } from '../../../src/core/glossary/parseModel.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

const entry = {
  term: '三清',
  aliases: ['三清行动'],
  senses: [{ items: ['清路', '清河', '清院: “后院”'], year: 2026 }],
};

function added(text: string, format: GlossaryFormat): string {
  const edit = addEntryEdit(text, format, entry);
  assert.ok(edit);
  return applyEdits(text, [edit]);
}

describe('an entry added to a glossary file', () => {
  for (const format of ['json', 'yaml'] as const) {
    it(`makes a new ${format} file that reads back`, () => {
      assert.deepEqual(parse(newGlossaryText(entry, format)), { entries: [entry] });
      assert.deepEqual(parse(added(' \n', format)), { entries: [entry] });
    });
  }

  it('stands at the end of a JSON file, with the comma and the indent of its neighbours', () => {
    const text = `{\n    "$schema": "x",\n    "entries": [\n        { "term": "两建", "senses": [{ "items": ["a]", "b\\"]"] }] }\n    ]\n}\n`;
    const result = added(text, 'json');
    assert.equal(JSON.parse(result).entries.length, 2);
    assert.deepEqual(JSON.parse(result).entries[1], entry);
    assert.ok(result.startsWith(text.slice(0, text.indexOf(' }\n    ]') + 2)));
    assert.ok(result.includes('},\n        {\n'));
  });

  it('fills an empty JSON list', () => {
    assert.deepEqual(JSON.parse(added('{"entries":[]}', 'json')), { entries: [entry] });
  });

  it('stands at the end of a YAML list, whatever follows it', () => {
    const text = `# 术语\r\nentries:\r\n- term: 两建\r\n  senses:\r\n  - items: [建机制, 建队伍]\r\n\r\nnote: 完\r\n`;
    const result = added(text, 'yaml');
    const read = parse(result) as { entries: unknown[]; note: string };
    assert.equal(read.note, '完');
    assert.deepEqual(read.entries[1], entry);
    assert.equal(result.replaceAll('\r\n', '').includes('\n'), false);
    assert.ok(result.startsWith(text.slice(0, text.indexOf(']') + 1)));
  });

  it('fills an empty YAML list and one in flow style', () => {
    assert.deepEqual(parse(added('entries: []\n', 'yaml')), { entries: [entry] });
    assert.deepEqual(parse(added('entries:\n', 'yaml')), { entries: [entry] });
    assert.equal(
      (parse(added('{ "entries": [{ "term": "两建", "senses": [] }] }', 'yaml')) as { entries: unknown[] }).entries
        .length,
      2,
    );
  });

  it('stays in the first of several YAML documents', () => {
    const [first = ''] = added('entries:\n---\nother: 1\n', 'yaml').split('---\n');
    assert.deepEqual(parse(first), { entries: [entry] });
  });

  it('is refused where the file has no list of entries', () => {
    assert.equal(addEntryEdit('{ "terms": [] }', 'json', entry), undefined);
    assert.equal(addEntryEdit('terms: 3\n', 'yaml', entry), undefined);
  });
});

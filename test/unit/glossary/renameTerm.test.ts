import assert from 'node:assert/strict';
import { renameTermEdits } from '../../../src/core/glossary/renameTerm.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

describe('renaming a term in a glossary file', () => {
  it('changes terms, aliases and parts in YAML, and keeps comments and the way each is quoted', () => {
    const text = `entries:
  # 三会 in a comment
  - term: 三会 # here
    aliases: ["三会", '三 会']
    senses:
      - parts: [{ term: 三会, items: [三会] }]
        explanation: 三会
`;
    const edits = renameTermEdits(text, 'yaml', '三会', '四会');
    assert.equal(
      applyEdits(text, edits),
      text
        .replace('term: 三会 #', 'term: 四会 #')
        .replace(`["三会", '三 会']`, `["四会", '四会']`)
        .replace('{ term: 三会', '{ term: 四会'),
    );
    assert.match(applyEdits(text, renameTermEdits(text, 'yaml', '三会', '1+3')), /term: "1\+3" # here/);
  });

  it('changes JSON in place, tabs and all', () => {
    const text =
      '{\n\t"entries": [\n\t\t{"term": "三会", "senses": [{"items": ["三会"]}]},\r\n\t\t{"term": "两清"}\n\t]\n}';
    const edits = renameTermEdits(text, 'json', '三会', '四“会');
    assert.equal(applyEdits(text, edits), text.replace('"term": "三会"', '"term": "四“会"'));
  });

  it('has nothing to do where the term is not there or the text is no glossary', () => {
    for (const text of ['', '三会', '{"entries": [', 'entries:\n- [', `entries:\n- ${'['.repeat(9000)}`]) {
      assert.deepEqual(renameTermEdits(text, 'yaml', '三会', '四会'), [], text.slice(0, 20));
    }
  });
});

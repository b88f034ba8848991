import assert from 'node:assert/strict';
import { renameInGlossary } from '../../../src/core/glossary/renameEntry.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

describe('a term renamed in a glossary file', () => {
  const renamed = (text: string) => applyEdits(text, renameInGlossary(text, '1+3+N', '1+4+N'));

  it('changes in JSON and in YAML, quoted or not, and as a part', () => {
    assert.equal(renamed('{"entries":[{"term": "1+3+N"}]}'), '{"entries":[{"term": "1+4+N"}]}');
    assert.equal(renamed('entries:\n  - term: 1+3+N\n'), 'entries:\n  - term: 1+4+N\n');
    assert.equal(renamed("parts: [{ term: '1+3+N', items: [] }]"), "parts: [{ term: '1+4+N', items: [] }]");
  });

  it('leaves explanations, items and longer terms alone', () => {
    const text = '{ "term": "1+3+NX", "explanation": "“1+3+N”", "items": ["1+3+N"] }';
    assert.equal(renamed(text), text);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/core/analyze.ts';
import { appendixEdit } from '../../src/core/features/appendix.ts';
import { completionsAt } from '../../src/core/features/completion.ts';
import { hoverCard } from '../../src/core/features/hoverCard.ts';
import { hoverMarkdown } from '../../src/core/features/hoverMarkdown.ts';
import { renameEdits, termPlaces } from '../../src/core/features/references.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import { formatMessage } from '../../src/core/lint/message.ts';
import { applyEdits } from '../../src/core/text/range.ts';

const glossary = createGlossary([
  {
    kind: 'workspace',
    id: 'file:///x.glossary.json',
    label: 'x',
    entries: [
      { term: '三会', senses: [{ items: ['听证会', '协调会', '评议会'] }] },
      { term: '两清', senses: [{ items: ['清沟渠', '清楼道'] }] },
    ],
  },
]);
const pieces = [
  '“三会”',
  '三\n会',
  '“三会两清”',
  '两清',
  '“四美”',
  '甲、乙、丙“三会”',
  '，即',
  '名词解释\n',
  '1. “三会”：指甲。',
  '。\n',
  '\r\n\r\n',
  '　',
  '”',
  '“',
  '\ud800',
  '青禾镇',
  'a',
];
const raw = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join(''));

/** Whole sentences on lines of their own: what a scrap of layout reads as may change with any line that is added. */
const sentence = fc.array(fc.constantFrom('“三会”', '两清', '“三会两清”', '“四美”', '听证、协调“三会”'), {
  minLength: 1,
  maxLength: 4,
});
const sentences = fc.array(
  sentence.map((all) => `　　青禾镇今年在各村推进${all.join('和')}，居民说门口的路好走了，河道也清了。`),
  { minLength: 1, maxLength: 6 },
);

describe('features of terms on any text', () => {
  it('never throw, speak of places in the raw text, and put the same appendix once only', () => {
    fc.assert(
      fc.property(raw, fc.nat(80), (text, some) => {
        const analysis = analyze(text, glossary);
        const offset = Math.min(some, text.length);
        const card = hoverCard(offset, analysis, glossary);
        if (card?.range) assert.ok(card.range.start <= offset && offset <= card.range.end);
        if (card) hoverMarkdown(card, (message, ...args) => formatMessage({ message, args }));
        for (const completion of completionsAt(text, offset, glossary.index))
          assert.ok(completion.range.end === offset);
        for (const place of termPlaces('三会', analysis))
          assert.ok(place.start < place.end && place.end <= text.length);
        applyEdits(text, renameEdits('三会', '四会', analysis));
      }),
      { numRuns: 1000 },
    );
  });

  it('make an appendix that a second run leaves alone', () => {
    fc.assert(
      fc.property(sentences, fc.constantFrom('\n', '\r\n'), (lines, lineEnd) => {
        const text = lines.join(lineEnd);
        const edit = appendixEdit(analyze(text, glossary), glossary);
        const once = edit ? applyEdits(text, [edit]) : text;
        const again = appendixEdit(analyze(once, glossary), glossary);
        assert.equal(again ? applyEdits(once, [again]) : once, once);
      }),
      { numRuns: 500 },
    );
  });
});

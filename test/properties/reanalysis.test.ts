import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze, Analyzer } from '../../src/core/analyze.ts';
import type { Analysis } from '../../src/core/analysis.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import { simulateText } from '../simulator/page/longText.ts';

const glossary = createGlossary([
  {
    kind: 'workspace',
    id: 'test',
    label: 'test',
    entries: ['三化', '四美', '老旧小区改造', '微心愿'].map((term) => ({ term, senses: [{ items: ['甲', '乙'] }] })),
  },
]);

/** All that an analysis says; the map of offsets shows in the repairs. */
const told = ({ reading, ...others }: Analysis) => ({
  raw: reading.raw,
  text: reading.text,
  repairs: reading.repairs,
  ...others,
});

/** What a person may do at a place given as a share of the text. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 30 }), fc.constant(9000)),
    insert: fc.oneof(
      fc.constantFrom(
        '',
        '的',
        '“',
        '”',
        '。',
        '\n',
        '\r\n',
        '三化',
        '“三化”',
        '（',
        '一、',
        '名词解释\n',
        '（通讯员 李明）\n',
        '\n\n',
      ),
      fc.constant('“四美”（美环境、美生活、美人文、美乡村）'),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('Reading a changed text again', () => {
  it('gives what reading it for the first time gives, whatever was changed', () => {
    const text = simulateText(60_000, 3);
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 60_000 }), edits, (length, changes) => {
        let raw = text.slice(0, length);
        const analyzer = new Analyzer();
        analyzer.analyze(raw, glossary);
        for (const { at, remove, insert } of changes) {
          const start = Math.floor(at * raw.length);
          raw = raw.slice(0, start) + insert + raw.slice(start + remove);
          assert.deepEqual(told(analyzer.analyze(raw, glossary)), told(analyze(raw, glossary)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('looks at the sheet that was changed and takes the others over', () => {
    const raw = simulateText(60_000, 4);
    const analyzer = new Analyzer();
    const before = analyzer.analyze(raw, glossary);
    const at = raw.length - 2000;
    const after = analyzer.analyze(`${raw.slice(0, at)}的${raw.slice(at)}`, glossary);
    const kept = after.newsletter.blocks.filter((block, i) => block === before.newsletter.blocks[i]);
    assert.ok(kept.length > after.newsletter.blocks.length * 0.7, `${kept.length} blocks were taken over`);
  });
});

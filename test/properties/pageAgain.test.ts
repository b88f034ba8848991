import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Analyzer } from '../../src/core/analyze.ts';
import { PageText } from '../../src/core/features/pageText.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import { buildBlocks } from '../../src/shared/sync/buildBlocks.ts';
import { diffPages, patchPage, patchText, textOf, type PageBlock } from '../../src/shared/sync/page.ts';
import { simulateText } from '../simulator/page/longText.ts';

const glossary = createGlossary([]);

const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 60 }), fc.constant(5000)),
    insert: fc.constantFrom(
      '',
      '的',
      '\n',
      '\r\n',
      '\n\n',
      '一、',
      '“三化”（美化、净化、绿化）',
      '# 新标题\n',
      '\u3000\u3000',
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

const findingsOf = ({ findings }: ReturnType<Analyzer['analyze']>) =>
  findings.map(({ range, code }) => ({ range, kind: 'hint' as const, message: code }));

describe('The page of a changed text', () => {
  it('is the same whether it is made anew or from the page before, whatever was changed', () => {
    const text = simulateText(30_000, 5);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), changes, (length, edits) => {
        let raw = text.slice(0, length);
        const analyzer = new Analyzer();
        let page: PageText | undefined;
        let blocks: readonly PageBlock[] = [];
        for (const { at, remove, insert } of [{ at: 0, remove: 0, insert: '' }, ...edits]) {
          const start = Math.floor(at * raw.length);
          raw = raw.slice(0, start) + insert + raw.slice(start + remove);
          const analysis = analyzer.analyze(raw, glossary);
          const fresh = new PageText(analysis);
          page = new PageText(analysis, page);
          assert.deepEqual(page.texts, fresh.texts);
          assert.equal(page.text, fresh.text);
          assert.equal(page.length, fresh.text.length);
          const made = buildBlocks(page, analysis, findingsOf(analysis), blocks);
          assert.deepEqual(made, buildBlocks(fresh, analysis, findingsOf(analysis)));
          const patch = diffPages(blocks, made);
          assert.deepEqual(patchPage(blocks, patch), made);
          assert.equal(patchText(textOf(blocks), blocks, patch), textOf(made));
          blocks = made;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives any stretch of its text, and any stretch of its repairs', () => {
    const analysis = new Analyzer().analyze(simulateText(30_000, 6), glossary);
    const { reading } = analysis;
    const page = new PageText(analysis);
    const ends = (length: number) =>
      fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => (a < b ? [a, b] : [b, a]));
    fc.assert(
      fc.property(ends(page.length), ends(reading.raw.length), ([from = 0, to = 0], [start = 0, end = 0]) => {
        assert.equal(page.slice(from, to), page.text.slice(from, to));
        assert.deepEqual(
          reading.repairsFrom(start, end),
          reading.repairs.filter((repair) => repair.start >= start && repair.start < end),
        );
      }),
    );
  });

  it('keeps the blocks that a keystroke leaves as they are, the same objects', () => {
    const analyzer = new Analyzer();
    const raw = simulateText(30_000, 7);
    const before = analyzer.analyze(raw, glossary);
    const page = new PageText(before);
    const blocks = buildBlocks(page, before, []);
    const middle = before.newsletter.blocks.find(({ start, kind }) => start > 10_000 && kind === 'paragraph');
    assert.ok(middle);
    const at = before.reading.toRaw(middle.start + 3);
    const after = analyzer.analyze(`${raw.slice(0, at)}的${raw.slice(at)}`, glossary);
    const next = buildBlocks(new PageText(after, page), after, [], blocks);
    const fresh = next.filter((block) => !blocks.includes(block));
    assert.ok(fresh.length <= 3, `${fresh.length} blocks of ${next.length} were made anew`);
  });
});

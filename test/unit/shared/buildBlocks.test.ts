import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze.ts';
import { PageText } from '../../../src/core/features/pageText.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';
import { buildBlocks } from '../../../src/shared/sync/buildBlocks.ts';

/** What is marked in a text, each as kind, level and the marked words. */
function marksOf(raw: string): string[] {
  const analysis = analyze(raw, createGlossary([]));
  return buildBlocks(new PageText(analysis), analysis, []).flatMap((block) =>
    block.marks.map(({ kind, level, start, end }) => `${kind} ${level}: ${block.text.slice(start, end)}`),
  );
}

describe('What is marked in the blocks of a page', () => {
  it('a lead, with its level and the mark that closes it', () => {
    const raw = `青禾镇工作总结

　　一、主要做法
　　（一）织密一张网。全镇划分微网格，做到小事不出楼组、大事不出社区。
　　——推进微治理。坚持群众的事群众商量着办，居民诉求按时办结率逐年提高。
`;
    assert.deepEqual(
      marksOf(raw).filter((mark) => mark.startsWith('lead')),
      ['lead 3: （一）织密一张网。', 'lead 4: ——推进微治理。'],
    );
  });
});

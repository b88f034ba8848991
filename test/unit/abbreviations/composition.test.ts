import assert from 'node:assert/strict';
import { composeExpansion } from '../../../src/core/abbreviations/composition.ts';
import type { Expansion } from '../../../src/core/abbreviations/model.ts';

const known: Readonly<Record<string, Expansion>> = {
  三微: { items: ['微治理', '微改造', '微更新'] },
  三美: { items: ['美丽街区', '美丽家园', '美丽楼道'] },
  两清一更新: {
    parts: [
      { term: '两清', items: ['清盘', '清零'] },
      { term: '一更新', items: ['微更新'] },
    ],
  },
};
const compose = (term: string): Expansion | null => composeExpansion(term, (part) => known[part]);

describe('a composite from its parts', () => {
  it('is the sum of its parts', () => {
    assert.deepEqual(compose('三微三美')?.parts, [
      { term: '三微', items: known['三微']?.items },
      { term: '三美', items: known['三美']?.items },
    ]);
  });

  it('takes the longest known stretch first, whose own parts it lists', () => {
    assert.deepEqual(
      compose('三美两清一更新')?.parts?.map((part) => part.term),
      ['三美', '两清', '一更新'],
    );
  });

  it('does without a part that no number counts', () => {
    assert.deepEqual(
      compose('三微三美多节点')?.parts?.map((part) => part.term),
      ['三微', '三美'],
    );
    assert.equal(compose('多点多面'), null);
  });

  it('is null unless every part is known, and for what is no composite', () => {
    for (const term of ['三微五美', '三微', '十四五', '', '一体化']) assert.equal(compose(term), null);
  });
});

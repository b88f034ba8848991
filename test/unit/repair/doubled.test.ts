import assert from 'node:assert/strict';
import { findDoubled } from '../../../src/core/repair/doubled.ts';

const mend = (text: string, bold = false) => {
  const removed = new Set(findDoubled(text, 0, text.length, bold));
  return [...text].filter((_, i) => !removed.has(i)).join('');
};

describe('overprinted runs', () => {
  for (const [raw, mended] of [
    ['““青青禾禾””新新变变化化', '“青禾”新变化'],
    ['共共同同缔缔造造 美美好好家家园园', '共同缔造 美好家园'],
    ['22002266年年工工作作要要点点', '2026年工作要点'],
    ['人人人人都都是是志志愿愿者者', '人人都是志愿者'],
  ] as const) {
    it(`reads ${raw} as ${mended}`, () => assert.equal(mend(raw), mended));
  }

  for (const word of [
    '大大小小',
    '高高兴兴',
    '千千万万',
    '常常',
    '天天',
    '处处',
    '方方面面点点滴滴',
    '研究究竟',
    '——',
    '……',
    '1122',
  ]) {
    it(`leaves ${word} alone, in a heading too`, () => {
      assert.equal(mend(word), word);
      assert.equal(mend(`把${word}的事办好`, true), `把${word}的事办好`);
    });
  }

  it('mends a heading of which only a part is overprinted', () => {
    assert.equal(mend('共共同同缔造美好家园', true), '共同缔造美好家园');
  });

  for (const [raw, mended] of [
    ['处处处是风景', '处处是风景'],
    ['天天天有有人人管管', '天天有人管'],
    ['大大大小小的的事', '大大小小的事'],
    ['家家户户户户齐齐上上阵阵', '家家户户齐上阵'],
    ['高高兴兴兴兴过过大大年', '高高兴兴过大年'],
    ['天天天天有有人人管管  处处有人帮', '天天有人管  处处有人帮'],
    ['街街道道新新增增  55  处处口口袋袋公公园园', '街道新增  5  处口袋公园'],
    ['东村村：：实实实实在在在在办办好千千万万万件小事', '东村：实实在在办好千千万万件小事'],
  ] as const) {
    it(`mends ${raw}, of which only a part is overprinted and another stands repeated`, () =>
      assert.equal(mend(raw, true), mended));
  }

  it('keeps words that repeat themselves side by side, and laughter', () => {
    assert.equal(mend('净净，家家亮亮堂堂。门口'), '净净，家家亮亮堂堂。门口');
    assert.equal(mend('哈哈哈哈哈哈'), '哈哈哈哈哈哈');
  });

  it('leaves two pairs in running text alone: they might be a word', () => {
    assert.equal(mend('共共同同缔造'), '共共同同缔造');
  });
});

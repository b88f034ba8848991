import assert from 'node:assert/strict';
import { findAll } from '../../../src/core/features/findAll.ts';
import { blockBreak } from '../../../src/core/features/pageText.ts';
import { sentenceStart } from '../../../src/core/features/sentenceStart.ts';

/** Gives the text from where the sentence at `|` starts. */
function from(marked: string): string {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  return text.slice(sentenceStart(text, at));
}

describe('The start of a sentence', () => {
  it('stands behind the end of the one before, closing marks and all', () => {
    assert.equal(from('甲乙。丙|丁。'), '丙丁。');
    assert.equal(from('他说：“好！”丙|丁。'), '丙丁。');
    assert.equal(from('真的？！丙|丁。'), '丙丁。');
  });

  it('is not inside a quotation that goes on', () => {
    assert.equal(from('甲“乙。丙|丁”戊。'), '丙丁”戊。');
    assert.equal(from('甲《乙》丙|丁。'), '甲《乙》丙丁。');
  });

  it('does not leave the block or the line of a couplet', () => {
    assert.equal(from(`甲乙${blockBreak}丙|丁`), '丙丁');
    assert.equal(from('共绘美景\n同奏|强音'), '同奏强音');
    assert.equal(from('|甲'), '甲');
  });
});

describe('Finding in the text of a page', () => {
  it('finds all places, one behind the other', () => {
    assert.deepEqual(findAll('天天天', '天天'), [{ start: 0, end: 2 }]);
    assert.deepEqual(findAll('三微三美', '三'), [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ]);
  });

  it('takes capital and small letters alike, and keeps its offsets where lower case is longer', () => {
    assert.deepEqual(findAll('GDP和gdp', 'Gdp'), [
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
    assert.deepEqual(findAll('İGDP', 'GDP'), [{ start: 1, end: 4 }]);
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(findAll('甲', ''), []);
  });
});

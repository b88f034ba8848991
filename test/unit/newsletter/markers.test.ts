import assert from 'node:assert/strict';
import { readMarker } from '../../../src/core/newsletter/markers.ts';

const read = (text: string) => {
  const marker = readMarker(text, 0, text.length);
  return marker && [marker.kind, text.slice(0, marker.length), marker.level, marker.ordinal];
};

describe('markers', () => {
  for (const [text, expected] of [
    ['一、工作回顾', ['numeral', '一、', 2, 1]],
    ['十二、其他', ['numeral', '十二、', 2, 12]],
    ['（三）强化保障', ['bracket-numeral', '（三）', 3, 3]],
    ['2.加强宣传', ['digit', '2.', 4, 2]],
    ['３．零碳园区', ['digit', '３．', 4, 3]],
    ['（1）时间', ['bracket-digit', '（1）', 5, 1]],
    ['① 报名', ['circled', '① ', 6, 1]],
    ['第三章　附则', ['chapter', '第三章　', 2, 3]],
    ['第十条 本办法', ['article-number', '第十条 ', 3, 10]],
    ['●筑牢根基', ['bullet', '●', 3, 0]],
    ['———“微治理”', ['dash', '———', 3, 0]],
    ['## 二级标题', ['hash', '## ', 2, 0]],
    ['二是强化执行', ['enumerator', '二是', 6, 2]],
    ['问：怎么办', ['question', '问：', 3, 0]],
  ] as const) {
    it(`reads ${text}`, () => assert.deepEqual(read(text), expected));
  }

  for (const text of ['3.5亿元', '2026年', '一方面', '（上接1版）', '—条心', '#标签', '三农工作', '第一时间']) {
    it(`sees none in ${text}`, () => assert.equal(read(text), null));
  }
});

import assert from 'node:assert/strict';
import { expectedCount, splitComposite, valueOf } from '../../../src/core/abbreviations/numerals.ts';

describe('the numerals of a term', () => {
  const counts: Record<string, number | null> = {
    三会: 3,
    五个一点: 5,
    四个到位: 4,
    十大工程: 10,
    十二项行动: 12,
    双减: 2,
    双碳: 2,
    两新: 2,
    三个三: 3,
    四个一百: 4,
    三个一律: 3,
    五统一: 5,
    六个一工程: 6,
    '7个专项行动': 7,
    三大营商环境品牌: 3,
    固体废物处置六大行动: 6,
    三重一大: 4,
    三会一课: 4,
    三美两清一更新: 6,
    一带一路: 2,
    '双随机、一公开': 3,
    三农: null,
    十五: null,
    十四五: null,
    '“十五五”规划': null,
    八五: null,
    八五普法: null,
    五四: null,
    五四精神: null,
    四明: null,
    四明山: null,
    九三学社: null,
    三星: null,
    五星级: null,
    一体化: null,
    一方面: null,
    一些: null,
    万一: null,
    统一: null,
    一网通办: null,
    一件事: null,
    二十大: null,
    三中全会: null,
    第一议题: null,
    三年行动: null,
    '15分钟生活圈': null,
    八八战略: null,
    多格合一: null,
    数字政府: null,
    百姓: null,
    '1354': null,
    '1+3+N': null,
    '12345': null,
    '2035': null,
    初心: null,
    '': null,
  };
  for (const [term, count] of Object.entries(counts)) {
    it(`reads ${term || 'nothing'} as ${count ?? 'no count'}`, () => assert.equal(expectedCount(term), count));
  }

  const composites: Record<string, string> = {
    三美两清一更新: '三美 3, 两清 2, 一更新 1',
    三微三美: '三微 3, 三美 3',
    一核两带三区: '一核 1, 两带 2, 三区 3',
    一核三带多节点: '一核 1, 三带 3, 多节点 null',
    一图四清单: '一图 1, 四清单 4',
    三会一课: '三会 3, 一课 1',
    '双随机、一公开': '双随机 2, 一公开 1',
    三个不动摇三个进一步: '三个不动摇 3, 三个进一步 3',
    五个一点: '五个一点 5',
    '1+3+N': '1 1, 3 3, N null',
    '2+3园区': '2 2, 3 3',
    '1354': '1 1, 3 3, 5 5, 4 4',
    '415X': '4 4, 1 1, 5 5, X null',
    '2035': '',
    十五: '',
    初心: '',
  };
  for (const [term, parts] of Object.entries(composites)) {
    it(`splits ${term} into ${parts || 'nothing'}`, () =>
      assert.equal(
        splitComposite(term)
          .map((part) => `${part.term} ${part.count}`)
          .join(', '),
        parts,
      ));
  }

  it('knows Chinese and Arabic numbers, open ones and what is no number', () => {
    assert.deepEqual(['十', '十二', '二十', '二十四', '两', '俩', '7', '１２', '几', 'N', '百', '千万'].map(valueOf), [
      10,
      12,
      20,
      24,
      2,
      2,
      7,
      12,
      null,
      null,
      null,
      null,
    ]);
    assert.deepEqual(['八八', '一二三', '0', '007'].map(valueOf), [NaN, NaN, NaN, NaN]);
  });
});

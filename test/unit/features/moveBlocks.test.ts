import assert from 'node:assert/strict';
import { moveEdits, moveToEdits } from '../../../src/core/features/moveBlocks.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

const head = '青禾镇召开环境提升推进会';
const body = (name: string) => `${name}居民区把闲置车棚改成邻里客厅，老人下棋、孩子看书，天天坐得满满当当。`;
const one = `一、抓好整治\n${body('柳湾')}`;
const two = `二、抓好服务\n${body('东塘')}`;
const three = `三、抓好管护\n${body('西塘')}`;
const byline = '（青禾镇融媒体中心）';
const page = (...sections: string[]) => [head, ...sections, byline, ''].join('\n\n');
const raw = page(one, two, three);

describe('Moving what stands on a page', () => {
  const move = (at: string, direction: 'up' | 'down') =>
    applyEdits(raw, moveEdits(readPage(raw), raw.indexOf(at), direction));
  const moveTo = (at: string, before: string | null) =>
    applyEdits(raw, moveToEdits(readPage(raw), raw.indexOf(at), before === null ? null : raw.indexOf(before)));

  it('takes a heading past its neighbour with its section', () => {
    assert.equal(move('一、', 'down'), page(two, one, three));
    assert.equal(move('二、', 'up'), page(two, one, three));
  });

  it('leaves the byline at the end of the article', () => {
    assert.equal(move('三、', 'up'), page(one, three, two));
    assert.equal(move('三、', 'down'), raw);
  });

  it('puts a section in front of any block', () => {
    assert.equal(moveTo('三、', '一、'), page(three, one, two));
    assert.equal(moveTo('一、', byline), page(two, three, one));
    assert.equal(moveTo('一、', '二、'), raw);
    assert.equal(moveTo('一、', '一、'), raw);
  });

  it('puts a paragraph behind everything else', () => {
    const after = moveTo(body('柳湾'), null);
    assert.ok(after.indexOf(body('柳湾')) > after.indexOf(byline));
  });
});

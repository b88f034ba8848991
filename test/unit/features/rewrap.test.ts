import assert from 'node:assert/strict';
import { lineBreaks } from '../../../src/core/features/lineBreaks.ts';
import { rewrapEdits, type RewrapOptions } from '../../../src/core/features/rewrap.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

/** The lines of one paragraph, the first without its indent. */
function lines(text: string, cells: number): string[] {
  const breaks = lineBreaks(text, { start: 0, end: text.length }, cells);
  return [...breaks, text.length].map((end, i) => text.slice(breaks[i - 1] ?? 0, end).trim());
}

function rewrapped(raw: string, options: RewrapOptions): string {
  return applyEdits(raw, rewrapEdits(readPage(raw), options));
}

describe('where lines end', () => {
  it('fill the column, the first one two cells shorter', () => {
    assert.deepEqual(lines('青禾镇坚持党建引领基层治理坚持社区全覆盖', 10), [
      '青禾镇坚持党建引',
      '领基层治理坚持社区全',
      '覆盖',
    ]);
  });

  it('never before a closing or pausing mark, never behind an opening one', () => {
    assert.deepEqual(lines('青禾镇坚持党建引领，推进城市更新和“微更新”工作', 10), [
      '青禾镇坚持党建引',
      '领，推进城市更新和',
      '“微更新”工作',
    ]);
  });

  it('never inside a dash or an ellipsis', () => {
    assert.deepEqual(lines('青禾镇的新变化——家门口', 10), ['青禾镇的新变', '化——家门口']);
    assert.deepEqual(lines('青禾镇的新变化……家门口', 10), ['青禾镇的新变', '化……家门口']);
  });

  it('never inside a figure with its unit or a word of Latin letters', () => {
    assert.deepEqual(lines('全镇同比增长共计59.8%的幅度', 10), ['全镇同比增长共计', '59.8%的幅度']);
    assert.deepEqual(lines('开通服务热线名为Community服务', 10), ['开通服务热线名为', 'Community服务']);
  });

  it('between two Latin words in the place of their space', () => {
    assert.deepEqual(lines('名为Green Grain的品牌活动', 8), ['名为Green', 'Grain的品牌活动']);
  });

  it('never between the halves of a surrogate pair', () => {
    assert.deepEqual(lines('青禾镇坚持党建𠮷领基层', 10), ['青禾镇坚持党建𠮷', '领基层']);
  });

  it('never where the next line would open like a numbered heading', () => {
    assert.ok(lines('会议强调要做好以下工作一、加强领导', 13).every((line) => !line.startsWith('一、')));
  });

  it('let overhang what cannot be parted', () => {
    const address = 'https://www.example.com/qinghe/2026/news';
    assert.ok(lines(`详见${address}。`, 10).some((line) => line.includes(address)));
  });
});

describe('re-wrapping a page', () => {
  const page = [
    '青禾镇推进老旧小区更新',
    '',
    '近年来，青禾镇坚持党建引领，坚持楼组全参与、居民全发动，完成162个点位的提升改造，居民都说变化看得见、摸得着。',
    '河湾社区引入里弄议事机制，把难题摆到桌面上谈，三个月内解决了停车、照明等一批问题。',
    '',
  ].join('\n');

  it('sets paragraphs in lines of the asked width and leaves headings and blank lines', () => {
    assert.deepEqual(rewrapped(page, { cells: 20 }).split('\n'), [
      '青禾镇推进老旧小区更新',
      '',
      '　　近年来，青禾镇坚持党建引领，坚持楼组',
      '全参与、居民全发动，完成162个点位的提升',
      '改造，居民都说变化看得见、摸得着。',
      '　　河湾社区引入里弄议事机制，把难题摆到',
      '桌面上谈，三个月内解决了停车、照明等一批',
      '问题。',
      '',
    ]);
  });

  it('moves only the line ends that have to move', () => {
    const narrow = rewrapped(page, { cells: 20 });
    assert.deepEqual(rewrapEdits(readPage(narrow), { cells: 20 }), []);
  });

  it('keeps a line end that stays once, where another one follows in the same stretch', () => {
    const wide = rewrapped(page, { cells: 17 });
    const narrow = rewrapped(wide, { cells: 14 });
    assert.equal(narrow, rewrapped(page, { cells: 14 }));
    assert.equal(narrow.match(/\n\n/g)?.length, 1);
  });

  it('keeps CR LF line ends', () => {
    const wrapped = rewrapped(page.replaceAll('\n', '\r\n'), { cells: 20 });
    assert.equal(wrapped, rewrapped(page, { cells: 20 }).replaceAll('\n', '\r\n'));
  });

  const longer = [
    '青禾镇推进老旧小区更新',
    '',
    ...Array.from({ length: 4 }, () => page.split('\n').slice(2, 4)).flat(),
    '',
  ].join('\n');

  it('loses the indent when asked to, as extracted pages have it', () => {
    const lost = rewrapped(longer, { cells: 16, indent: 'lost' });
    assert.ok(!lost.includes('　'));
    assert.equal(lost.split('\n')[2], '近年来，青禾镇坚持党建引领，');
  });

  it('wraps only paragraphs in the range that was asked for: those a person has just changed', () => {
    const wrapped = rewrapped(longer, { cells: 20 });
    const at = wrapped.lastIndexOf('难题');
    const changed = `${wrapped.slice(0, at)}居民反映强烈的${wrapped.slice(at)}`;
    const start = wrapped.lastIndexOf('河湾');
    const again = rewrapped(changed, { cells: 20, range: { start, end: changed.length } });
    assert.ok(again.startsWith(changed.slice(0, start)));
    assert.deepEqual(again.slice(start).split('\n'), [
      '河湾社区引入里弄议事机制，把居民反映',
      '强烈的难题摆到桌面上谈，三个月内解决了停',
      '车、照明等一批问题。',
      '',
    ]);
  });
});

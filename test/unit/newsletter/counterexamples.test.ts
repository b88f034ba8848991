import assert from 'node:assert/strict';
import { repairEdits } from '../../../src/core/features/repair.ts';
import { titleOf } from '../../../src/core/newsletter/outline.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

const read = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map((block) => `${block.kind} ${titleOf(reading.text, block)}`);
};
const repaired = (raw: string) => applyEdits(raw, repairEdits(readPage(raw)));

/** What simulated pages have shown to be read wrong once, made as small as it goes. */
describe('what was read wrong once', () => {
  it('keeps two words that meet with the same characters (工作作为为民)', () => {
    const raw = '同志们：\n逐户走访，把危房翻建工作作为为民办实事的重要抓手！\n';
    assert.equal(repaired(raw), raw);
  });

  it('does not join a headline and its first section on a page without wraps', () => {
    const raw = '麦田村：实实在在办好千千万万件小事\n常常听意见\n社区把议事厅搬到楼下，居民有话当面说，有事当场办。\n';
    assert.equal(repaired(raw), raw);
  });

  it('leaves the spaces that set the office and the date of a bulletin apart', () => {
    const raw =
      '党建工作动态\n第34期\n青禾镇党政办公室编　　2026年4月28日\n青禾镇召开工作推进会\n会议总结了上半年工作，部署了下一步任务。\n';
    assert.equal(repaired(raw), raw);
    assert.deepEqual(read(raw).slice(0, 2), ['masthead 党建工作动态', 'masthead 第34期']);
  });

  it('goes on with a heading that is set in like the paragraphs and fills the column with its indent', () => {
    const raw = `青禾镇绘就新图景

　　近年来，青禾镇立足资源禀赋，
以规划为引领，以产业为支撑，走出
了一条宜居宜业的发展之路。

　　（一）高起点规划，描绘一张美
好蓝图

　　聘请专业团队编制全域规划，做
到山水林田湖一体谋划，一村一策、
一村一韵。
`;
    assert.ok(read(raw).includes('heading （一）高起点规划，描绘一张美好蓝图'), read(raw).join('\n'));
  });

  it('starts an entry whose number stands before a number (3．10种…)', () => {
    const raw = '2．“两新”：大规模设备更新和消费品以旧换新。\n3．10种有色金属：铜、铅、锌、镍、锡等十种金属。\n';
    assert.equal(repaired(raw), raw);
  });

  it('reads numbering through radicals', () => {
    const raw =
      '青禾镇工作要点\n⼀、健全机制\n各村、各社区要落实责任，做到事事有人管。\n⼆、强化保障\n镇里统筹资金，按月公开使用情况。\n';
    assert.deepEqual(read(raw).slice(1, 4), [
      'heading 一、健全机制',
      'paragraph 各村、各社区要落实责任，做到事事有人管。',
      'heading 二、强化保障',
    ]);
  });

  it('cuts a byline off that stands behind the last sentence, over the end of a line', () => {
    const raw = `青禾镇春耕忙
清明一过，两岸的机声一天比
一天密，农机手们排好班次，
先高田后低田，日夜不停。全
镇水田预计月底前可全面插秧
完毕。（农业农村办公
室）
`;
    assert.deepEqual(read(raw).at(-1), 'byline （农业农村办公室）');
  });

  it('reads on over a page number, and leaves it where it is', () => {
    const raw = `近年来，全镇先后投入资金一千三百万元，改造敬老院三所，
— 1 —
建设农村幸福院十八个，老人们都说好。
`;
    assert.equal(read(raw).length, 1);
    assert.match(repaired(raw), /\n— 1 —\n/u);
    assert.doesNotMatch(applyEdits(raw, repairEdits(readPage(raw), { dropFurniture: true })), /— 1 —/u);
  });

  it('finds the headline of a short page whose lines differ in length', () => {
    const raw = `青禾镇召开环境提升推进会

近年来，青禾镇坚持党建引领基
层治理，坚持社区全覆盖、楼组全参
与，完成162个点位微更新，同比增
长59.8%，群众满意率名列前茅。
各社区把居民的小事当作大事来
办，改善了小区环境。
（青禾镇融媒体中心）
`;
    assert.equal(read(raw)[0], 'heading 青禾镇召开环境提升推进会');
  });

  it('keeps numbered headings that are as long as a first line that has lost its indent', () => {
    const raw = `青禾镇城市更新工作简报

一、家门口的服务更近了

青禾镇坚持党建引领，青
禾镇坚持党建引领。青禾镇坚
持党建引领，青禾镇坚持党建
引领。

二、家门口的服务更近了

青禾镇坚持党建引领，同
比增长59.8%。青禾镇坚持党
建引领，青禾镇坚持党建引
领。

青禾镇坚持党建引领，青
禾镇坚持党建引领。青禾镇坚
持党建引领，青禾镇坚持党建
引领。

青禾镇坚持党建引领，青
禾镇坚持党建引领。青禾镇坚
持党建引领，青禾镇坚持党建
引领。
`;
    assert.deepEqual(read(raw).slice(0, 2), ['heading 青禾镇城市更新工作简报', 'heading 一、家门口的服务更近了']);
  });
});

import assert from 'node:assert/strict';
import type { OutlineNode } from '../../../src/core/newsletter/model.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';

const blocksOf = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map((block) => [block.kind, reading.text.slice(block.start, block.end)]);
};

const treeOf = (nodes: readonly OutlineNode[]): unknown[] =>
  nodes.map((node) => (node.children.length ? [node.title, treeOf(node.children)] : node.title));

const outlineOf = (raw: string) => treeOf(readPage(raw).newsletter.outline);

const wrapped = `
青禾镇近年来坚持党建引领基
层治理，把群众大大小小的事情办
好，推动社区面貌一天天改变，老
旧小区有了新颜。

镇里还组织志愿者队伍，常常
走进楼组听取意见，邻里之间的热
情越来越高，处处是风景。

共建美丽家园
同享幸福生活

下一步将继续推进城市更新，
让居民生活得更加舒心，更加安心
和放心。
`;

describe('reading a page', () => {
  it('joins wrapped lines into paragraphs and keeps a couplet as a heading', () => {
    assert.deepEqual(
      blocksOf(wrapped).map(([kind]) => kind),
      ['paragraph', 'paragraph', 'heading', 'paragraph'],
    );
    assert.deepEqual(outlineOf(wrapped), ['共建美丽家园 同享幸福生活']);
  });

  for (const [name, convert] of [
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR CR LF', (text: string) => text.replaceAll('\n', '\r\r\n')],
    ['CR CR LF as VS Code holds it', (text: string) => text.replaceAll('\n', '\n\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['NBSP between words', (text: string) => text.replaceAll('，', '，\u00a0')],
  ] as const) {
    it(`reads the same page with ${name}`, () => {
      const strip = (raw: string) => blocksOf(raw).map(([kind, text]) => [kind, text?.replace(/\s+/gu, ' ')]);
      assert.deepEqual(strip(convert(wrapped)), strip(wrapped));
    });
  }

  it('sets levels by numbering', () => {
    const raw = `关于开展春季行动的通知
各村、各社区：
为做好春季工作，现将有关事项通知如下。
一、总体要求
坚持以人民为中心，扎实推进各项工作落地见效。
二、重点任务
（一）整治环境。全面清理卫生死角，落实长效管理机制。
（二）服务群众
1.走访慰问。对困难家庭逐户走访，做到应访尽访。
2.便民服务。设立便民服务点，方便居民就近办事。
青禾镇人民政府
2026年3月5日
`;
    assert.deepEqual(outlineOf(raw), [
      [
        '关于开展春季行动的通知',
        ['一、总体要求', ['二、重点任务', ['整治环境', ['（二）服务群众', ['走访慰问', '便民服务']]]]],
      ],
    ]);
    assert.deepEqual(
      blocksOf(raw)
        .slice(-2)
        .map(([kind]) => kind),
      ['signature', 'signature'],
    );
  });

  it('takes # for a heading and two ideographic spaces for a paragraph, and reads neither', () => {
    const raw = `${wrapped}\n## 一句标明的话。\n\n　　今日无事\n\n明日再来，大家都要准时参加集体活动，不得缺席和迟到早退。\n`;
    const tail = blocksOf(raw).slice(-3);
    assert.deepEqual(tail.slice(0, 2), [
      ['heading', '一句标明的话。'],
      ['paragraph', '今日无事'],
    ]);
  });

  it('goes on with an article that another one interrupted', () => {
    const raw = `临江区召开工作会议
（上接 1 版）

““青青禾禾””新新变变化化
${wrapped}
（融媒体中心）

压实责任抓落实

各级党组织要强化担当，把责任
扛在肩上，把工作落到实处，让群
众真正得到实惠。（下转 3 版）
`;
    assert.deepEqual(outlineOf(raw), [
      '临江区召开工作会议',
      ['“青禾”新变化', ['共建美丽家园 同享幸福生活']],
      ['临江区召开工作会议', ['压实责任抓落实']],
    ]);
    const jump = readPage(raw).newsletter.blocks.at(-1);
    assert.deepEqual([jump?.kind, jump?.jump], ['jump', { direction: 'to', page: '3' }]);
  });

  it('reads nothing in an empty text and loses nothing in a hostile one', () => {
    assert.deepEqual(blocksOf(''), []);
    for (const raw of ['\n\n', '\ud800', '\udc00\n\ud800', '\0\0', '“'.repeat(1000), '（'.repeat(1000), '\r\r\n\r']) {
      assert.equal(readPage(raw).reading.raw, raw);
    }
  });
});

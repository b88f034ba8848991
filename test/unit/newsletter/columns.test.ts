import assert from 'node:assert/strict';
import { estimateColumns } from '../../../src/core/newsletter/columns.ts';
import { scanLines } from '../../../src/core/newsletter/lines.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';
import { wrap } from '../../simulator/page/wrap.ts';

const columnsOf = (raw: string) => {
  const lines = scanLines(raw);
  return [...estimateColumns(lines).subarray(0, lines.count)];
};
const paragraphsOf = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map(({ kind, start, end }) => `${kind} ${reading.text.slice(start, end)}`);
};
/** A paragraph set in `cells` cells that lost its indent. */
const set = (text: string, cells: number) => wrap(text, cells, cells - 2, true).join('\n');

const long =
  '今年以来，镇里把老街的修缮放在心上，先后请来木匠、瓦匠和石匠二十多人，按老样子修好门窗屋瓦，又把水管电线埋进地下，街面的石板一块也没有换掉。';
const short = [
  '陈师傅守着铺子做了四十年的竹器。',
  '他的徒弟今年二十一岁，刚从城里回来。',
  '徒弟说，手艺要学，网店也要开起来。',
];

describe('the column', () => {
  it('is what running lines reach, where short paragraphs lost their indents', () => {
    const raw = [set(long, 15), ...short.map((text) => set(text, 15))].join('\n');
    assert.deepEqual(new Set(columnsOf(raw)), new Set([30]));
  });

  it('is that of the lines around where only first lines are seen', () => {
    const entries = Array.from({ length: 16 }, (_, i) => set(`${i + 11}．老街的第${i + 11}间铺子：修好门窗。`, 15));
    const raw = [...Array.from({ length: 4 }, () => set(long, 15)), ...entries].join('\n');
    assert.deepEqual(new Set(columnsOf(raw)), new Set([30]));
  });

  it('leaves out spaces that came with extraction: lines without any are full as they are', () => {
    const counted = '全年收入增长12.5%，其中3成来自集市，摊位从48个增加到126个，日均客流达到15600人次，同比增长20.3%。';
    const spaced = set(counted + long, 16)
      .split('\n')
      .map((line, i) => (i % 3 === 0 ? line.replace('，', '， ') : line).replace(/\d[\d.%]*/gu, ' $& ').trim());
    assert.deepEqual(new Set(columnsOf(spaced.join('\n'))), new Set([32]));
  });
});

describe('spaces beside figures that filled the lines', () => {
  it('are told by first lines under headings as well as by those behind sentences', () => {
    const parts = [
      [
        '打井记',
        '全乡 9 个村里，有 5 个村、 37 个组常年缺水，走 3 里山路才能挑回一担。乡里请来打井队，井打到 60 米深才见水。',
      ],
      ['通水记', '水管铺了 12 公里， 600 户人家、 4 所学校先后用上了自来水，水价每吨 2 元，比挑水省工。'],
      ['种树记', '去年秋天 8 个村种下 300 亩茶、 150 亩果树，坡地不再荒着，村里的账上也头一回有了余钱。'],
    ] as const;
    const raw = parts.map(([title, text]) => `${title}\n\n${set(text, 27)}\n\n`).join('');
    assert.deepEqual(
      paragraphsOf(`山里有水\n\n${raw}`).filter((block) => block.startsWith('paragraph')),
      parts.map(([, text]) => `paragraph ${text.replace(/ /gu, '')}`),
    );
  });
});

describe('a word that could not be broken to fill the line before', () => {
  it('may open with a mark', () => {
    const text = `镇长强调，要抓紧打造“2+4+N”产业体系，“2”是装备制造、绿色化工，让项目早落地。`;
    const raw = [set(long, 15), set(text, 15), set(long, 15)].join('\n');
    assert.ok(paragraphsOf(raw).includes(`paragraph ${text}`));
  });
});

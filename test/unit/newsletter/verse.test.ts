import assert from 'node:assert/strict';
import { readPage } from '../../../src/core/newsletter/readPage.ts';

const blocksOf = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map(({ kind, start, end }) => `${kind} ${reading.text.slice(start, end)}`);
};
const opening = '入夏以来，镇里的茶园办起诗会，采\n茶的人写诗，种田的人也写诗，一个\n月收到来稿一百多首，选登如下。\n';
const uneven = '这条路不长\n从菜场走到学堂\n清晨有豆浆的热气\n傍晚有晚霞的光\n走着走着\n就走成了家乡';
const couplets = '细雨如丝入陇头\n新秧出水绿油油\n老农不说丰年话\n只把犁铧擦过秋';

describe('verse', () => {
  it('may have lines of any length, with or without marks at their ends', () => {
    const raw = `茶园诗会\n\n${opening}\n小路\n\n${uneven}\n\n（作者为外卖骑手，来青禾已有六年）\n\n茶歌\n\n一把新芽手中分哎，\n两脚踩在云里行，\n退步原来是向前哎，\n一行一行绣春分。\n`;
    assert.deepEqual(blocksOf(raw).slice(2), [
      'heading 小路',
      `verse ${uneven}`,
      'byline （作者为外卖骑手，来青禾已有六年）',
      'heading 茶歌',
      'verse 一把新芽手中分哎，\n两脚踩在云里行，\n退步原来是向前哎，\n一行一行绣春分。',
    ]);
  });

  it('is what two couplets are on a page that prints other verse', () => {
    const raw = `茶园诗会\n\n${opening}\n${couplets}\n\n${uneven}\n`;
    assert.deepEqual(blocksOf(raw).slice(2), [`verse ${couplets}`, `verse ${uneven}`]);
  });

  it('is not: two couplets over a section', () => {
    const raw = `茶园诗会\n\n${opening}\n${couplets}\n\n${opening}`;
    assert.equal(blocksOf(raw)[2], `heading ${couplets}`);
  });

  it('is not: short paragraphs that end where sentences do, with figures in them', () => {
    const items = '报名时间六月。\n共20人。\n地点在茶园。\n费用全免。';
    assert.ok(!blocksOf(`茶园诗会\n\n${opening}\n${items}\n`).some((block) => block.startsWith('verse')));
  });
});

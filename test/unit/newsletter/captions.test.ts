import assert from 'node:assert/strict';
import { titleOf } from '../../../src/core/newsletter/outline.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';

const blocksOf = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map((block) => `${block.kind} ${reading.text.slice(block.start, block.end)}`);
};
const leadsOf = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.filter((block) => block.lead).map((block) => titleOf(reading.text, block));
};
const story = ['入夏以来，镇里的田头支起了遮', '阳棚，茶水、药品一样不少，采茶', '的人随时可以歇一歇。'];

describe('captions', () => {
  for (const credit of ['李 明 摄', '孟青山/摄', '于江摄'])
    it(`keep who took the photo, on a line of its own: ${credit}`, () => {
      const raw = `茶山来信\n图为村民在山上采茶，忙得很。\n${credit}\n${story.join('\n')}\n`;
      assert.deepEqual(blocksOf(raw).slice(1), [
        `caption 图为村民在山上采茶，忙得很。${credit.replace(/ /gu, '')}`,
        `paragraph ${story.join('')}`,
      ]);
    });

  it('keep the rest of a name that the line broke', () => {
    const raw = `茶山来信\n图为村民在共享菜园采辣椒。孟小\n川摄\n${story.join('\n')}\n`;
    assert.equal(blocksOf(raw)[1], 'caption 图为村民在共享菜园采辣椒。孟小川摄');
  });

  it('have no lead, whatever mark stands before them', () => {
    assert.deepEqual(leadsOf(`茶山来信\n▲市民在码头公园散步。于江摄\n${story.join('\n')}\n`), []);
  });

  it('start anew behind a paragraph that filled its line', () => {
    const raw = `茶山来信\n${story.slice(0, 2).join('\n')}\n的人随时都可以坐下来歇一歇了。\n图为村民在山上采茶。\n李明摄\n`;
    assert.deepEqual(blocksOf(raw).slice(2), ['caption 图为村民在山上采茶。李明摄']);
  });
});

describe('who wrote an article', () => {
  for (const author of ['薛望川', '柳 青', '青禾市委政策研究室课题组'])
    it(`stands alone under the headline and is none: ${author}`, () => {
      const raw = `青禾研究　2025年第5期\n\n在全镇年轻干部培训班上的讲话（节选）\n\n${author}\n\n${story.join('\n')}\n`;
      assert.equal(blocksOf(raw)[2]?.split(' ')[0], 'byline');
    });
});

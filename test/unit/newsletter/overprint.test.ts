import assert from 'node:assert/strict';
import { readPage } from '../../../src/core/newsletter/readPage.ts';
import { doubled } from '../../simulator/page/defects.ts';
import { wrap } from '../../simulator/page/wrap.ts';

const blocksOf = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map(({ kind, start, end }) => `${kind} ${reading.text.slice(start, end)}`);
};
const texts = [
  '清清的小河弯弯曲曲绕过镇子，两岸高高低低的老屋，家家户户门前都摆着花草，天天清早有人在桥上看水听鸟。',
  '镇里立即研究对策，开展“三增一优”行动（增停车位、增餐饮点、增公厕，优化导览标识），难题渐渐有了答案。',
  '如今茶馆里热热闹闹，书屋里安安静静，年轻人回来开起民宿、咖啡馆和手作坊，人人有笑脸。',
];

describe('overprinting', () => {
  it('makes no headings where the page is printed twice throughout', () => {
    const body = texts.map((text) => wrap(text, 18, 16, true).map(doubled).join('\n'));
    assert.deepEqual(blocksOf(`${doubled('老巷新声')}\n${body.join('\n')}\n`), [
      'heading 老巷新声',
      ...texts.map((text) => `paragraph ${text}`),
    ]);
  });

  it('mends a heading printed twice in its middle, figures and all', () => {
    assert.equal(blocksOf(`青禾街道202255年年大大事记\n${texts.join('\n')}\n`)[0], 'heading 青禾街道2025年大事记');
    assert.equal(blocksOf(`工作作为为民\n${texts.join('\n')}\n`)[0], 'heading 工作作为为民');
  });

  it('makes no heading of a line that holds a term in bold', () => {
    const body = texts.map((text) => wrap(text, 20, 18, true).join('\n'));
    const raw = `老巷新声\n${body.join('\n')}\n`.replace('“三增一优”', doubled('“三增一优”'));
    assert.deepEqual(
      blocksOf(raw).filter((block) => block.startsWith('heading')),
      ['heading 老巷新声'],
    );
  });
});

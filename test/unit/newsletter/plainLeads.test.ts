import assert from 'node:assert/strict';
import { readPage } from '../../../src/core/newsletter/readPage.ts';

const leadsOf = (paragraphs: readonly string[]) => {
  const { reading, newsletter } = readPage(`青禾镇一季度工作回顾\n\n${paragraphs.join('\n\n')}\n`);
  return newsletter.blocks.flatMap(({ lead }) => (lead ? [reading.text.slice(lead.range.start, lead.range.end)] : []));
};

const introduction = '4月18日，青禾镇发布一季度工作情况，各项指标保持平稳，为全年工作打下基础。';
const rest = '全镇组织居民参加各类活动，把群众的小事当作大事来办，一批难题得到解决。';
const outlook = '总体看，全镇各项工作实现良好开局。下阶段，要紧盯全年目标，一月一调度、一季一分析。';

describe('opening sentences that are leads', () => {
  it('are told by their neighbours, with an introduction before and an outlook behind', () => {
    const leads = ['工业生产稳定增长', '投资结构持续优化', '消费市场加快回暖', '居民收入稳步提高'];
    const told = leads.map((lead) => `${lead}。${rest}`);
    assert.deepEqual(leadsOf([introduction, ...told, outlook]), leads);
    assert.deepEqual(leadsOf([introduction, introduction, ...told, outlook]), leads);
  });

  it('are not two statements in a row that are not alike', () => {
    const orders = [`到任先要摸清家底。${rest}`, `摸清家底之后要抓紧干。${rest}`];
    assert.deepEqual(leadsOf(orders), []);
    assert.deepEqual(leadsOf([`正风肃纪永远在路上。${rest}`, `路虽远行则将至，事虽难做则必成。${rest}`]), []);
  });
});

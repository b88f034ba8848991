import assert from 'node:assert/strict';
import { readPage } from '../../../src/core/newsletter/readPage.ts';

const blocksOf = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map(({ kind, start, end }) => `${kind} ${reading.text.slice(start, end)}`);
};
const body =
  '　　去年以来，全镇上下认真贯彻落实县里的部署，把小事办好、难事办成，涌现出\n一批先进典型。为表彰先进，镇里决定对以下集体和个人予以表彰。\n';

describe('a decision', () => {
  it('lists names in rows, which are no headings', () => {
    const rows = '丁小满　余　松　沈玉兰　冯　达\n秦守田　陆　遥　周　野　高　原\n徐晓岚　陈一苇　方一鸣';
    const raw = `关于表彰先进的决定\n${body}　　一、先进个人\n${rows}\n${body}`;
    assert.deepEqual(
      blocksOf(raw).filter((block) => !block.startsWith('paragraph')),
      ['heading 关于表彰先进的决定', 'heading 一、先进个人', `table ${rows}`],
    );
  });

  it('names those it goes to on a line of its own, under a title as wide as the column', () => {
    const title = '关于表彰二〇二四年度平安建设工作先进集体和先进个人的决定';
    assert.deepEqual(
      blocksOf(`${title}\n各村（社区），镇直各单位：\n${body}${body}`)
        .slice(0, 2)
        .map((block) => block.trim()),
      [`heading ${title}`, 'paragraph 各村（社区），镇直各单位：'],
    );
  });
});

describe('a public notice', () => {
  it('ends with particulars, whom to call among them, and with the department that signs', () => {
    const raw = `关于拟表彰人选的公示\n${body}${body}　　受理部门：县委社会工作部\n　　联系电话：0777-6230158\n　　联系地址：青禾路88号3号楼206室\n\n　　　　青禾县委社会工作部\n　　　　2025年6月10日\n`;
    assert.deepEqual(blocksOf(raw).slice(3, 6), [
      'paragraph 受理部门：县委社会工作部',
      'paragraph 联系电话：0777-6230158',
      'paragraph 联系地址：青禾路88号3号楼206室',
    ]);
    assert.ok(
      blocksOf(raw)
        .slice(6)
        .every((block) => block.startsWith('signature')),
    );
  });
});

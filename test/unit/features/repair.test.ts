import assert from 'node:assert/strict';
import { repairEdits, type RepairOptions } from '../../../src/core/features/repair.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

const column = [
  '青禾镇推进老旧小区更新',
  '',
  '近年来， 青禾镇坚持党',
  '建引领，坚持楼组全参与、居',
  '民全发动，完成 162 个点位',
  '',
  '的提升改造，居民都说变化看',
  '得见、摸得着。',
  '河湾社区引入⾥弄议事机',
  '制，把难题摆到桌面上谈，三',
  '个月内解决了停车、照明等一',
  '批问题。',
  '',
];

function repaired(raw: string, options?: RepairOptions): string {
  return applyEdits(raw, repairEdits(readPage(raw), options));
}

describe('repairing a page', () => {
  const mended = [
    '青禾镇推进老旧小区更新',
    '',
    '近年来，青禾镇坚持党建引领，坚持楼组全参与、居民全发动，完成162个点位的提升改造，居民都说变化看得见、摸得着。',
    '河湾社区引入里弄议事机制，把难题摆到桌面上谈，三个月内解决了停车、照明等一批问题。',
    '',
  ];

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
  ] as const) {
    it(`joins lines and mends characters, and keeps the ${name} line ends and blank lines between blocks`, () => {
      assert.equal(repaired(column.join(eol)), mended.join(eol));
    });
  }

  it('changes nothing in a repaired page', () => {
    assert.deepEqual(repairEdits(readPage(mended.join('\n'))), []);
  });

  it('keeps the distance between the figures of a table, and mends it in running text', () => {
    const table = '青禾镇户数表\n\n村　户数  人口\n柳湾  212  640\n东塘  180  512\n西岭  96   301\n';
    assert.equal(repaired(table), table);
    assert.equal(
      repaired('　　近年来，青禾镇坚持党建引领，热线12345  67890全天有人接听，居民满意。\n'),
      '　　近年来，青禾镇坚持党建引领，热线12345 67890全天有人接听，居民满意。\n',
    );
  });

  it('touches no character that is not a defect', () => {
    const raw = column.join('\n');
    for (const edit of repairEdits(readPage(raw))) {
      assert.match(raw.slice(edit.start, edit.end), /^(?:[\s⾥]*)$/u);
    }
  });

  it('mends only what lies in the range that was asked for', () => {
    const raw = column.join('\n');
    const start = raw.indexOf('河湾');
    const result = repaired(raw, { range: { start, end: raw.length } });
    assert.ok(result.startsWith(raw.slice(0, start)));
    assert.ok(result.endsWith(mended.slice(3).join('\n')));
  });

  it('sets paragraphs in by two ideographic spaces when asked to, once', () => {
    const indented = repaired(column.join('\n'), { paragraphIndent: 'two' });
    assert.deepEqual(indented.split('\n').filter((line) => line.startsWith('　　')).length, 2);
    assert.ok(indented.startsWith('青禾镇推进'));
    assert.equal(repaired(indented, { paragraphIndent: 'two' }), indented);
    assert.equal(repaired(indented), indented);
  });

  it('takes the indents away when asked to', () => {
    const indented = repaired(column.join('\n'), { paragraphIndent: 'two' });
    assert.equal(repaired(indented, { paragraphIndent: 'none' }), mended.join('\n'));
  });

  it('drops page furniture with its line only when asked to', () => {
    const raw = `${mended.join('\n')}\n责任编辑：林溪 电话：58860000 第3版\n`;
    const furniture = readPage(raw).newsletter.blocks.filter((block) => block.kind === 'furniture');
    assert.equal(furniture.length, 1);
    assert.equal(repaired(raw), raw);
    assert.equal(repaired(raw, { dropFurniture: true }), `${mended.join('\n')}\n`);
  });

  it('drops of a long text what its first reading calls furniture, and no more with every reading', () => {
    const raw = '（上接1版）甲\n'.repeat(8_000);
    const page = readPage(raw);
    const furniture = page.newsletter.blocks.filter((block) => block.kind === 'furniture');
    assert.ok(furniture.length > 0);
    const dropped = raw.length - repaired(raw, { dropFurniture: true }).length;
    assert.equal(
      dropped,
      furniture.reduce((sum, { start, end }) => sum + end - start, 0),
    );
  });

  it('has nothing to do on an empty text', () => {
    assert.deepEqual(repairEdits(readPage('')), []);
    assert.deepEqual(repairEdits(readPage(''), { paragraphIndent: 'two', dropFurniture: true }), []);
  });
});

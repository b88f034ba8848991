import assert from 'node:assert/strict';
import { mayOpenLetter, namesReaders } from '../../../src/core/features/salutation.ts';
import { analyze } from '../../../src/core/analyze.ts';
import { exportPage } from '../../../src/core/features/export/page.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';

const isReaders = (text: string): boolean => namesReaders('paragraph', text);

/** The lines of a text that are taken for its salutation. */
function salutations(text: string): string[] {
  const { blocks } = exportPage(analyze(text, createGlossary([])));
  return blocks.filter((block) => block.salutation).map((block) => block.lines.flat()[0]?.text ?? '');
}

const body = '　　近年来，青禾镇坚持党建引领基层治理，坚持社区全覆盖、楼组全参与，居民满意度逐年提高。';

describe('The readers that a letter opens with', () => {
  it('are people and offices, named before a colon', () => {
    for (const text of [
      '各位居民朋友：',
      '尊敬的各位代表:',
      '各镇党委、街道党工委，区级机关各部门：',
      '各村（社区）：',
    ])
      assert.ok(isReaders(text), text);
  });

  it('are no line that leads to what follows, no sentence and nothing but a paragraph', () => {
    for (const text of [
      '现将有关事项通知如下：',
      '请大家做到以下几点：',
      '各单位。责任部门：',
      '各位居民朋友',
      '共3个社区：',
    ])
      assert.ok(!isReaders(text), text);
    assert.ok(!namesReaders('heading', '各位居民朋友：'));
    assert.ok(!isReaders(`${'各镇人民政府、'.repeat(20)}各单位：`));
  });

  it('stand below the title and what belongs to it, or first of all', () => {
    assert.ok(mayOpenLetter(undefined));
    assert.ok(mayOpenLetter({ kind: 'heading', level: 1 }));
    assert.ok(mayOpenLetter({ kind: 'byline' }));
    assert.ok(!mayOpenLetter({ kind: 'heading', level: 2 }));
    assert.ok(!mayOpenLetter({ kind: 'paragraph' }));
  });

  it('are found in a page once, not where a paragraph further down ends like them', () => {
    const page = `致全镇居民朋友的一封信\n各位居民朋友：\n${body}\n　　牵头单位：\n${body}\n青禾镇人民政府\n2026年4月18日\n`;
    assert.deepEqual(salutations(page), ['各位居民朋友：']);
  });
});

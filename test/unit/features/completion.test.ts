import assert from 'node:assert/strict';
import { completionsAt, createPinyinIndex, withItems } from '../../../src/core/features/completion.ts';
import { pinyinInitials } from '../../../src/core/features/pinyinInitials.ts';

const terms = ['三美两清一更新', '三美', '三会', '1+3+N', '重阳五送'];
const source = { terms, pinyin: createPinyinIndex(terms, pinyinInitials) };

/** What is offered at the `|`, as the text would read with each. */
function offered(marked: string): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return completionsAt(text, offset, source).map(
    ({ range, insertText }) => text.slice(0, range.start) + insertText + text.slice(range.end),
  );
}

describe('completion of terms', () => {
  it('goes on from the characters in front of the cursor, inside and outside of quotation marks', () => {
    assert.deepEqual(offered('推进“三美|”'), ['推进“三美两清一更新”']);
    assert.deepEqual(offered('推进三|'), ['推进“三美两清一更新”', '推进“三美”', '推进“三会”']);
    assert.deepEqual(offered('推进“1+|'), ['推进“1+3+N']);
  });

  it('goes on over a break of the line', () => {
    assert.deepEqual(offered('推进“三\n美两|'), ['推进“三\n美两清一更新']);
  });

  it('finds terms by the initials of their syllables', () => {
    assert.deepEqual(offered('推进smlqygx|'), ['推进“三美两清一更新”']);
    assert.deepEqual(offered('“sm|”'), ['“三美两清一更新”', '“三美”']);
    assert.deepEqual(offered('SH|'), ['“三会”']);
  });

  it('knows characters with two readings', () => {
    assert.deepEqual(offered('cyws|'), ['“重阳五送”']);
    assert.deepEqual(offered('zyws|'), ['“重阳五送”']);
  });

  it('offers nothing for one letter, for nothing, and for what is complete', () => {
    for (const marked of ['|', 's|', '推进。|', '三会|', 'xyz|']) assert.deepEqual(offered(marked), [], marked);
  });

  it('can insert the term with its items', () => {
    assert.equal(withItems('“三会”', { items: ['听证会', '协调会', '评议会'] }), '“三会”（听证会、协调会、评议会）');
    const parts = [
      { term: '两清', items: ['清淤', '清障'] },
      { term: '一更新', items: ['更新路灯'] },
    ];
    assert.equal(withItems('“两清一更新”', { parts }), '“两清一更新”（清淤、清障；更新路灯）');
    assert.equal(
      withItems('“两严”', { items: ['严禁拉票、串联', '“严查甲、乙”'] }),
      '“两严”（“严禁拉票、串联”、“严查甲、乙”）',
    );
  });
});

import assert from 'node:assert/strict';
import { blockBreak, PageText } from '../../../src/core/features/pageText.ts';
import { pageEditsToRaw } from '../../../src/core/features/previewEdits.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

const page = [
  '青禾镇召开环境提升推进会',
  '',
  '近年来，青禾镇坚持党建引领基',
  '层治理，坚持社区全覆盖、楼组全参',
  '与，完成 162 个点位微更新，同比增',
  '长 59.8%，群众满意率居前。',
  '各社区把居民的小事当作大事来',
  '办，巧用墙体彩绘扮靓老旧小区，改',
  '善了小区环境。',
  '（青禾镇融媒体中心）',
  '',
].join('\n');

/** Replaces `old`, with the cursor's stretch between two `|`, in the page text and gives raw text and page text afterwards. */
function change(raw: string, marked: string, text: string): { raw: string; shown: string[] } {
  const shown = new PageText(readPage(raw));
  const [head = '', middle = '', tail] = marked.split('|');
  const at = shown.text.indexOf(head + (tail === undefined ? '' : middle) + (tail ?? middle)) + head.length;
  assert.ok(at >= head.length, `not in the page: ${marked}\n${shown.text}`);
  const edit = { start: at, end: at + (tail === undefined ? 0 : middle.length), text };
  const after = applyEdits(raw, pageEditsToRaw(shown, [edit]));
  return { raw: after, shown: new PageText(readPage(after)).texts.slice() };
}

describe('A gesture in the preview', () => {
  it('changes one digit of the raw text where one digit is changed', () => {
    assert.equal(change(page, '16|2|个', '3').raw, page.replace('162', '163'));
  });

  it('leaves the wraps of the lines around it alone', () => {
    assert.equal(change(page, '|楼组|全参与', '家家').raw, page.replace('楼组', '家家'));
  });

  it('takes a wrap away where a shortened line would look like the last of its paragraph', () => {
    const { raw, shown } = change(page, '层治理，|坚持社区全覆盖、|楼组', '');
    assert.ok(
      shown.some((text) => text.includes('基层治理，楼组全参与，完成')),
      raw,
    );
  });

  it('splits a paragraph so that it is read as two', () => {
    const before = new PageText(readPage(page)).texts;
    const { raw, shown } = change(page, '基层治理，|坚持社区', blockBreak);
    assert.equal(shown.length, before.length + 1, raw);
    assert.ok(
      shown.some((text) => text.startsWith('坚持社区全覆盖、楼组全参与，完成')),
      raw,
    );
  });

  it('joins two paragraphs so that they are read as one', () => {
    const raw = '青禾镇召开推进会\n\n一是抓好整治，全年完成十二个点位。\n\n二是抓好服务，全年走访三百户人家。\n';
    const { raw: after, shown } = change(raw, `点位。|${blockBreak}|二是`, '');
    assert.ok(
      shown.some((text) => text.includes('点位。二是抓好')),
      after,
    );
    assert.ok(after.includes('点位。二是'));
  });

  it('gives a new block the line ends of the document', () => {
    const { raw } = change(page.replaceAll('\n', '\r\n'), '楼组全参与，|完成162个', blockBreak);
    assert.doesNotMatch(raw, /[^\r]\n/);
  });

  it('writes into an empty document', () => {
    const edits = pageEditsToRaw(new PageText(readPage('')), [{ start: 0, end: 0, text: `甲${blockBreak}乙` }]);
    assert.equal(applyEdits('', edits), '甲\n\n乙');
  });

  it('puts a word behind a space that the reading text does not show', () => {
    const raw = '会议由青禾镇 主持召开。\n';
    const shown = new PageText(readPage(raw));
    const at = shown.text.indexOf('主持');
    const caret = raw.indexOf('主持');
    assert.equal(
      applyEdits(raw, pageEditsToRaw(shown, [{ start: at, end: at, text: '甲' }], caret)),
      '会议由青禾镇 甲主持召开。\n',
    );
  });

  it('changes a letter that is printed twice, twin and all', () => {
    const raw = page.replace('\n\n', '\n（上接 1 版）\n\n““小小切切口口””撬撬动动““大大民民生生””\n');
    const { raw: after, shown } = change(raw, '口”|撬|动', '带');
    assert.ok(shown.includes('“小切口”带动“大民生”'), shown.join('\n'));
    assert.equal(after, raw.replace('撬撬', '带'));
  });

  it('wraps a paragraph anew before its page is read as something else, letter by letter', () => {
    let raw = page;
    for (const letter of '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十') {
      raw = change(raw, '|改善了', letter).raw;
    }
    const shown = new PageText(readPage(raw));
    assert.deepEqual(
      shown.blocks.map(({ kind }) => kind),
      new PageText(readPage(page)).blocks.map(({ kind }) => kind),
      raw,
    );
  });
});

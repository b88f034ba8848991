import assert from 'node:assert/strict';
import { demoteEdit, markFixes, notAHeadingEdit, promoteEdit } from '../../../src/core/features/marks.ts';
import { formatMessage } from '../../../src/core/lint/message.ts';
import { readPage, type Page } from '../../../src/core/newsletter/readPage.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text/range.ts';

const body = '　　近年来，青禾镇坚持党建引领，坚持楼组全参与、居民全发动，居民都说变化看得见、摸得着。';

/** Carries out a gesture at the `|` of a text; undefined where there is nothing to do. */
function at(marked: string, gesture: (page: Page, offset: number) => TextEdit | undefined): string | undefined {
  const offset = marked.indexOf('|');
  const raw = marked.replace('|', '');
  const edit = gesture(readPage(raw), offset);
  return edit && applyEdits(raw, [edit]);
}

describe('marks', () => {
  it('make a heading of the paragraph under the cursor', () => {
    assert.equal(
      at(`# 青禾镇工作简报\n${body}\n　　家门口|的新变化\n${body}`, promoteEdit),
      `# 青禾镇工作简报\n${body}\n## 家门口的新变化\n${body}`,
    );
  });

  it('raise and lower a heading', () => {
    assert.equal(
      at(`# 青禾镇工作简报\n${body}\n### 家门口|的新变化\n${body}`, promoteEdit),
      `# 青禾镇工作简报\n${body}\n## 家门口的新变化\n${body}`,
    );
    assert.equal(
      at(`# 青禾镇工作简报\n${body}\n### |家门口的新变化\n${body}`, demoteEdit),
      `# 青禾镇工作简报\n${body}\n#### 家门口的新变化\n${body}`,
    );
  });

  it('raise nothing above an article and lower nothing below ####', () => {
    assert.equal(at(`|# 青禾镇工作简报\n${body}`, promoteEdit), undefined);
    assert.equal(at(`# 青禾镇工作简报\n${body}\n#### |家门口的新变化\n${body}`, demoteEdit), undefined);
  });

  it('make a paragraph of a heading by two ideographic spaces', () => {
    assert.equal(
      at(`青禾镇工作简报\n\n${body.trim()}\n\n家门口|的新变化\n\n${body.trim()}`, notAHeadingEdit),
      `青禾镇工作简报\n\n${body.trim()}\n\n　　家门口的新变化\n\n${body.trim()}`,
    );
  });

  it('are taken back instead of overruled by another mark', () => {
    assert.equal(
      at(`# 青禾镇工作简报\n${body}\n## |${body.trim()}\n${body}`, notAHeadingEdit),
      `# 青禾镇工作简报\n${body}\n${body.trim()}\n${body}`,
    );
  });

  it('are taken back where only one paragraph is set in: the heading is what it was', () => {
    const plain = `青禾镇工作简报\n\n${body.trim()}\n\n家门口的新变化\n\n${body.trim()}`;
    const marked = plain.replace('\n家门口', '\n　　家门口');
    assert.equal(at(marked.replace('家门口的', '家门口|的'), promoteEdit), plain);
  });

  it('are one edit that leaves the rest of the line alone', () => {
    const raw = `# 青禾镇工作简报\n${body}\n### 家门口的新变化\n${body}`;
    const offset = raw.indexOf('家门口');
    assert.deepEqual(promoteEdit(readPage(raw), offset), { start: offset - 2, end: offset - 1, text: '' });
  });

  it('do nothing on a blank line, on an empty text and on a jump line', () => {
    assert.equal(at('|', promoteEdit), undefined);
    assert.equal(at(`# 青禾镇工作简报\n|\n${body}`, promoteEdit), undefined);
    assert.equal(at(`# 青禾镇工作简报\n${body}\n（下转|3版）\n`, promoteEdit), undefined);
  });

  it('are offered with the level they lead to', () => {
    const raw = `# 青禾镇工作简报\n${body}\n## 家门口的新变化\n${body}`;
    const titles = (offset: number) => markFixes(readPage(raw), offset).map((fix) => formatMessage(fix.title));
    assert.deepEqual(titles(raw.indexOf('家门口')), [
      'This is no heading',
      'Raise the heading to level 1',
      'Lower the heading to level 3',
    ]);
    assert.deepEqual(titles(raw.indexOf('近年来')), ['Make this a heading of level 2']);
  });
});

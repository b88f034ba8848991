import assert from 'node:assert/strict';
import type { Node } from 'prosemirror-model';
import { AllSelection, EditorState, TextSelection, type Selection } from 'prosemirror-state';
import { analyze } from '../../src/core/analyze.ts';
import { exportPage } from '../../src/core/features/export/page.ts';
import { titleLines } from '../../src/core/features/export/titleLines.ts';
import { blockBreak, PageText } from '../../src/core/features/pageText.ts';
import { pageEditsToRaw } from '../../src/core/features/previewEdits.ts';
import { repairEdits } from '../../src/core/features/repair.ts';
import { rewrapEdits } from '../../src/core/features/rewrap.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import { readPage } from '../../src/core/newsletter/readPage.ts';
import { applyEdits, type TextEdit } from '../../src/core/text/range.ts';
import { editsBetween } from '../../src/preview/changes.ts';
import { splitBlock } from '../../src/preview/keys.ts';
import { documentOf } from '../../src/preview/schema.ts';
import type { HostMessage } from '../../src/shared/protocol.ts';
import { ClientSync } from '../../src/shared/sync/client.ts';
import { emptyBlock, type PageBlock } from '../../src/shared/sync/page.ts';

/** Kind and text of each block. */
function blocksOf(raw: string): string[] {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map((block) => `${block.kind}: ${reading.text.slice(block.start, block.end)}`);
}

const repaired = (raw: string): string => applyEdits(raw, repairEdits(readPage(raw)));

function editedInPage(raw: string, edit: TextEdit): string {
  return applyEdits(raw, pageEditsToRaw(new PageText(analyze(raw, createGlossary([]))), [edit]));
}

describe('What the fuzzers have found', () => {
  it('a jump line at the start of a line that goes on a heading is read once, and the heading with it', () => {
    const raw = '作风建设推进会\n（上接 1 版）一、聚焦“三清两建”，提升环境品质（一）压实责任\n全';
    assert.deepEqual(blocksOf(raw).slice(0, 2), ['heading: 作风建设推进会', 'jump: （上接1版）']);
    assert.equal(blocksOf(raw).join('').includes('提升环境品质（一）压实责任'), true);
    assert.equal(applyEdits(raw, rewrapEdits(readPage(raw), { cells: 1 })).replace(/\s/g, ''), raw.replace(/\s/g, ''));
  });

  it('a jump line that says both 下转 and 转第 is one', () => {
    assert.deepEqual(blocksOf('（下转第3版）今年以来，各村坚持党建引领，完成了年初的任务。').slice(0, 1), [
      'jump: （下转第3版）',
    ]);
    assert.equal(
      readPage('（下转第3版）今年以来，各村坚持党建引领。').reading.text,
      '（下转第3版）今年以来，各村坚持党建引领。',
    );
  });

  it('a jump line behind a sentence and broken over two lines loses nothing', () => {
    const raw = '　　一步一个脚印把蓝图变为\n现实。 （下转\n 3 版）\n';
    assert.equal(readPage(raw).reading.text.replace(/\s/g, ''), raw.replace(/\s/g, ''));
    assert.equal(repaired(raw).replace(/\s/g, ''), raw.replace(/\s/g, ''));
  });

  it('a number between two lines that do not belong together is no page break inside a sentence, and stays on the page', () => {
    assert.deepEqual(blocksOf('（通讯员 余 松）\n162\n第3期').slice(0, 2), [
      'byline: （通讯员 余 松）',
      'furniture: 162',
    ]);
  });

  it('a form feed, as every page of pdftotext begins with, is no block', () => {
    const alone = blocksOf('青禾镇召开工作推进会');
    assert.equal(alone.length, 1);
    assert.deepEqual(blocksOf('\f\n青禾镇召开工作推进会'), alone);
    assert.deepEqual(blocksOf('\f青禾镇召开工作推进会'), alone);
  });

  it('control and bidirectional characters are taken out, not read', () => {
    assert.equal(readPage('青\u202e禾\u2066镇\u0001召\0开会议。').reading.text, '青禾镇召开会议。');
    assert.deepEqual(blocksOf('# \u2069'), []);
  });

  it('a heading a person marked is one, whatever it says', () => {
    assert.deepEqual(blocksOf('# 责任编辑'), ['heading: 责任编辑']);
    assert.deepEqual(blocksOf('# 2026年3月5日'), ['heading: 2026年3月5日']);
  });

  it('marks repeated in a heading are repaired at once as far as they are repaired at all', () => {
    const once = repaired(`青禾镇召开工作推进会${'！'.repeat(200)}\n`);
    assert.equal(repaired(once), once);
  });

  it('an overprinted character is taken out in the page as a whole, and what is typed behind it stands behind it', () => {
    const raw = '““小小切切口口””撬撬动动““大大民民生生””\n';
    assert.equal(editedInPage(raw, { start: 0, end: 1, text: '' }), raw.slice(2));
    assert.equal(editedInPage(raw, { start: 2, end: 2, text: '微' }), raw.replace('小小', '小小微'));
  });

  it('a patch that does not fit, taken in after a composition, makes the page ask for all of it', () => {
    const asked: string[] = [];
    const client = new ClientSync((message) => asked.push(message.type), {
      changed: () => undefined,
      conflict: () => undefined,
    });
    const news = (done: number): HostMessage => ({
      type: 'update',
      epoch: 0,
      from: 0,
      version: 0,
      done,
      patch: { splices: [{ at: 0, remove: 1, insert: [] }], shifts: [] },
    });
    client.hold();
    client.receive(news(0));
    client.receive({ type: 'page', epoch: 1, version: 2, blocks: [{ ...emptyBlock, text: '甲' }], done: 0 });
    client.release();
    assert.deepEqual(asked, ['resync', 'applied']);
    assert.equal(client.text, '甲');
  });

  it('a paragraph of a hundred thousand repairs is wrapped', () => {
    const raw = '⾥青'.repeat(130_000);
    const wrapped = applyEdits(raw, rewrapEdits(readPage(raw), { cells: 20 }));
    assert.ok(wrapped.replace(/\s/g, '') === '里青'.repeat(130_000));
  });

  it('marks in front of an overprinted headline are no overprinting: four is the most that a heading takes', () => {
    assert.equal(readPage('\n\n######## ““微微').reading.text.includes('########'), true);
    assert.deepEqual(blocksOf('## 青青禾禾镇镇召召开开工工作作推推进进会会'), ['heading: 青禾镇召开工作推进会']);
  });

  it('one of several empty blocks at the end of a page is taken out again', () => {
    const shown = (...texts: string[]) => documentOf(texts.map((text) => ({ ...emptyBlock, text })));
    const end = { start: 2, end: 3, text: '' };
    assert.deepEqual(editsBetween(shown('甲', '', ''), shown('甲', '')), [end]);
    assert.deepEqual(editsBetween(shown('甲', ''), shown('甲', '', '')), [{ start: 2, end: 2, text: blockBreak }]);
    assert.deepEqual(editsBetween(shown('', ''), shown('')), [{ start: 0, end: 1, text: '' }]);
  });

  it('what goes on behind a jump line begins with its first letter, not with the white space in front of it', () => {
    assert.deepEqual(blocksOf('（上接 1 版）　　（三）落实“四百”走访。组织开展大走访，即走百家门。').slice(1), [
      'paragraph: （三）落实“四百”走访。组织开展大走访，即走百家门。',
    ]);
  });

  it('an editor’s line that ends with a colon is read the same the second time', () => {
    const raw = '——10问：“三美两清一更新”常常①(\n\n\n👨‍👩‍👧编辑：(\n\n\n👨‍👩‍👧编辑：';
    assert.deepEqual(blocksOf(raw), blocksOf(raw));
    assert.deepEqual(blocksOf(raw), blocksOf(raw));
  });

  it('a page number behind an overprinted character stays where it is when the paragraph around it is wrapped', () => {
    const raw =
      '得更加美好！坚持党建引领，为民办实事，事事有着落，件件有回音，2026年3月28日日\n\n022\n\n府府政政民民人人镇镇禾禾青青\n';
    const page = readPage(raw);
    assert.ok(page.reading.repairs.some(({ code }) => code === 'repair/page-break'));
    assert.ok(applyEdits(raw, rewrapEdits(page, { cells: 21 })).includes('\n022\n'));
  });

  it('a name set apart beside a page number is mended, and stays', () => {
    const raw =
      '验好做法，在全区交流学习。送\n导领府政区、委区：报\n\n。课党和会组小党。 2 \n释 解 词 名 \n\n：各 镇 党 委 、 街 道 党 工 委 \n1 \n释 解 词 名 \n\n：各 镇 党 委 、 街 道 党 工 委 \n';
    assert.ok(readPage(raw).reading.repairs.some(({ code }) => code === 'repair/page-break'));
    assert.equal(repaired(raw).replace(/\s/g, ''), raw.replace(/\s/g, ''));
  });

  it('an operator that nobody can see is no text', () => {
    const analysis = analyze('\u2061', createGlossary([]));
    assert.deepEqual(analysis.newsletter.blocks, []);
    assert.deepEqual(exportPage(analysis).blocks, []);
  });

  it('Enter on blocks that are selected as a whole leaves two empty ones, the cursor in the second', () => {
    const shown = (...texts: string[]) => documentOf(texts.map((text) => ({ ...emptyBlock, text })));
    const enter = (doc: Node, selection: Selection) => {
      let state = EditorState.create({ doc });
      state = state.apply(state.tr.setSelection(selection));
      splitBlock(state, (transaction) => (state = state.apply(transaction)));
      return { doc: state.doc.toString(), cursor: state.selection.toJSON() as unknown };
    };
    const two = { doc: 'doc(block, block)', cursor: { type: 'text', anchor: 3, head: 3 } };
    const empty = shown('', '');
    assert.deepEqual(enter(empty, TextSelection.create(empty, 1, 3)), two);
    const full = shown('甲乙', '丙丁');
    assert.deepEqual(enter(full, TextSelection.create(full, 1, 7)), two);
    assert.deepEqual(enter(full, new AllSelection(full)), two);
  });

  it('a long line that is overprinted from end to end is read in linear time', () => {
    assert.equal(readPage('甲甲乙乙'.repeat(100_000)).reading.text, '甲乙'.repeat(100_000));
    readPage('大大大大小小'.repeat(100_000));
  });

  it('two jump lines on one line part what stands around them, and the line behind them loses nothing', () => {
    const raw = '发\n。\n\n柳湾居民区把闲\n棚\n改\n，常常坐得满满\r（上接1版）（上接1 版）\n当\n。居民家家\n，\n升\n物';
    const { reading } = readPage(raw);
    assert.equal(reading.text.replace(/\s/g, ''), raw.replace(/\s/g, ''));
    assert.equal(repaired(raw).replace(/\s/g, ''), raw.replace(/\s/g, ''));
  });

  it('a line that ends with a comma is no name of a paper beside a page number', () => {
    const raw =
      '一条街巷都能漫步，每一座庭院都\n今年以来，青禾镇坚持党建引\n\n全镇各级党组织要坚持以党的\n长帮帮团”每天沿河巡护，大大小\n\n第 2 版\n近日，\n型经济”，优化营商环境，提升亩';
    assert.ok(readPage(raw).reading.text.includes('近日，'));
  });

  it('a heading looks like one again once the empty block that was opened in front of it is taken away, without any news', () => {
    const client = new ClientSync(() => undefined, {
      changed: () => shows.push(...client.blocks()),
      conflict: () => undefined,
    });
    const shows: PageBlock[] = [];
    const heading: PageBlock = { ...emptyBlock, kind: 'heading', level: 1, text: '青禾镇召开会议' };
    client.receive({ type: 'page', epoch: 1, version: 1, blocks: [heading], done: 0 });
    client.edit([{ start: 0, end: 0, text: blockBreak }]);
    shows.length = 0;
    client.edit([{ start: 0, end: 1, text: '' }]);
    assert.deepEqual(shows, [heading]);
  });

  it('a title of a hundred thousand characters is set in lines', () => {
    const title = '青禾镇召开会议，'.repeat(12_500);
    assert.equal(titleLines(title, 20).join(''), title);
  });
});

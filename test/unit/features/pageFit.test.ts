import assert from 'node:assert/strict';
import { articleStatistics, articleStretches, type SetBlock } from '../../../src/core/features/articleStretch.ts';
import { fitArticle, setBlock } from '../../../src/core/features/pageFit.ts';

const paragraph = (text: string): SetBlock => ({ kind: 'paragraph', text });
const headline = (text: string): SetBlock => ({ kind: 'heading', level: 1, text });
const section = (text: string): SetBlock => ({ kind: 'heading', level: 2, text });

function shownLines(block: SetBlock, cells: number): string[] {
  return setBlock(block, cells).map(({ start, end }) => block.text.slice(start, end));
}

describe('Setting a block into a column', () => {
  it('sets the first line of a paragraph in by two cells', () => {
    assert.deepEqual(shownLines(paragraph('一二三四五六七八九十'), 6), ['一二三四', '五六七八九十']);
  });

  it('keeps closing marks from line starts and opening ones from line ends', () => {
    assert.deepEqual(shownLines(paragraph('一二三四五！六'), 7), ['一二三四', '五！六']);
    assert.deepEqual(shownLines(paragraph('一二三四“五六”'), 7), ['一二三四', '“五六”']);
  });

  it('squeezes a closing mark that just does not fit', () => {
    assert.deepEqual(shownLines(section('甲1，乙丙丁'), 2), ['甲1，', '乙丙', '丁']);
  });

  it('keeps figures and words whole, dashes unbroken, and the space between words off the next line', () => {
    assert.deepEqual(shownLines(section('增长59.8%，好'), 4), ['增长', '59.8%，', '好']);
    assert.deepEqual(shownLines(section('一二三——四'), 4), ['一二三', '——四']);
    assert.deepEqual(shownLines(section('Qing He Town'), 4), ['Qing He', 'Town']);
  });

  it('cuts a word that is longer than the column', () => {
    assert.deepEqual(shownLines(section('abcdefgh'), 2), ['abcd', 'efgh']);
  });

  it('keeps the lines of a couplet', () => {
    assert.deepEqual(shownLines(section('共绘美丽青禾景\n同奏幸福临江音'), 10), ['共绘美丽青禾景', '同奏幸福临江音']);
  });

  it('loses no character at any width', () => {
    const text = '近年来，“三微三美”（微改造、微更新、微治理）覆盖率59.8%——Top 10 streets；好！';
    for (let cells = 1; cells < 40; cells++) {
      const joined = shownLines(paragraph(text), cells).join('').replaceAll(' ', '');
      assert.equal(joined, text.replaceAll(' ', ''));
    }
  });
});

describe('An article in its box', () => {
  const box = { columns: 2, lines: 4, cells: 5 };

  it('tells the lines that are left: a headline takes two lines of both columns', () => {
    assert.deepEqual(fitArticle([headline('青禾镇'), paragraph('一二三四五六')], box), {
      used: 6,
      room: 8,
      spareLines: 2,
      excess: 0,
    });
  });

  it('tells how many characters are too many, and from where', () => {
    const fit = fitArticle([headline('青禾镇'), paragraph('一二三四五六七八九十一二三四五六七八九十')], box);
    assert.deepEqual(fit, { used: 9, room: 8, spareLines: 0, excess: 2, from: { block: 1, offset: 18 } });
  });

  it('leaves page numbers and the masthead out', () => {
    assert.equal(
      fitArticle(
        [
          { kind: 'furniture', text: '第2版' },
          { kind: 'masthead', text: '青禾报' },
        ],
        box,
      ).used,
      0,
    );
  });
});

describe('The articles of a page', () => {
  const blocks = [paragraph('前言'), headline('甲\n乙'), section('一、好'), paragraph('一 二。'), headline('丙')];

  it('are its headlines with what follows them', () => {
    assert.deepEqual(articleStretches(blocks), [
      { first: 0, end: 1, title: '' },
      { first: 1, end: 4, title: '甲 乙' },
      { first: 4, end: 5, title: '丙' },
    ]);
  });

  it('are counted without white space', () => {
    const [, second] = articleStretches(blocks);
    assert.ok(second);
    assert.deepEqual(articleStatistics(blocks, second), { characters: 8, paragraphs: 1, headings: 2 });
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineBreaks } from '../../src/core/features/lineBreaks.ts';
import { repairEdits } from '../../src/core/features/repair.ts';
import { rewrapEdits } from '../../src/core/features/rewrap.ts';
import { repairFindings } from '../../src/core/lint/lint.ts';
import { repairFixes } from '../../src/core/lint/repairFindings.ts';
import { readPage, type Page } from '../../src/core/newsletter/readPage.ts';
import { applyEdits } from '../../src/core/text/range.ts';

const runs = 1000;

const clauses = [
  '青禾镇坚持党建引领',
  '推进“微更新”和“微治理”',
  '河湾社区把难题摆到桌面上谈',
  '完成162个点位的提升改造',
  '同比增长59.8%',
  '居民都说变化看得见、摸得着',
  '围绕《临江区城市更新办法》建立清单',
  '志愿者天天上门、常常走访',
  '推出Green Grain品牌活动',
  '各部门齐心协力——既分工又合作',
  '培育“三美两清一更新”示范点',
  '全年受理诉求12345件',
  '把服务送到大大小小的楼组（含新建小区）',
];
const titles = [
  '共绘家园美景',
  '家门口的服务更近了',
  '小巷口的大变化',
  '红色引擎聚合力',
  '为民服务见真情',
  '楼组里的新风尚',
];

const sentence = fc
  .tuple(fc.array(fc.constantFrom(...clauses), { minLength: 2, maxLength: 4 }), fc.constantFrom('。', '！', '。”'))
  .map(([parts, end]) => (end === '。”' ? `大家说：“${parts.join('，')}${end}` : parts.join('，') + end));
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((all) => all.join(''));

/** A page of our own: sections with their titles and paragraphs, as blocks of reading text. */
const blocks = fc
  .array(fc.tuple(fc.constantFrom(...titles), fc.array(paragraph, { minLength: 1, maxLength: 3 })), {
    minLength: 2,
    maxLength: 3,
  })
  .map((sections) => [
    '青禾镇城市更新工作简报',
    ...sections.flatMap(([title, all], i) => [`${'一二三四'[i]}、${title}`, ...all]),
  ]);

const print = fc.record({
  cells: fc.integer({ min: 13, max: 36 }),
  eol: fc.constantFrom('\n', '\r\n'),
  gap: fc.boolean(),
  spaced: fc.boolean(),
  lost: fc.boolean(),
  bold: fc.boolean(),
});

interface Print {
  readonly cells: number;
  readonly eol: string;
  readonly gap: boolean;
  readonly spaced: boolean;
  readonly lost: boolean;
  readonly bold: boolean;
}

/** The page as an extraction prints it: wrapped, the indents kept or lost, spaces behind commas, titles overprinted. */
function printed(texts: readonly string[], { cells, eol, gap, spaced, lost, bold }: Print): string {
  const lines = texts.map((text, i) => {
    if (i === 0 || /^[一二三四]、/.test(text)) return bold ? text.replace(/./gu, '$&$&') : text;
    const breaks = lineBreaks(text, { start: 0, end: text.length }, cells);
    const cut = [...breaks, text.length].map((end, n) => text.slice(breaks[n - 1] ?? 0, end).trim());
    return `${lost ? '' : '　　'}${cut.map((line) => (spaced ? line.replace('，', '， ') : line)).join(eol)}`;
  });
  return lines.join(gap ? eol + eol : eol) + eol;
}

/** Width in half cells. */
function widthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (/[ -~]/.test(character) ? 1 : 2), 0);
}

function shown({ reading, newsletter }: Page): string[] {
  return newsletter.blocks.map(({ kind, start, end }) => `${kind}: ${reading.text.slice(start, end)}`);
}

/** Where the layout alone misleads the reader, the same blocks need not come out of another layout. */
function readAsPrinted(page: Page, texts: readonly string[]): boolean {
  return shown(page).every((block, i) => block.slice(block.indexOf(' ') + 1) === texts[i]);
}

describe('repairing any page', () => {
  it('leaves what is read as it was', () => {
    fc.assert(
      fc.property(blocks, print, (texts, how) => {
        const page = readPage(printed(texts, how));
        fc.pre(readAsPrinted(page, texts));
        assert.deepEqual(shown(readPage(applyEdits(page.reading.raw, repairEdits(page)))), shown(page));
      }),
      { numRuns: runs },
    );
  });

  it('leaves nothing to repair', () => {
    fc.assert(
      fc.property(blocks, print, (texts, how) => {
        const page = readPage(printed(texts, how));
        assert.deepEqual(repairEdits(readPage(applyEdits(page.reading.raw, repairEdits(page)))), []);
      }),
      { numRuns: runs },
    );
  });

  it('comes to the same as taking the fix of every finding', () => {
    fc.assert(
      fc.property(blocks, print, (texts, how) => {
        const page = readPage(printed(texts, how));
        fc.pre(readAsPrinted(page, texts));
        const { raw } = page.reading;
        const edits = repairFindings(page.reading).flatMap(
          (finding) => repairFixes(finding, page.reading)[0]?.edits ?? [],
        );
        const sorted = [...edits].sort((a, b) => a.start - b.start);
        assert.equal(applyEdits(raw, sorted), applyEdits(raw, repairEdits(page)));
      }),
      { numRuns: runs },
    );
  });

  it('takes any text, and gives edits in order', () => {
    const unit = fc.constantFrom(...'青禾镇“”（）—— 　\n\r，。、#12a●一、', '\ud842');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (raw) => {
        const page = readPage(raw);
        applyEdits(raw, repairEdits(page));
        applyEdits(raw, repairEdits(page, { paragraphIndent: 'two', dropFurniture: true }));
        applyEdits(raw, rewrapEdits(page, { cells: 10 }));
      }),
      { numRuns: runs },
    );
  });
});

describe('re-wrapping any page', () => {
  it('gives the same blocks back, no line longer than the column and none with a mark at its start', () => {
    fc.assert(
      fc.property(blocks, print, fc.integer({ min: 14, max: 40 }), (texts, how, cells) => {
        const page = readPage(printed(texts, how));
        fc.pre(readAsPrinted(page, texts));
        const wrapped = applyEdits(page.reading.raw, rewrapEdits(page, { cells }));
        assert.deepEqual(shown(readPage(wrapped)), shown(page));
        const lines = wrapped.split(/\r?\n/);
        for (const line of lines) assert.doesNotMatch(line, /^[，。、；：？！”’）》】〕]|[“‘（《【〔]$/u);
        // A paragraph that only reads right on one line stands on one.
        const body = lines.filter((line) => line.startsWith('　　') && !texts.includes(line.trim()));
        for (const line of body) assert.ok(widthOf(line) <= cells * 2, line);
      }),
      { numRuns: runs },
    );
  });

  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(blocks, print, fc.integer({ min: 14, max: 40 }), (texts, how, cells) => {
        const page = readPage(printed(texts, how));
        fc.pre(readAsPrinted(page, texts));
        const wrapped = applyEdits(page.reading.raw, rewrapEdits(page, { cells }));
        assert.deepEqual(rewrapEdits(readPage(wrapped), { cells }), []);
      }),
      { numRuns: runs },
    );
  });
});

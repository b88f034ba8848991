import assert from 'node:assert/strict';
import fc from 'fast-check';
import { repairEdits } from '../../src/core/features/repair.ts';
import { titleOf } from '../../src/core/newsletter/outline.ts';
import { readPage, type Page } from '../../src/core/newsletter/readPage.ts';
import { applyEdits, overlaps } from '../../src/core/text/range.ts';
import type { SourceBlock } from '../simulator/page/model.ts';
import { pageKinds, simulatePage, type SimulatedPage } from '../simulator/page/page.ts';
import type { PrintStyle } from '../simulator/page/style.ts';

const runs = 1000;

const seed = fc.integer({ min: 1, max: 2 ** 30 });
const anyPage = fc.tuple(seed, fc.constantFrom(...pageKinds)).map(([each, kind]) => simulatePage(each, { kind }));

const tight = (text: string) => text.replace(/[\s\ufeff]+/gu, '').replace(/[—―]{2,}/gu, '——');

const repaired = (page: Page) => applyEdits(page.reading.raw, repairEdits(page));

/** What a page says, block by block: kind, level and text of headings, text of the others. */
const readBlocks = ({ reading, newsletter }: Page) =>
  newsletter.blocks.map((block) => {
    const text = tight(titleOf(reading.text, block));
    return block.kind === 'heading' ? `${block.level} ${text}` : text;
  });

const meantBlocks = (blocks: readonly SourceBlock[]) =>
  blocks.map(({ kind, level, lines }) => (kind === 'heading' ? `${level} ` : '') + tight(lines.join('')));

/** Defects that leave no doubt where a block starts. */
const plainStyle: Partial<PrintStyle> = {
  headingGaps: true,
  paragraphGaps: 1,
  gapBehindFirstLine: 0,
  interleaved: false,
  splitTitles: false,
  wideHeadings: false,
  centredHeadings: false,
  coupletsInLine: false,
  indent: 'kept',
  indentCharacters: '\u3000\u3000',
  columnLength: 0,
  furniture: false,
  jumps: 'none',
  inlineBylines: false,
};
const clearKinds = ['brief', 'mixedNumbering', 'notice', 'rules'];
const clearBold = fc.constantFrom('none' as const, 'headings' as const);
const clearPage = fc
  .tuple(seed, fc.constantFrom(...clearKinds), fc.integer({ min: 24, max: 50 }), clearBold)
  .map(([each, kind, cells, bold]) => simulatePage(each, { kind, style: { ...plainStyle, cells, bold } }));

describe('reading a printed page', () => {
  it('gives the structure back that was printed, where the print leaves no doubt', () => {
    fc.assert(
      fc.property(clearPage, (page: SimulatedPage) => {
        assert.deepEqual(readBlocks(readPage(page.text)), meantBlocks(page.source.blocks));
      }),
      // Reading weighs evidence: the same pages at every run.
      { numRuns: runs, seed: 20260418 },
    );
  });

  it('maps offsets to the raw text and back, in order', () => {
    fc.assert(
      fc.property(anyPage, ({ text }) => {
        const { reading } = readPage(text);
        let last = 0;
        for (let offset = 0; offset <= reading.text.length; offset++) {
          const raw = reading.toRaw(offset);
          assert.ok(raw >= last, `${raw} after ${last}`);
          assert.equal(reading.toReading(raw), offset);
          last = raw;
        }
      }),
      { numRuns: runs },
    );
  });

  it('lets an edit of the reading text and the repairs around it come to the same', () => {
    const place = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.constantFrom('', '新', '，改过'));
    fc.assert(
      fc.property(anyPage, place, ({ text }, [at, length, inserted]) => {
        const { reading } = readPage(text);
        const start = Math.floor(at * reading.text.length);
        const edit = { start, end: Math.min(reading.text.length, start + length), text: inserted };
        const raw = reading.editToRaw(edit);
        const others = reading.repairs
          .filter((repair) => !overlaps(raw, repair) || (repair.start < raw.start && repair.end > raw.end))
          .map((repair) => ({ start: repair.start, end: repair.end, text: repair.replacement }));
        const both = [
          ...others.filter(({ end }) => end <= raw.start),
          raw,
          ...others.filter((o) => o.start >= raw.end),
        ];
        assert.equal(applyEdits(text, both), applyEdits(reading.text, [edit]));
      }),
      { numRuns: runs },
    );
  });
});

/** True where `shorter` is `longer` without some characters that stand twice in a row. */
function differsByDoubling(longer: string, shorter: string): boolean {
  let at = 0;
  for (let i = 0; i < longer.length; i++) {
    if (longer[i] === shorter[at]) at++;
    else if (longer[i] !== longer[i - 1]) return false;
  }
  return at === shorter.length;
}

const mended = (text: string) =>
  tight(text).replace(/[\u2e80-\u2fdf]/gu, (char) => (char === '\u2ea0' ? '民' : char.normalize('NFKC')));

describe('repairing a printed page', () => {
  it('loses and invents no character', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const after = repaired(readPage(page.text));
        if (page.style.bold === 'none') assert.equal(tight(after), mended(page.text));
        else assert.ok(differsByDoubling(mended(page.text), tight(after)));
      }),
      { numRuns: runs },
    );
  });

  it('leaves nothing to repair', () => {
    fc.assert(
      fc.property(anyPage, ({ text }) => assert.deepEqual(repairEdits(readPage(repaired(readPage(text)))), [])),
      { numRuns: runs },
    );
  });

  it('changes nothing on a page without defects', () => {
    const clean = fc.tuple(seed, fc.constantFrom(...pageKinds)).map(([each, kind]) => {
      const { source } = simulatePage(each, { kind, style: { interleaved: false, furniture: false, jumps: 'none' } });
      return `${source.blocks.flatMap((block) => block.lines).join('\n')}\n`;
    });
    fc.assert(
      fc.property(clean, (text) => assert.equal(repaired(readPage(text)), text)),
      { numRuns: runs },
    );
  });
});

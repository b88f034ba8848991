import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockBreak } from '../../src/core/features/pageText.ts';
import { applyEdits, type TextEdit } from '../../src/core/text/range.ts';
import { diffPages, emptyBlock, patchPage, type PageBlock } from '../../src/shared/sync/page.ts';
import { cross, diffTexts, invert, rebaseChange } from '../../src/shared/sync/rebase.ts';

const letters = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', blockBreak, '𠮷'), maxLength: 30 });

/** Sorted edits that do not overlap, inside a text of `length`. */
const changeOf = (length: number) =>
  fc
    .array(
      fc.tuple(
        fc.nat(length),
        fc.nat(4),
        letters.map((text) => text.slice(0, 3)),
      ),
      { maxLength: 3 },
    )
    .map((tuples) => {
      const edits: TextEdit[] = [];
      let at = -1;
      for (const [start, size, text] of tuples.sort((a, b) => a[0] - b[0])) {
        if (start <= at) continue;
        const end = Math.min(length, start + size);
        if (end > start || text !== '') edits.push({ start, end, text });
        at = end;
      }
      return edits;
    });

const twoChanges = letters.chain((text) => fc.tuple(fc.constant(text), changeOf(text.length), changeOf(text.length)));

describe('Rebasing', () => {
  it('leads to one text in whichever order two changes of it are made', () => {
    fc.assert(
      fc.property(twoChanges, ([text, mine, theirs]) => {
        const crossed = cross(text, mine, [theirs]);
        if (!crossed.edits) return;
        const theirsFirst = applyEdits(applyEdits(text, theirs), crossed.edits);
        const mineFirst = crossed.changes.reduce(applyEdits, applyEdits(text, mine));
        assert.equal(theirsFirst, mineFirst);
      }),
      { numRuns: 20_000 },
    );
  });

  it('drops a gesture that meets another change so that the text is as if it had never been', () => {
    fc.assert(
      fc.property(twoChanges, ([text, mine, theirs]) => {
        const crossed = cross(text, mine, [theirs]);
        if (crossed.edits) return;
        assert.equal(crossed.changes.reduce(applyEdits, applyEdits(text, mine)), applyEdits(text, theirs));
      }),
      { numRuns: 20_000 },
    );
  });

  it('keeps every character that the other side wrote', () => {
    fc.assert(
      fc.property(twoChanges, ([text, mine, theirs]) => {
        const marked = theirs.map((edit) => ({ ...edit, text: '丙'.repeat(edit.text.length) }));
        const rebased = rebaseChange(mine, marked);
        if (!rebased) return;
        const result = applyEdits(applyEdits(text, marked), rebased);
        const written = marked.reduce((sum, edit) => sum + edit.text.length, 0);
        assert.equal([...result].filter((letter) => letter === '丙').length, written);
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes a change back by its inverse', () => {
    fc.assert(
      fc.property(twoChanges, ([text, mine]) => {
        assert.equal(applyEdits(applyEdits(text, mine), invert(text, mine)), text);
      }),
    );
  });
});

describe('A page that is read in other blocks', () => {
  it('is told of by its gaps alone, so that what is written meanwhile between them meets nothing', () => {
    const before = `甲乙丙丁戊己${blockBreak}庚`;
    const after = `甲乙\n丙丁${blockBreak}戊己${blockBreak}庚`;
    const change = diffTexts(before, after);
    assert.equal(applyEdits(before, change), after);
    const written = rebaseChange([{ start: 3, end: 3, text: '新' }], change);
    assert.ok(written);
    assert.equal(applyEdits(after, written), `甲乙\n丙新丁${blockBreak}戊己${blockBreak}庚`);
  });
});

describe('Differences of pages', () => {
  it('lead from one text to the other', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        assert.equal(applyEdits(before, diffTexts(before, after)), after);
      }),
      { numRuns: 20_000 },
    );
  });

  it('lead from one list of blocks to the other, lines and all', () => {
    const block = fc
      .record({ text: letters, line: fc.nat(50), high: fc.boolean() })
      .map(({ text, line, high }): PageBlock => ({
        ...emptyBlock,
        kind: high ? 'heading' : 'paragraph',
        text: text.slice(0, 2),
        line,
        lastLine: line,
      }));
    const blocks = fc.array(block, { maxLength: 12 });
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        assert.deepEqual(patchPage(before, diffPages(before, after)), after);
      }),
      { numRuns: 5_000 },
    );
  });

  it('touch only what differs, so that a place between two changes keeps its own', () => {
    const before = ['甲甲甲', '乙乙', '丙丙丙'].join(blockBreak);
    const after = ['甲一甲甲', '乙乙', '丙丙二丙'].join(blockBreak);
    assert.deepEqual(diffTexts(before, after), [
      { start: 1, end: 1, text: '一' },
      { start: 9, end: 9, text: '二' },
    ]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from '../../../src/core/text/composeEdits.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text/range.ts';

/** Sorted edits of a text of `length` code units out of random numbers. */
function editsFrom(numbers: readonly number[], texts: readonly string[], length: number): TextEdit[] {
  const places = numbers.map((n) => n % (length + 1)).sort((a, b) => a - b);
  const edits: TextEdit[] = [];
  for (let i = 0; i + 1 < places.length; i += 2) {
    const start = places[i] as number;
    if (edits.at(-1)?.end === start) continue;
    edits.push({ start, end: places[i + 1] as number, text: texts[i % texts.length] ?? '' });
  }
  return edits;
}

describe('composed edits', () => {
  it('do at once what two rounds do one after the other', () => {
    const numbers = fc.array(fc.nat(40), { maxLength: 12 });
    const texts = fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), numbers, numbers, texts, (text, one, two, inserted) => {
        const first = editsFrom(one, inserted, text.length);
        const between = applyEdits(text, first);
        const second = editsFrom(two, inserted, between.length);
        const both = composeEdits(first, second, text.length);
        assert.equal(applyEdits(text, both), applyEdits(between, second));
      }),
      { numRuns: 2000 },
    );
  });

  it('leave alone what both rounds leave alone', () => {
    const first = [{ start: 2, end: 3, text: '' }];
    const second = [{ start: 6, end: 6, text: '新' }];
    assert.deepEqual(composeEdits(first, second, 10), [
      { start: 2, end: 3, text: '' },
      { start: 7, end: 7, text: '新' },
    ]);
  });
});

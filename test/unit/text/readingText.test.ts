import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/range.ts';
import { ReadingText, type Repair } from '../../../src/core/text/readingText.ts';

const cut = (start: number, end: number, replacement = ''): Repair => ({
  code: 'repair/wrapped-line',
  start,
  end,
  replacement,
});

describe('reading text', () => {
  it('is the raw text where nothing is repaired', () => {
    const reading = new ReadingText('高行', []);
    assert.equal(reading.text, '高行');
    assert.equal(reading.toRaw(1), 1);
    assert.equal(reading.toReading(2), 2);
  });

  it('joins a term over a line break and finds its raw range', () => {
    const reading = new ReadingText('“三美\n两清”。', [cut(3, 4)]);
    assert.equal(reading.text, '“三美两清”。');
    assert.deepEqual(reading.rawRange({ start: 1, end: 5 }), { start: 1, end: 6 });
  });

  it('leaves what was removed around a range outside of it', () => {
    const reading = new ReadingText('甲 乙 丙', [cut(1, 2), cut(3, 4)]);
    assert.equal(reading.text, '甲乙丙');
    assert.deepEqual(reading.rawRange({ start: 1, end: 2 }), { start: 2, end: 3 });
  });

  it('stands before or behind removed text as it is asked', () => {
    const reading = new ReadingText('甲 \n乙', [cut(1, 2), cut(2, 3)]);
    assert.equal(reading.toRaw(1, 'before'), 1);
    assert.equal(reading.toRaw(1, 'after'), 3);
  });

  it('turns an edit of the reading text into the smallest raw edit', () => {
    const reading = new ReadingText('完成162\n个点位', [cut(5, 6)]);
    const edit = reading.editToRaw({ start: 0, end: 8, text: '完成163个点位' });
    assert.deepEqual(edit, { start: 4, end: 5, text: '3' });
    assert.equal(applyEdits(reading.raw, [edit]), '完成163\n个点位');
  });

  it('inserts before a removed line break, so that the line keeps its wrap', () => {
    const reading = new ReadingText('社区\n治理', [cut(2, 3)]);
    assert.deepEqual(reading.editToRaw({ start: 2, end: 2, text: '的' }), { start: 2, end: 2, text: '的' });
  });

  const repaired = fc.string({ minLength: 0, maxLength: 40 }).chain((raw) =>
    fc.array(fc.tuple(fc.nat(raw.length), fc.nat(3), fc.string({ maxLength: 2 })), { maxLength: 6 }).map((cuts) => {
      const repairs: Repair[] = [];
      let at = 0;
      for (const [start, length, replacement] of cuts.sort((a, b) => a[0] - b[0])) {
        if (start < at || start + length > raw.length || length < replacement.length || !length) continue;
        repairs.push(cut(start, start + length, replacement));
        at = start + length;
      }
      return new ReadingText(raw, repairs);
    }),
  );

  it('maps offsets monotonously, and a reading offset comes back from the raw text', () => {
    fc.assert(
      fc.property(repaired, (reading) => {
        let last = 0;
        for (let offset = 0; offset <= reading.text.length; offset++) {
          for (const bias of ['before', 'after'] as const) {
            assert.equal(reading.toReading(reading.toRaw(offset, bias)), offset);
          }
          assert.ok(reading.toRaw(offset) >= last);
          last = reading.toRaw(offset);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

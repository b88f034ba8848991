import assert from 'node:assert/strict';
import { firstRepairFindings, repairFindings } from '../../../src/core/lint/lint.ts';
import { repairFixes } from '../../../src/core/lint/repairFindings.ts';
import { applyEdits } from '../../../src/core/text/range.ts';
import { ReadingText, type Repair, type RepairCode } from '../../../src/core/text/readingText.ts';

/** Reading text of a raw text in which `⟦code:what⟧` marks what is removed. */
function reading(marked: string): ReadingText {
  const repairs: Repair[] = [];
  let raw = '';
  for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
    const [, code, removed] = /^⟦([^:]*):([^⟧]*)⟧$/.exec(part) ?? [];
    if (code === undefined || removed === undefined) raw += part;
    else {
      repairs.push({ code: code as RepairCode, start: raw.length, end: raw.length + removed.length, replacement: '' });
      raw += removed;
    }
  }
  return new ReadingText(raw, repairs);
}

const told = (text: ReadingText) =>
  repairFindings(text).map(({ code, range }) => [code, text.raw.slice(range.start, range.end)]);

describe('repair findings', () => {
  it('tell a doubled heading once', () => {
    const text = reading('微⟦repair/doubled-run:微⟧更⟦repair/doubled-run:更⟧新⟦repair/doubled-run:新⟧\n正文');
    assert.deepEqual(told(text), [['repair/doubled-run', '微更更新新']]);
  });

  it('tell every wrapped line, and a column break with its blank line once', () => {
    const text = reading('青禾镇⟦repair/wrapped-line:\n⟧推进⟦repair/wrapped-line:\n⟧⟦repair/wrapped-line:\n⟧更新');
    assert.deepEqual(told(text), [
      ['repair/wrapped-line', '\n'],
      ['repair/wrapped-line', '\n\n'],
    ]);
  });

  it('are the same where only the first of a long text are asked for', () => {
    const line =
      '青⟦repair/doubled-run:青⟧禾⟦repair/doubled-run:禾⟧镇推进更⟦repair/stray-space: ⟧新⟦repair/wrapped-line:\n⟧';
    const text = reading(line.repeat(4000));
    const all = repairFindings(text);
    assert.equal(all.length, 12_000);
    for (const most of [0, 1, 2, 3, 4095, 4096, 4097, 11_999, 12_000, 12_001]) {
      assert.deepEqual(firstRepairFindings(text, most), all.slice(0, most));
    }
  });

  it('keep defects on two lines and of two kinds apart', () => {
    const text = reading('一⟦repair/stray-space: ⟧\n⟦repair/stray-space: ⟧二⟦repair/number-spacing: ⟧3');
    assert.deepEqual(
      told(text).map(([code]) => code),
      ['repair/stray-space', 'repair/stray-space', 'repair/number-spacing'],
    );
  });

  it('are mended one by one, the rest of the line left as it is', () => {
    const text = reading(
      '青⟦repair/doubled-run:青⟧禾⟦repair/doubled-run:禾⟧镇，⟦repair/stray-space: ⟧推进⟦repair/stray-space: ⟧。',
    );
    const [doubled] = repairFindings(text);
    assert.ok(doubled);
    const [fix] = repairFixes(doubled, text);
    assert.equal(applyEdits(text.raw, fix?.edits ?? []), '青禾镇， 推进 。');
    assert.equal(fix?.preferred, true);
  });

  it('offer no fix for a place that is no longer there', () => {
    const finding = {
      code: 'repair/stray-space',
      severity: 'hint',
      message: '',
      range: { start: 90, end: 91 },
    } as const;
    assert.deepEqual(repairFixes(finding, reading('青禾')), []);
  });
});

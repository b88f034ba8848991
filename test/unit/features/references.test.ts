import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isValidTerm, renameEdits, termPlaces } from '../../../src/core/features/references.ts';
import { termKey } from '../../../src/core/glossary/normalize.ts';
import { applyEdits } from '../../../src/core/text/range.ts';
import { joinedLines, pageOf } from './helpers.ts';

function renamed(raw: string, term: string, newTerm: string): string {
  const page = pageOf({ raw, repairs: joinedLines(raw), terms: [term] });
  return applyEdits(raw, renameEdits(term, newTerm, page));
}

describe('references of a term', () => {
  it('are its uses and its definitions, each place once, in raw offsets', () => {
    const raw = '抓“三\n美”：甲、乙、丙。\n再抓“三美”。';
    const page = pageOf({
      raw,
      repairs: joinedLines(raw),
      terms: ['三美'],
      definitions: [{ term: '三美', items: ['甲', '乙', '丙'] }],
    });
    assert.deepEqual(
      termPlaces('三 美', page).map(({ start, end, kind }) => [raw.slice(start, end), kind]),
      [
        ['三\n美', 'definition'],
        ['三美', 'use'],
      ],
    );
  });
});

describe('renaming a term', () => {
  it('changes every use, in any spacing, and no other character', () => {
    assert.equal(renamed('“三美” 和三 美？“三美”', '三美', '四美'), '“四美” 和四 美？“四美”');
  });

  it('keeps a break of the line where it was, whether the new term is as long, longer or shorter', () => {
    assert.equal(renamed('抓“三美两\r\n清”。', '三美两清', '三美两治'), '抓“三美两\r\n治”。');
    assert.equal(renamed('抓“三美两\n清”。', '三美两清', '三美两清一更新'), '抓“三美两\n清一更新”。');
    assert.equal(renamed('抓“三美两\n清”。', '三美两清', '三美'), '抓“三美\n”。');
    assert.equal(renamed('抓“三美\n两清”。', '三美两清', '三𠮷两清'), '抓“三\n𠮷两清”。');
  });

  it('does nothing where the name stays or would be empty', () => {
    assert.equal(renamed('“三美”', '三美', '三 美'), '“三美”');
    assert.equal(renamed('“三美”', '三美', ' '), '“三美”');
    assert.ok(isValidTerm('1+3+N') && !isValidTerm('“三美”') && !isValidTerm('\u3000'));
  });

  it('leaves all white space and all other text of any page alone', () => {
    const piece = fc.constantFrom('三美', '三\n美', '三\r\n美', '三', '美', '\n', '，', ' ', '“', '”');
    const name = fc
      .array(fc.constantFrom('四', '丽', 'N', '𠮷'), { minLength: 1, maxLength: 6 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), name, (pieces, newTerm) => {
        const raw = pieces.join('');
        const after = renamed(raw, '三美', newTerm);
        const spaces = (text: string) => text.replace(/[^\s]/g, '');
        assert.equal(spaces(after), spaces(raw));
        assert.equal(termKey(after), termKey(raw).replaceAll('三美', newTerm));
      }),
      { numRuns: 1000 },
    );
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';
import { fixesFor, lint, repairFindings, type LintOptions } from '../../../src/core/lint/lint.ts';
import { rules } from '../../../src/core/lint/rules/index.ts';

const text =
  '　　青禾镇推行“五联五促”机制，，覆盖63～68%的楼组,居民说“好。\n　　（一）、学习《青禾镇志》、《临江区志》，落实青府办（2026）03号文件。\n';

function codes(options?: LintOptions): string[] {
  const glossary = createGlossary([]);
  return lint({ ...analyze(text, glossary), glossary }, options).map(({ code }) => code);
}

describe('lint', () => {
  it('has rules with a code of its own each, in a family', () => {
    const all = rules.map(({ code }) => code);
    assert.equal(new Set(all).size, all.length);
    for (const code of all) assert.match(code, /^(?:abbreviation|punctuation|numbering|official)\/[a-z]+(?:-[a-z]+)*$/);
  });

  it('tells findings in the order of the text', () => {
    assert.deepEqual(codes(), [
      'abbreviation/unexplained',
      'punctuation/repeated-mark',
      'punctuation/half-width-mark',
      'punctuation/unpaired-quote',
    ]);
  });

  it('leaves out what is disabled', () => {
    const disabled = new Set(['punctuation/repeated-mark', 'abbreviation/unexplained']);
    assert.deepEqual(codes({ disabled }), ['punctuation/half-width-mark', 'punctuation/unpaired-quote']);
  });

  it('runs opt-in rules that are enabled, and those of the profile', () => {
    const quiet = new Set(codes());
    const added = (options: LintOptions) => codes(options).filter((code) => !quiet.has(code));
    const enabled = new Set(['punctuation/wave-percent', 'punctuation/enumeration-comma-between-quotes']);
    assert.deepEqual(added({ enabled }), ['punctuation/wave-percent', 'punctuation/enumeration-comma-between-quotes']);
    assert.deepEqual(added({ profile: 'official' }), ['official/mark-after-bracket', 'official/document-number']);
    assert.deepEqual(added({ profile: 'none' }), []);
  });

  it('gives the fix of a repair finding, and none for a code nobody knows', () => {
    const glossary = createGlossary([]);
    const context = { ...analyze('　　青禾镇推行网格化， 居民都说好。', glossary), glossary };
    const [finding] = repairFindings(context.reading);
    assert.ok(finding);
    assert.equal(fixesFor(finding, context).length, 1);
    assert.deepEqual(fixesFor({ ...finding, code: 'other/code' }, context), []);
  });

  it('has nothing to say about an empty text', () => {
    const glossary = createGlossary([]);
    assert.deepEqual(lint({ ...analyze('', glossary), glossary }), []);
  });
});

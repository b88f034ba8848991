import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze.ts';
import { appendixEdit } from '../../../src/core/features/appendix.ts';
import { applyEdits } from '../../../src/core/text/range.ts';
import { glossaryOf } from './helpers.ts';

const glossary = glossaryOf({
  workspace: [
    { term: '三会', senses: [{ items: ['听证会', '协调会', '评议会'] }] },
    {
      term: '两清一更新',
      senses: [
        {
          parts: [
            { term: '两清', items: ['清沟渠', '清楼道'] },
            { term: '一更新', items: ['更新公共设施'] },
          ],
        },
      ],
    },
    { term: '四色图', senses: [{ explanation: '用四种颜色标出楼栋风险的图' }] },
  ],
});

const page = `青禾镇开出治理新路

　　青禾镇今年推进“两清一更新”，开好“三会”，画好“四色图”。居民说，“三会”开到了家门口，镇里的“九曲”工程也有了进展。
`;

function withAppendix(raw: string): string {
  const edit = appendixEdit(analyze(raw, glossary), glossary);
  return edit ? applyEdits(raw, [edit]) : raw;
}

describe('the glossary appendix', () => {
  it('explains every explained abbreviation in order of first appearance, numbered', () => {
    assert.equal(
      withAppendix(page),
      `${page.trimEnd()}

名词解释
1. “两清一更新”：包括清沟渠、清楼道；更新公共设施。
2. “三会”：指听证会、协调会、评议会。
3. “四色图”：用四种颜色标出楼栋风险的图。
`,
    );
  });

  it('does nothing where it is up to date, and keeps line ends as they are', () => {
    const once = withAppendix(page);
    assert.equal(appendixEdit(analyze(once, glossary), glossary), undefined);
    const crlf = withAppendix(page.replaceAll('\n', '\r\n'));
    assert.equal(crlf, once.replaceAll('\n', '\r\n'));
    assert.equal(appendixEdit(analyze(crlf, glossary), glossary), undefined);
    assert.equal(withAppendix(page.trimEnd()), once.trimEnd());
  });

  it('is brought up to date by one small edit', () => {
    const once = withAppendix(page);
    const without = once.replace('，画好“四色图”', '');
    const edit = appendixEdit(analyze(without, glossary), glossary);
    assert.equal(applyEdits(without, [edit!]), once.replace('，画好“四色图”', '').replace(/\n3\. [^\n]*/, ''));
    const swapped = once.replace('推进“两清一更新”，开好“三会”', '开好“三会”，推进“两清一更新”');
    assert.match(withAppendix(swapped), /1\. “三会”：指[^\n]*\n2\. “两清一更新”：/);
    assert.equal(withAppendix(once.replace('评议会。', '评议。')), once);
  });

  it('leaves what stands behind it, and an appendix of another make, alone', () => {
    const once = withAppendix(page);
    const signed = `${once}\n青禾镇人民政府\n`;
    assert.equal(withAppendix(signed), signed);
    const foreign = `${page}\n名词解释\n九曲工程是青禾镇的一项工程，三年建成。\n`;
    const both = withAppendix(foreign);
    assert.ok(both.startsWith(foreign.trimEnd()));
    assert.match(both, /\n名词解释\n1\. “两清一更新”/);
  });

  it('reads back as definitions', () => {
    const { definitions } = analyze(withAppendix(page), glossaryOf({}));
    const read = new Map(definitions.map((definition) => [definition.term, definition]));
    assert.deepEqual(read.get('三会')?.items, ['听证会', '协调会', '评议会']);
    const composite = read.get('两清一更新');
    assert.deepEqual(composite?.items ?? composite?.parts?.flatMap((part) => part.items), [
      '清沟渠',
      '清楼道',
      '更新公共设施',
    ]);
  });

  it('adds nothing to a text without explained abbreviations', () => {
    assert.equal(withAppendix('今天下雨。\n'), '今天下雨。\n');
    assert.equal(withAppendix(''), '');
  });
});

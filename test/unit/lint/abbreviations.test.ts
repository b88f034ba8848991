import assert from 'node:assert/strict';
import type { Sense } from '../../../src/core/glossary/model.ts';
import { formatMessage } from '../../../src/core/lint/message.ts';
import { assertFinds, fixed, layer, lintWith } from './support.ts';

const workspace = layer('workspace', [
  { term: '三会', senses: [{ items: ['听证会', '协调会', '评议会'] }] },
  {
    term: '三美两清一更新',
    senses: [
      {
        parts: [
          { term: '三美', items: ['美丽街区', '美丽家园', '美丽楼道'] },
          { term: '两清', items: ['动迁清盘', '违建清零'] },
          { term: '一更新', items: ['城市有机微更新'] },
        ],
      },
    ],
  },
  { term: '两清', senses: [{ items: ['楼道清空', '违建清零'] }] },
]);

describe('abbreviation/item-count', () => {
  const code = 'abbreviation/item-count';

  it('shows the numeral and the list that do not agree, over a wrapped line', () => {
    const { context, findings } = assertFinds(
      code,
      [
        '　　青禾镇深化“⟦四个',
        '到位⟧”（责任到位、措施到',
        '位、监督到位）工作机制，',
        '推动各项任务落到实处，居',
        '民都说好。',
      ].join('\n'),
    );
    const [finding] = findings;
    assert.ok(finding);
    assert.equal(formatMessage(finding), '“四个到位” says 4, but 3 items are listed');
    assert.equal(finding.severity, 'warning');
    const [place] = finding.related ?? [];
    assert.ok(place);
    const list = context.reading.raw.slice(place.range.start, place.range.end);
    assert.match(list, /责任到位、措施到\n位、监督到位/);
  });

  it('offers the numeral that the list has', () => {
    const linted = lintWith(code, '青禾镇深化“四个到位”（责任到位、措施到位、监督到位）工作机制，推动任务落实。');
    assert.deepEqual(fixed(linted), {
      'Change to “三个到位”': '青禾镇深化“三个到位”（责任到位、措施到位、监督到位）工作机制，推动任务落实。',
    });
  });

  it('is silent where they agree', () => {
    assertFinds(code, '青禾镇深化“三个到位”（责任到位、措施到位、监督到位）工作机制，推动任务落实。');
  });
});

describe('abbreviation/unexplained', () => {
  const code = 'abbreviation/unexplained';

  it('finds the first use in running text, and inserts what a glossary says behind the closing mark', () => {
    const linted = assertFinds(
      code,
      '“三会”制度进社区\n　　青禾镇推行“⟦三会⟧”制度，居民都说好。\n　　有了“三会”，问题解决得更快，邻里关系也更加和睦。',
      [workspace],
    );
    assert.equal(
      fixed(linted)['Insert the explanation （听证会、协调会、评议会）'],
      '“三会”制度进社区\n　　青禾镇推行“三会”（听证会、协调会、评议会）制度，居民都说好。\n　　有了“三会”，问题解决得更快，邻里关系也更加和睦。',
    );
  });

  it('has no explanation to insert where no glossary knows the term', () => {
    const linted = assertFinds(code, '　　青禾镇推行“⟦五联五促⟧”机制，居民都说好。');
    assert.deepEqual(fixed(linted), {});
  });

  it('is silent about set phrases that unfold themselves, and about what has one national meaning only', () => {
    assertFinds(code, '　　青禾镇推行“一户一策”帮扶，落实“20条”举措，居民都说好。');
    const items = ['听证会', '协调会', '评议会'];
    const national = { items, scope: 'national' } as const;
    const builtin = (senses: readonly Sense[]) => [layer('builtin', [{ term: '三会', senses }])];
    const text = '　　青禾镇推行“三会”制度，居民都说好。';
    assertFinds(code, text, builtin([national]));
    const town = { items, scope: 'town', place: '青禾镇' } as const;
    assertFinds(code, text.replace('三会', '⟦三会⟧'), builtin([town]));
    assertFinds(code, text.replace('三会', '⟦三会⟧'), builtin([national, town]));
  });

  it('is silent where the document explains the term, and about words that only look like one', () => {
    assertFinds(code, '　　青禾镇推行“三会”（听证会、协调会、评议会）制度，居民都说好。', [workspace]);
    assertFinds(code, '　　青禾镇推行三会制度，“五四”青年节期间开展活动。', [workspace]);
  });
});

describe('abbreviation/conflicting-definition', () => {
  const code = 'abbreviation/conflicting-definition';

  it('shows both definitions, and takes the other one over', () => {
    const linted = assertFinds(code, '　　青禾镇推进“⟦两清⟧”（动迁清盘、违建清零）工作，居民都说好。', [workspace]);
    const [finding] = linted.findings;
    assert.ok(finding);
    assert.equal(
      formatMessage(finding),
      '“两清” is defined here as 动迁清盘、违建清零, but in workspace glossary as 楼道清空、违建清零',
    );
    assert.deepEqual(Object.values(fixed(linted)), ['　　青禾镇推进“两清”（楼道清空、违建清零）工作，居民都说好。']);
  });

  it('is silent about another order of items, and about what the built-in glossary says', () => {
    assertFinds(code, '　　青禾镇推进“两清”（违建清零、楼道清空）工作，居民都说好。', [workspace]);
    assertFinds(code, '　　青禾镇推进“两清”（动迁清盘、违建清零）工作，居民都说好。', [
      layer('builtin', workspace.entries),
    ]);
  });
});

describe('abbreviation/unused-definition', () => {
  const code = 'abbreviation/unused-definition';
  const report = (body: string, term: string) =>
    `青禾镇政府工作报告\n一、重点工作\n　　${body}\n名词解释\n1.“三会”：指听证会、协调会、评议会。\n2.“${term}”：指动迁清盘、违建清零。\n`;

  it('finds an entry of the appendix that the text never uses', () => {
    assertFinds(code, report('全镇推行“三会”制度，居民都说好。', '⟦两清⟧'));
  });

  it('is silent where the term stands in the text, alone or inside a longer one', () => {
    assertFinds(code, report('全镇推行“三会”制度，推进“三美两清一更新”，居民都说好。', '两清'));
  });
});

describe('abbreviation/missing-quote', () => {
  const code = 'abbreviation/missing-quote';
  const composite = '“三美两清一更新”';

  it('inserts the mark that is missing', () => {
    const linted = assertFinds(code, '　　青禾镇推行⟦“三会⟧制度，居民都说好。', [workspace]);
    assert.deepEqual(fixed(linted), {
      'Insert the missing quotation mark': '　　青禾镇推行“三会”制度，居民都说好。',
    });
    const closed = assertFinds(code, '　　青禾镇推行⟦三会”⟧制度，居民都说好。', [workspace]);
    assert.ok(fixed(closed)['Insert the missing quotation mark']?.includes('推行“三会”制度'));
  });

  it('says it instead of the unpaired mark, not besides', () => {
    const { findings } = lintWith('punctuation/unpaired-quote', '　　青禾镇推行“三会制度，居民都说好。', [workspace]);
    assert.deepEqual(findings, []);
  });

  it('puts a composite in marks where the document mostly does', () => {
    const text = `　　青禾镇推进${composite}工作。\n　　全镇${composite}工作成效明显，⟦三美两清一更新⟧还在深化。`;
    const linted = assertFinds(code, text, [workspace]);
    assert.deepEqual(Object.values(fixed(linted)), [text.replace('⟦', '“').replace('⟧', '”')]);
  });

  it('leaves a term inside a longer quotation or title alone', () => {
    assertFinds(
      code,
      `　　青禾镇推进${composite}工作，${composite}成效明显，印发《三美两清一更新工作方案》，提出“深化三美两清一更新工作”。`,
      [workspace],
    );
  });
});

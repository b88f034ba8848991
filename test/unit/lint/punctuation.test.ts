import assert from 'node:assert/strict';
import { assertFinds, fixed, lintWith } from './support.ts';

describe('punctuation/unpaired-quote', () => {
  const code = 'punctuation/unpaired-quote';

  it('finds a mark that is never closed, and closes it at the next stop', () => {
    const linted = assertFinds(code, '青禾镇开展⟦“⟧家门口服务行动，居民都说好。');
    assert.deepEqual(fixed(linted), {
      'Insert ”': '青禾镇开展“家门口服务行动”，居民都说好。',
      'Remove “': '青禾镇开展家门口服务行动，居民都说好。',
    });
  });

  it('finds a mark that was never opened, and opens it behind the stop before', () => {
    const linted = assertFinds(code, '居民都说好，家门口服务⟦”⟧正在青禾镇全面推开。');
    assert.equal(fixed(linted)['Insert “'], '居民都说好，“家门口服务”正在青禾镇全面推开。');
  });

  it('tells of a mark that faces the wrong way, and turns it', () => {
    const closed = assertFinds(code, '青禾镇开展“家门口⟦“⟧服务行动，居民都说好。');
    assert.equal(fixed(closed)['Turn it into ”'], '青禾镇开展“家门口”服务行动，居民都说好。');
    const opened = assertFinds(code, '青禾镇开展⟦”⟧家门口”服务行动，居民都说好。');
    assert.equal(fixed(opened)['Turn it into “'], '青禾镇开展“家门口”服务行动，居民都说好。');
  });

  it('knows nesting, apostrophes and a mark inside a wrapped line', () => {
    assertFinds(code, '他说：“这是‘家门口’的‘微更新’。”');
    assertFinds(code, '活动名为It’s OK，居民都说好。');
    assertFinds(code, '青禾镇召开现场推进会，围绕“家门\n口服务”交流经验，居民都说好。');
  });

  it('leaves a quotation of several paragraphs alone', () => {
    assertFinds(code, '　　“第一段话还没有说完，下一段接着说。\n　　“第二段话到这里说完了。”\n　　会议就此结束。');
  });

  it('does not let a missing bracket hide a missing quotation mark', () => {
    assertFinds(code, '青禾镇（含⟦“⟧三个社区）开展行动，居民都说好。');
  });

  it('comes to an end on very many unpaired marks, and says it a thousand times at most', () => {
    const { findings } = lintWith(code, '“甲‘乙（”丙'.repeat(40_000));
    assert.equal(findings.length, 1000);
  });
});

describe('punctuation/unpaired-bracket', () => {
  const code = 'punctuation/unpaired-bracket';

  it('finds brackets and book title marks without a partner', () => {
    assertFinds(code, '印发⟦《⟧青禾镇治理办法，自发布之日起施行。');
    assertFinds(code, '三个社区（含一个新建社区⟦（⟧参加了活动，居民都说好。');
    assertFinds(code, '会议由镇党委主持。】与会人员交流了经验。'.replace('】', '⟦】⟧'));
  });

  it('takes half-width and full-width round brackets for partners', () => {
    assertFinds(code, '三个社区（含一个新建社区)参加了活动，居民都说好。');
  });

  it('leaves the bracket behind a number alone', () => {
    assertFinds(code, '1）会议由镇党委主持，与会人员交流了经验。');
  });
});

describe('punctuation/half-width-mark', () => {
  const code = 'punctuation/half-width-mark';

  it('finds half-width marks between Chinese characters and widens them', () => {
    const linted = assertFinds(code, '青禾镇推进城市更新⟦,⟧居民都说好。');
    assert.equal(fixed(linted)['Change to ，'], '青禾镇推进城市更新，居民都说好。');
  });

  it('leaves figures, times and Latin text alone', () => {
    assertFinds(code, '会议于9:30开始，同比增长3.5%，发布Ver.2版本，网址为www.example.com，居民都说好。');
  });
});

describe('punctuation/repeated-mark', () => {
  const code = 'punctuation/repeated-mark';

  it('finds marks in a row and keeps one', () => {
    const linted = assertFinds(code, '青禾镇推进城市更新⟦，，⟧居民都说好。');
    assert.deepEqual(fixed(linted), { 'Change to ，': '青禾镇推进城市更新，居民都说好。' });
  });

  it('offers both of two different marks, and an ellipsis for three full stops', () => {
    assert.deepEqual(fixed(assertFinds(code, '居民都说好⟦，。⟧与会人员交流了经验。')), {
      'Change to ，': '居民都说好，与会人员交流了经验。',
      'Change to 。': '居民都说好。与会人员交流了经验。',
    });
    assert.ok('Change to ……' in fixed(assertFinds(code, '居民说个不停⟦。。。⟧与会人员交流了经验。')));
  });

  it('leaves repeated ！ and ？ alone', () => {
    assertFinds(code, '居民都说好！！与会人员问：真的吗？！大家都笑了。');
  });
});

describe('opt-in rules', () => {
  it('find 、 between neighbouring quotations and titles', () => {
    const linted = assertFinds(
      'punctuation/enumeration-comma-between-quotes',
      '学习《青禾镇志》⟦、⟧《临江区志》，推进“微更新”⟦、⟧“微治理”，做好调查、研究。',
    );
    assert.ok(fixed(linted)['Remove 、']?.startsWith('学习《青禾镇志》《临江区志》，'));
  });

  it('find a range whose first figure lacks its percent sign or multiplier', () => {
    const linted = assertFinds('punctuation/wave-percent', '预计增长⟦63～68%⟧，投入9亿～16亿元，覆盖3～5个社区。');
    assert.equal(fixed(linted)['Insert %'], '预计增长63%～68%，投入9亿～16亿元，覆盖3～5个社区。');
  });

  it('find document numbers that GB/T 9704 writes otherwise', () => {
    const code = 'official/document-number';
    const linted = assertFinds(code, '根据青府办⟦（2026）03⟧号和青府〔2026〕3号文件，制定本办法。');
    assert.equal(fixed(linted)['Change to 〔2026〕3号'], '根据青府办〔2026〕3号和青府〔2026〕3号文件，制定本办法。');
  });

  it('find a mark behind a bracketed number and 、 behind an Arabic one', () => {
    const bracket = assertFinds('official/mark-after-bracket', '（一）⟦、⟧加强组织领导。各社区要建立专班，明确责任。');
    assert.equal(fixed(bracket)['Remove the mark'], '（一）加强组织领导。各社区要建立专班，明确责任。');
    const stop = assertFinds('official/arabic-number-stop', '1⟦、⟧加强组织领导。各社区要建立专班，明确责任。');
    assert.equal(fixed(stop)['Change to .'], '1.加强组织领导。各社区要建立专班，明确责任。');
  });
});

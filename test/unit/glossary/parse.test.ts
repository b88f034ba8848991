import assert from 'node:assert/strict';
import { formatMessage } from '../../../src/core/lint/message.ts';
import type { GlossaryEntry } from '../../../src/core/glossary/model.ts';
import { keepLastGood, parseGlossary, parseGlossarySteps } from '../../../src/core/glossary/parse.ts';
import type { GlossaryFormat } from '../../../src/core/glossary/parseModel.ts';

const yaml = `# our terms
entries:
  - term: 三会 # a comment
    aliases: [三会制度]
    senses:
      - items: [听证会, 协调会, 评议会]
        explanation: 基层协商的三种会。
        scope: city
        place: 海州市
        year: 2006
        english: { text: three meetings, official: false }
        source: { title: 协商办法, issuer: 海州市民政局, date: 2006-05, url: 'https://example.org/a' }
        verified: false
  - term: 1354
    senses:
      - parts:
          - { term: "1", items: [一个核心] }
          - { term: "3", items: [甲, 乙, 丙] }
`;

/** Problems as \`line:column message\`, 1-based, with the text they stand on. */
function told(text: string, format: GlossaryFormat): string[] {
  return parseGlossary(text, format).problems.map(({ range, ...message }) => {
    const before = text.slice(0, range.start).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    return `${place} [${text.slice(range.start, range.end)}] ${formatMessage(message)}`;
  });
}

const terms = (text: string, format: GlossaryFormat) => parseGlossary(text, format).entries.map((entry) => entry.term);

describe('a glossary in YAML', () => {
  it('goes on behind a comment at the margin, between entries and inside of one', () => {
    const commented = yaml
      .replace('  - term: 1354', '# figures\n  - term: 1354')
      .replace('    senses:\n      - parts:', '# parts\n    senses:\n      - parts:');
    assert.deepEqual(terms(commented, 'yaml'), ['三会', '1354']);
    assert.deepEqual(told(commented, 'yaml'), []);
  });

  it('is read with all that a sense can say; figures stay text where text is meant', () => {
    const { entries, problems } = parseGlossary(yaml, 'yaml');
    assert.deepEqual(problems, []);
    assert.deepEqual(entries[0], {
      term: '三会',
      aliases: ['三会制度'],
      senses: [
        {
          items: ['听证会', '协调会', '评议会'],
          explanation: '基层协商的三种会。',
          scope: 'city',
          place: '海州市',
          year: 2006,
          english: { text: 'three meetings', official: false },
          source: { title: '协商办法', issuer: '海州市民政局', date: '2006-05', url: 'https://example.org/a' },
          verified: false,
        },
      ],
    } satisfies GlossaryEntry);
    assert.equal(entries[1]?.term, '1354');
    assert.deepEqual(
      entries[1]?.senses[0]?.parts?.map((part) => part.term),
      ['1', '3'],
    );
  });

  it('loses a broken entry and no other one, and names its line', () => {
    const broken = yaml.replace('[听证会, 协调会, 评议会]', '[听证会, 协调会, 评议会');
    assert.deepEqual(terms(broken, 'yaml'), ['1354']);
    assert.match(told(broken, 'yaml')[0] ?? '', /^[3-9]:/);
    assert.equal(parseGlossary(broken, 'yaml').broken, true);
    const unclosed = yaml.replace('term: 三会', 'term: "三会');
    assert.deepEqual(terms(unclosed, 'yaml'), ['1354']);
  });

  it('keeps the last good state of what it can no longer read, and drops what was removed', () => {
    const good = parseGlossary(yaml, 'yaml').entries;
    const broken = parseGlossary(yaml.replace('[听证会,', '[听证会: ['), 'yaml');
    assert.deepEqual(
      keepLastGood(good, broken).map((entry) => entry.term),
      ['1354', '三会'],
    );
    const removed = parseGlossary(yaml.replace(/ {2}- term: 1354[^]*/, ''), 'yaml');
    assert.deepEqual(
      keepLastGood(good, removed).map((entry) => entry.term),
      ['三会'],
    );
  });

  it('may be written in a row, with anchors, with CRLF, with a byte order mark, or be empty', () => {
    assert.deepEqual(terms('entries: [{ term: 三会, senses: [{ items: [甲会, 乙会, 丙会] }] }]', 'yaml'), ['三会']);
    const anchored =
      'entries:\n- term: 三会\n  senses: &s\n  - items: [甲会, 乙会, 丙会]\n- term: 三个会\n  senses: *s\n';
    assert.deepEqual(terms(anchored, 'yaml'), ['三会', '三个会']);
    assert.deepEqual(terms(`\ufeff${yaml.replaceAll('\n', '\r\n')}`, 'yaml'), ['三会', '1354']);
    for (const text of ['', ' \n', '# nothing yet\nentries:\n', 'entries: []\n']) {
      assert.deepEqual(parseGlossary(text, 'yaml').entries, [], text);
      assert.deepEqual(parseGlossary(text, 'yaml').problems, [], text);
    }
  });

  it('reads only what changed when it is given what it knew', () => {
    const first = parseGlossary(yaml, 'yaml');
    const second = parseGlossary(yaml.replace('甲, 乙, 丙', '甲, 乙, 丁'), 'yaml', first.cache);
    assert.equal(second.entries[0], first.entries[0]);
    assert.notEqual(second.entries[1], first.entries[1]);
    assert.deepEqual(second.entries[1]?.senses[0]?.parts?.[1]?.items, ['甲', '乙', '丁']);
  });

  it('can be read in steps', () => {
    const many = `entries:\n${Array.from({ length: 100 }, (_, i) => `- term: 词${i}\n  senses: [{ explanation: 词 }]\n`).join('')}`;
    const steps = parseGlossarySteps(many, 'yaml');
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses++;
    assert.equal(step.value.entries.length, 100);
    assert.ok(pauses >= 5);
  });

  it('reports mistakes around the entries', () => {
    const bracket = yaml.replace('# our terms', 'x: [');
    assert.equal(told(bracket, 'yaml').length, 1);
    assert.deepEqual(terms(bracket, 'yaml'), ['三会', '1354']);
    assert.match(told('三会: 甲\n', 'yaml')[0] ?? '', /A glossary is an object with the list “entries”/);
  });
});

describe('a glossary in JSON', () => {
  const entry = (term: string, items: string[]) => ({ term, senses: [{ items }] });
  const pretty = (...entries: unknown[]) => JSON.stringify({ entries }, null, 2);

  it('is read, and tells the place of what is wrong', () => {
    const text = pretty(entry('三会', ['甲会', '乙会']), {
      term: '两季',
      senses: [{ items: ['春', ''], year: 'soon' }],
    });
    assert.deepEqual(terms(text, 'json'), ['三会', '两季']);
    assert.deepEqual(told(text, 'json'), [
      '7:11 ["items"] The numeral of “三会” promises 3 items, but there are 2.',
      '20:13 [""] An item may not be empty.',
      '22:19 ["soon"] A year has four digits.',
    ]);
  });

  it('loses only the entry that misses a bracket', () => {
    const text = pretty(entry('三会', ['甲', '乙', '丙']), entry('两清', ['甲', '乙']), entry('一更新', ['甲']));
    const broken = text.replace('"乙"\n          ]', '"乙"\n');
    assert.notEqual(broken, text);
    assert.deepEqual(terms(broken, 'json'), ['三会', '一更新']);
    assert.equal(parseGlossary(broken, 'json').broken, true);
    const trailing = text.replace('"丙"', '"丙",');
    assert.deepEqual(terms(trailing, 'json'), ['三会', '两清', '一更新']);
    assert.equal(parseGlossary(trailing, 'json').problems.length, 1);
  });

  it('tells of a term that stands twice, and keeps both', () => {
    const text = pretty(entry('两清', ['甲', '乙']), entry('两清', ['丙', '丁']));
    assert.deepEqual(terms(text, 'json'), ['两清', '两清']);
    assert.match(told(text, 'json').join(), /stands in this file twice/);
  });

  it('says what is wrong with a text that is no glossary', () => {
    for (const text of ['[]', '{}', 'x', '{"entries": 3}', '{"entries": [', '"', '{"entries": [1, null, []]}']) {
      const { entries, problems } = parseGlossary(text, 'json');
      assert.deepEqual(entries, [], text);
      assert.ok(problems.length > 0, text);
      for (const { range } of problems) assert.ok(range.start <= range.end && range.end <= text.length, text);
    }
  });
});

describe('a hostile glossary', () => {
  it('cannot reach a prototype', () => {
    const text =
      '{"entries":[{"term":"三会","__proto__":{"x":1},"senses":[{"items":["甲","乙","丙"],"constructor":{"prototype":{"x":1}}}]}],"__proto__":{"x":1}}';
    for (const format of ['json', 'yaml'] as const) {
      const { entries } = parseGlossary(text, format);
      assert.equal(entries[0]?.term, '三会');
      assert.deepEqual(Object.keys(entries[0]?.senses[0] ?? {}), ['items']);
      assert.equal(({} as Record<string, unknown>)['x'], undefined);
      assert.equal((entries[0] as unknown as Record<string, unknown>)['x'], undefined);
    }
    assert.deepEqual(terms('entries:\n- __proto__: {term: 三会}\n  senses: [{items: [甲]}]\n', 'yaml'), []);
  });

  it('is no bomb: aliases of aliases, cycles and deep nesting are problems', () => {
    const lines = ['entries:', '- term: &a0 三会', '  senses: &b0 [甲, 乙]'];
    for (let i = 1; i < 30; i++)
      lines.push(`- &c${i} { term: x, senses: [*b${i - 1}, *b${i - 1}] }`, `- &b${i} [*b${i - 1}, *b${i - 1}]`);
    const bombs = [
      lines.join('\n'),
      'entries: &a [*a]\n',
      'entries: &a\n- *a\n',
      `entries: ${'['.repeat(6000)}`,
      `entries:\n- ${'['.repeat(6000)}\n- term: 三会\n  senses: [{explanation: 甲}]\n`,
      `entries:\n- ${'- '.repeat(5000)}x\n`,
      // At some depths the reader ran out of stack while an expression was compiled, which ended the process.
      ...[500, 1000, 1500, 2000, 3000].flatMap((depth) => [
        `entries: ${'['.repeat(depth)}${']'.repeat(depth)}\n`,
        `entries:\n- ${'- '.repeat(depth)}x\n`,
        `entries:\n${Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}- \n`).join('')}`,
        `entries:\n${Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}`,
        `entries:\n- ${'? '.repeat(depth)}x\n`,
      ]),
      `entries:\n- {${Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join(', ')}}\n`,
    ];
    for (const bomb of bombs) assert.ok(parseGlossary(bomb, 'yaml').problems.length > 0, bomb.slice(0, 40));
    const deep = parseGlossary(`{"entries":[${'['.repeat(9000)}`, 'json');
    assert.ok(deep.problems.length > 0);
  });

  it('is refused where it is too large', () => {
    const { problems } = parseGlossary(' '.repeat(1 << 24) + 'x', 'json');
    assert.match(formatMessage(problems[0]!), /at most 16 million/);
  });
});

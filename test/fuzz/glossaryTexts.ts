import fc from 'fast-check';
import { anyScrap, scraps } from './texts.ts';

const keys = [
  ...[
    'entries',
    'term',
    'aliases',
    'senses',
    'items',
    'parts',
    'explanation',
    'scope',
    'place',
    'year',
    'english',
    'text',
  ],
  ...['official', 'source', 'title', 'issuer', 'date', 'url', 'verified'],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    '0',
    'length',
    'then',
    '<<',
  ],
];
const key = fc.oneof({ arbitrary: fc.constantFrom(...keys), weight: 9 }, { arbitrary: anyScrap, weight: 1 });
const leaf = fc.oneof(
  anyScrap,
  fc.constantFrom(
    '三会',
    '两清',
    'national',
    'town',
    '2022',
    '2022-10',
    'https://example.org/',
    'javascript:alert(1)',
    'command:x',
    '\u202e三会',
  ),
  fc.constantFrom(0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 60, true, false, null),
);

const { tree } = fc.letrec<{ tree: unknown; list: unknown; map: unknown }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('list'), tie('map')),
  list: fc.array(tie('tree'), { maxLength: 4 }),
  map: fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map((pairs) => {
    const made = Object.create(null) as Record<string, unknown>;
    for (const [name, value] of pairs)
      Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
    return made;
  }),
}));

/** An object that is nearly a glossary: each value may be of any kind. */
const nearly = fc.record(
  {
    term: fc.oneof(fc.constantFrom('三会', '两清', '三美两清'), leaf, tree),
    aliases: fc.oneof(fc.array(anyScrap, { maxLength: 3 }), tree),
    senses: fc.oneof(
      fc.array(
        fc.record(
          {
            items: fc.oneof(fc.array(anyScrap, { maxLength: 4 }), tree),
            parts: fc.oneof(
              fc.array(fc.record({ term: anyScrap, items: fc.array(anyScrap, { maxLength: 3 }) }), { maxLength: 3 }),
              tree,
            ),
            explanation: leaf,
            scope: leaf,
            place: leaf,
            year: leaf,
            english: fc.oneof(fc.record({ text: anyScrap, official: fc.boolean() }), tree),
            source: fc.oneof(fc.record({ title: anyScrap, url: anyScrap, date: anyScrap }), tree),
            verified: leaf,
          },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
      tree,
    ),
  },
  { requiredKeys: [] },
);

const anything = fc.oneof(
  { arbitrary: fc.array(nearly, { maxLength: 5 }).map((entries) => ({ entries })), weight: 5 },
  { arbitrary: fc.array(fc.oneof(nearly, tree), { maxLength: 4 }).map((entries) => ({ entries })), weight: 2 },
  { arbitrary: tree, weight: 1 },
);

const json = fc.tuple(anything, fc.nat(3)).map(([value, indent]) => JSON.stringify(value, null, indent) ?? '');

/** YAML that only YAML can say: anchors, aliases, tags, merge keys, block scalars, several documents. */
const yamlLines = [
  ...[
    'entries:',
    'entries: []',
    'entries: *a',
    'entries: &a',
    '  - term: 三会',
    '  - &b',
    '  - *a',
    '  - *b',
    '  - <<: *b',
    '- term: 两清',
  ],
  ...[
    '    senses:',
    '      - items: [听证会, 协调会]',
    '      - items: *a',
    '      - &c items: [*c]',
    '        explanation: |',
    '          两行',
    '    aliases: [三会制度]',
  ],
  ...[
    '---',
    '...',
    '# 注',
    '? a',
    ': b',
    '!!js/function "x"',
    '!<tag:x> y',
    '%YAML 1.2',
    '  - {',
    '  - [',
    '}',
    ']',
    '"',
    "'",
    '\t- x',
    '  -',
    ':',
    '- - - -',
  ],
  ...[
    'a: &a [x, x]',
    'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
    'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
    'd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]',
  ],
];
const yaml = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...yamlLines), weight: 6 }, { arbitrary: anyScrap, weight: 1 }), {
    maxLength: 16,
  })
  .chain((all) => fc.constantFrom('\n', '\r\n').map((end) => all.join(end)));

const cut = fc.tuple(
  fc.nat(3000),
  fc.nat(12),
  fc.oneof(fc.constantFrom(...scraps), fc.constantFrom('&a ', '*a', ': ', '- ', '{', '}', '[', ']', '"', '|', '>')),
);

/** The text of a glossary file in every state of ruin, with its format. */
export const anyGlossary: fc.Arbitrary<{ readonly text: string; readonly format: 'json' | 'yaml' }> = fc
  .tuple(
    fc.oneof({ arbitrary: json, weight: 3 }, { arbitrary: yaml, weight: 2 }),
    fc.array(cut, { maxLength: 3 }),
    fc.constantFrom('json' as const, 'yaml' as const),
  )
  .map(([whole, cuts, format]) => {
    let text = whole;
    for (const [at, length, put] of cuts) {
      const start = at % (text.length + 1);
      text = text.slice(0, start) + put + text.slice(start + length);
    }
    return { text, format };
  });

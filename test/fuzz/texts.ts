import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { root } from '../../scripts/paths.ts';

/** Everything the readers look for, and everything that stands where it does not belong. */
export const scraps = [
  ...['\n', '\r\n', '\r', '\r\r\n', '\n\n', '\n\n\n', '\v', '\f', '\u0085', '\u2028', '\u2029'],
  ...[' ', '  ', '\t', '\u3000', '\u3000\u3000', '\u00a0', '\u2003', '\u202f', '\u205f', '\u1680', '\u200b', '\u2060'],
  ...[
    '\ufeff',
    '\0',
    '\u0001',
    '\u001b',
    '\u007f',
    '\u0096',
    '\ufffd',
    '\uffff',
    '\ufffe',
    '\u00ad',
    '\u200d',
    '\ufe0f',
  ],
  ...[
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
    '\ud800',
    '\udbff',
    '\udc00',
    '\udfff',
    '𠮷',
    '🏘️',
    '👨‍👩‍👧',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '《',
    '》',
    '〈',
    '〉',
    '（',
    '）',
    '(',
    ')',
    '【',
    '】',
    '〔',
    '〕',
    '[',
    ']',
    '「',
    '」',
  ],
  ...['。', '，', '、', '；', '：', '？', '！', '…', '……', '.', ',', ';', ':', '?', '!', '·', '~', '～', '%', '％'],
  ...[
    '—',
    '——',
    '———',
    '――',
    '──',
    '-',
    '–',
    '●',
    '◆',
    '▲',
    '★',
    '①',
    '⑩',
    '※',
    '|',
    '*',
    '_',
    '`',
    '<',
    '>',
    '&',
    '\\',
    '#',
  ],
  ...['⾥', '⼤', '⽇', '⽹', '⺟', '\uf900', '\u0301', 'ａ', '３', 'Ａ', '㈠', '㎡', '〇', '零'],
  ...[
    '# ',
    '## ',
    '#### ',
    '#######',
    '　　',
    '一、',
    '十一、',
    '（一）',
    '（二）',
    '1.',
    '2．',
    '(1)',
    '（1）',
    '第一章 ',
    '第二条　',
    '第3期',
  ],
  ...['一是', '二是', '三是', '首先', '其次', '问：', '答：', '——', '●'],
  ...[
    '（上接 1 版）',
    '（下转3版）',
    '（青禾镇融媒体中心）',
    '（通讯员 余 松）',
    '（记者 李明）',
    '图为',
    '编辑：',
    '第 2 版',
    '2026年3月5日',
    '责任编辑',
  ],
  ...[
    '名词解释',
    '名词解释\n1. “三会”：指听证会、协调会、评议会。\n',
    '注释：',
    '以下简称“三会”',
    '（以下简称“两清”）',
  ],
  ...[
    '“三会”',
    '三会',
    '三\n会',
    '“三美两清一更新”',
    '“1+3+N”',
    '“1354”',
    '四个到位',
    '“四个到位”',
    '三微三美',
    '两个维护',
    '十五五',
    '一核两带三区',
  ],
  ...[
    '听证会、协调会、评议会“三会”',
    '“三会”，即听证会、协调会、评议会',
    '“三会”（听证会、协调会）',
    '“三会”：',
    '“三会”是指',
    '等“三会”',
    '即',
    '指',
    '包括',
    '分别是',
  ],
  ...[
    '青禾镇',
    '近日，',
    '坚持党建引领基',
    '层治理，',
    '推进',
    '召开会议',
    '共绘美丽家园景',
    '同奏幸福高行音',
    '常常',
    '大大小小',
    '处处',
    'Green Grain',
  ],
  ...[
    '162',
    '59.8%',
    '2026',
    '12345',
    '63%～68%',
    '10',
    '〔2026〕3号',
    '[2026]第03号',
    'https://example.org/a?b=(c)',
    '[x](command:a)',
    '<script>',
    '$(zap)',
  ],
] as const;

const folders = ['samples', 'test/fixtures', 'test/grammar'];

/** The pages of the project, raw. */
export const pages: readonly string[] = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.(?:txt|newsletter)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

const scrap = fc.constantFrom(...scraps);
const scrapText = fc.array(scrap, { maxLength: 40 }).map((all) => all.join(''));
const lines = pages.flatMap((page) => page.split('\n'));

/** Lines of the pages and scraps in any order, with any line ends. */
const mixed = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...lines), weight: 3 }, { arbitrary: scrap, weight: 2 }), {
    maxLength: 40,
  })
  .chain((all) => fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', '').map((end) => all.join(end)));

/** One defect put into a text; places count modulo its length. */
type Defect = (text: string, at: number, length: number, scrap: string) => string;

const between = (text: string, at: number, length: number, change: (piece: string) => string): string => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + change(text.slice(start, start + length)) + text.slice(start + length);
};

const defects: readonly Defect[] = [
  (text, at, length, put) => between(text, at, length % 8, () => put),
  (text, at, length) => between(text, at, length, () => ''),
  (text, at, length) => between(text, at, length, (piece) => piece + piece),
  // Overprinting, by code units too: halves of surrogate pairs come apart.
  (text, at, length) => between(text, at, length, (piece) => piece.replace(/[^\s]/gu, '$&$&')),
  (text, at, length) => between(text, at, length, (piece) => piece.replace(/[^\s]/g, '$&$&')),
  (text, at, length) => between(text, at, length, (piece) => piece.replace(/[，、。：；”]/g, '$& ')),
  (text, at, length) => between(text, at, length, (piece) => piece.replace(/./gu, '$& ')),
  (text, at, length) => between(text, at, length, (piece) => piece.replace(/\n/g, '\r\n')),
  (text, at, length) => between(text, at, length, (piece) => piece.replace(/\n/g, '\n\n')),
  (text, at, length) => between(text, at, length, (piece) => piece.replace(/\n/g, '')),
  (text, at, length, put) => between(text, at, length, (piece) => piece.replaceAll('。', put)),
  (text, at, length) => between(text, at, length * 8, (piece) => piece.replace(/[^\n]{7}/gu, '$&\n')),
  (text, at, length) => between(text, at, length, (piece) => [...piece].reverse().join('')),
  (text, at, length) => between(text, at, length, (piece) => piece.split('').reverse().join('')),
  (text, at, length, put) => between(text, at, 0, () => put.repeat(length)),
];

const defect = fc.tuple(fc.nat(defects.length - 1), fc.nat(5000), fc.nat(120), scrap);

const spoilt = fc
  .tuple(fc.constantFrom(...pages), fc.nat(4000), fc.integer({ min: 0, max: 2500 }), fc.array(defect, { maxLength: 8 }))
  .map(([page, from, length, found]) => {
    const start = from % page.length;
    return found.reduce(
      (text, [which, at, size, put]) => (defects[which] as Defect)(text, at, size, put),
      page.slice(start, start + length),
    );
  });

const repeated = fc
  .tuple(scrapText, fc.array(scrap, { minLength: 1, maxLength: 4 }), fc.nat(400), scrapText)
  .map(([before, piece, times, after]) => before + piece.join('').repeat(times) + after);

/** Any text that may stand in an editor: mostly newsletters in every state of ruin. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: spoilt, weight: 5 },
  { arbitrary: mixed, weight: 3 },
  { arbitrary: scrapText, weight: 3 },
  { arbitrary: repeated, weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 1 },
  { arbitrary: fc.array(fc.nat(0xffff), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes)), weight: 1 },
);

/** A short text, for single gestures and names. */
export const anyScrap: fc.Arbitrary<string> = fc.array(scrap, { maxLength: 3 }).map((all) => all.join(''));

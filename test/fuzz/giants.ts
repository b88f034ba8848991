import { analyze } from '../../src/core/analyze.ts';
import { analysisToJson } from '../../src/core/features/analysisJson.ts';
import { appendixEdit } from '../../src/core/features/appendix.ts';
import { completionsAt } from '../../src/core/features/completion.ts';
import { readsLikeNewsletter } from '../../src/core/features/detect.ts';
import { exportHtml, htmlFragment } from '../../src/core/features/export/html.ts';
import { exportPage } from '../../src/core/features/export/page.ts';
import { exportText } from '../../src/core/features/export/text.ts';
import { titleLines } from '../../src/core/features/export/titleLines.ts';
import { foldsOf } from '../../src/core/features/folding.ts';
import { hoverCard } from '../../src/core/features/hoverCard.ts';
import { markFixes } from '../../src/core/features/marks.ts';
import { moveEdits } from '../../src/core/features/moveBlocks.ts';
import { blockBreak, PageText } from '../../src/core/features/pageText.ts';
import { pageEditsToRaw } from '../../src/core/features/previewEdits.ts';
import { renameEdits } from '../../src/core/features/references.ts';
import { repairEdits } from '../../src/core/features/repair.ts';
import { rewrapEdits } from '../../src/core/features/rewrap.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../src/core/glossary/parse.ts';
import { renameInGlossary } from '../../src/core/glossary/renameEntry.ts';
import { fixesFor, repairFindings } from '../../src/core/lint/lint.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { readPage } from '../../src/core/newsletter/readPage.ts';
import { editsBetween } from '../../src/preview/changes.ts';
import { documentOf } from '../../src/preview/schema.ts';
import { cleanBlocks } from '../../src/shared/cleanText.ts';
import { buildBlocks } from '../../src/shared/sync/buildBlocks.ts';
import { diffPages } from '../../src/shared/sync/page.ts';
import { pages } from './texts.ts';

const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** The pieces whose repetition is the worst there is for a reader that looks ahead, behind, or for a partner. */
const pieces: readonly string[] = [
  ...[
    '“',
    '”',
    '‘',
    '"',
    '（',
    '）',
    '《',
    '【',
    '“”',
    '“‘',
    '”“',
    '（“',
    '（）',
    '“三会',
    '“三会”',
    '“三会”、',
    '三会',
    '三',
    '一是',
    '一是甲，',
    '一是甲。',
  ],
  ...[
    '。',
    '，',
    '、',
    '；',
    '：',
    '——',
    '—',
    '…',
    '！',
    '·',
    '～',
    '%',
    '63%～',
    '●',
    '#',
    '# ',
    '### 甲\n',
    '|',
    ',',
  ],
  ...[
    ' ',
    '\u3000',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\r\r\n',
    ' \n',
    '\u3000\n',
    '\0',
    '\u200b',
    '\ufeff',
    '\u202e',
    '\u2028',
    '\u2029',
    '\f',
    '\ud800',
    '\udc00',
    '𠮷',
    '\u0301',
  ],
  ...[
    '甲',
    '甲 ',
    '甲\n',
    '甲甲\n',
    '甲乙丙丁\n',
    '大大',
    '小小',
    '甲甲乙乙',
    '大大大大小小',
    '““',
    '⾥',
    'a',
    'a ',
    'a.',
    '1',
    '1.',
    '1 ',
    '1.\n',
    '（1）',
    '（一）',
    '（一）\n',
    '一、',
    '一、甲\n',
    '第一章',
    '第一条 甲\n',
    '①',
  ],
  ...[
    '（上接',
    '（上接1版）',
    '上接',
    '下转第',
    '（下转3版',
    '（上接1版）甲\n',
    '（通讯员 ',
    '（记者',
    '图为',
    '问：',
    '答：甲\n',
    '编辑',
    '责任编辑：',
    '第1版\n',
    '2026年',
    '2026年3月',
    '〔2026〕3号',
    '[2026]',
    '3号',
  ],
  ...[
    '即',
    '指',
    '包括',
    '，即',
    '（即',
    '“三会”，即',
    '“三会”（',
    '“三会”：',
    '“三会”是指',
    '甲、',
    '甲、乙“三会”',
    '等“三会”',
    '以下简称“',
    '（以下简称“',
    '等',
    '的',
    '和',
    '及',
  ],
  ...[
    '名词解释\n',
    '名词解释\n1. “三会”：指甲。\n',
    '1. “三会”：指甲。\n',
    '注释：\n',
    '“1”是',
    '三美两清一更新',
    '三美两清',
    '一',
    '1+3+N',
    '1+',
    'N',
    '多',
  ],
  ...[
    '共绘美丽家园景\n同奏幸福高行音\n',
    '推进会\n',
    '青禾镇召开会议。\n',
    '坚持党建引领基\n层治理，\n\n',
    '“甲“乙”丙”',
    '《甲《乙》',
    '[',
    '{',
    '<',
    '<b>',
    '`',
    '*',
    'https://a.b/',
    '\\',
  ],
];

const nested = (open: string, close: string) => (length: number) => open.repeat(length / 2) + close.repeat(length / 2);

/** Texts of any length that are as hard as can be, by name. */
export const giants: Readonly<Record<string, (length: number) => string>> = {
  ...Object.fromEntries(pieces.map((piece) => [JSON.stringify(piece), (length: number) => fill(piece, length)])),
  'nested （）': nested('（', '）'),
  'nested “”': nested('“', '”'),
  'nested “‘’”': nested('“‘', '’”'),
  'nested []': nested('[', ']'),
  'one line': (length) => fill(pages.join('').replace(/\s+/g, ''), length),
  'all pages': (length) => fill(pages.join('\n'), length),
  'all pages, CRLF': (length) => fill(pages.join('\n').replace(/\n/g, '\r\n'), length),
  'all lines twice apart': (length) => fill(pages.join('\n').replace(/\n/g, '\n\n\n'), length),
  'a term that opens and many items': (length) => `“三会”（${fill('甲、', length - 6)}）`,
  'items without end before a term': (length) => `${fill('甲、', length - 4)}“三会”`,
  'different terms': (length) => numbered(length, (i) => `“三${word(i)}”，`),
  'different definitions': (length) => numbered(length, (i) => `“三${word(i)}”（甲、乙、丙）。\n`),
  'one term, many definitions': (length) => numbered(length, (i) => `“三会”（${word(i)}、乙、丙）。\n`),
  'different appendix entries': (length) =>
    `名词解释\n${numbered(length, (i) => `${i + 1}. “三${word(i)}”：指甲、乙、丙。\n`)}`,
  'headings in a staircase': (length) =>
    numbered(length, (i) => `${'#'.repeat((i % 4) + 1)} 甲${i}\n　　乙丙丁，戊己庚。\n`),
  'lines of growing length': (length) => numbered(length, (i) => `${'甲'.repeat(i % 97)}\n`),
};

const word = (i: number): string => String.fromCharCode(0x4e00 + (i % 900), 0x5e00 + (Math.floor(i / 900) % 900));

function numbered(length: number, make: (i: number) => string): string {
  const parts: string[] = [];
  let size = 0;
  for (let i = 0; size < length; i++) {
    const part = make(i);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

const glossary = createGlossary([
  {
    kind: 'workspace',
    id: 'x',
    label: 'x',
    entries: [
      { term: '三会', senses: [{ items: ['甲', '乙', '丙'] }] },
      { term: '三', senses: [{ explanation: '甲。' }] },
    ],
  },
]);
const options = { enabled: new Set(rules.map((rule) => rule.code)), profile: 'official' as const };
const gapless = (text: string): string => text.replaceAll(blockBreak, '');

/** Everything that is done with a text somewhere in the product, by name. Each is to take time in proportion to its length. */
export const works: Readonly<Record<string, (text: string) => void>> = {
  analyze: (text) => void analysisToJson('x', analyze(text, glossary, options)),
  detect: (text) => void readsLikeNewsletter(text),
  findings: (text) => {
    const found = analyze(text, glossary, options);
    const all = [...found.findings, ...repairFindings(found.reading)];
    for (const finding of [all[0], all[all.length >> 1], all.at(-1)])
      if (finding) fixesFor(finding, { ...found, glossary });
    foldsOf(found);
  },
  repair: (text) => void repairEdits(readPage(text), { paragraphIndent: 'two', dropFurniture: true }),
  rewrap: (text) => void rewrapEdits(readPage(text), { cells: 20 }),
  structure: (text) => {
    const page = readPage(text);
    for (const offset of [0, text.length >> 1, text.length]) {
      markFixes(page, offset);
      moveEdits(page, offset, 'down');
    }
  },
  terms: (text) => {
    const found = analyze(text, glossary);
    for (const offset of [0, text.length >> 1, text.length]) {
      hoverCard(offset, found, glossary);
      completionsAt(text, offset, { terms: ['三会'] });
    }
    renameEdits('三会', '四会', found);
    appendixEdit(found, glossary);
  },
  preview: (text) => {
    const found = analyze(text, glossary);
    const page = new PageText(found);
    const blocks = buildBlocks(
      page,
      found,
      found.findings.map(({ range }) => ({ range, kind: 'hint', message: '' })),
    );
    const middle = page.text.length >> 1;
    for (const [start, end, put] of [
      [0, 0, '新'],
      [middle, middle, `新${blockBreak}行`],
      [middle, page.text.length, ''],
      [0, page.text.length, '新'],
    ] as const) {
      pageEditsToRaw(page, [{ start, end, text: put }]);
    }
    diffPages(
      blocks,
      blocks.map((block) => ({ ...block, text: `${block.text}。` })),
    );
  },
  editor: (text) => {
    const analysis = readPage(text);
    const blocks = buildBlocks(new PageText(analysis), { ...analysis, terms: [] }, []);
    const before = documentOf(blocks);
    const middle = blocks.length >> 1;
    editsBetween(before, documentOf(blocks.filter((_, i) => i !== middle)));
    editsBetween(before, documentOf(blocks.map((block, i) => (i === middle ? { ...block, text: '甲' } : block))));
  },
  export: (text) => {
    const page = exportPage(analyze(text, glossary));
    exportHtml(page);
    htmlFragment(page);
    exportText(page, { indent: true });
    titleLines(page.title, 20);
  },
  paste: (text) => void cleanBlocks(gapless(text)),
  glossary: (text) => {
    parseGlossary(text, 'json');
    parseGlossary(text, 'yaml');
    parseGlossary(`entries:\n  - term: ${text}`, 'yaml');
    parseGlossary(`{"entries":[{"term":"${text}","senses":[]},`, 'json');
    renameInGlossary(text, '三会', '四会');
  },
};

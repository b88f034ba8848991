import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { exportDocx } from '../../../../src/core/features/export/docx.ts';
import type { DocxLayout } from '../../../../src/core/features/export/docxStyles.ts';
import type { ExportPage } from '../../../../src/core/features/export/page.ts';
import { bulletin, hostile, letter, pageOf, townPaper } from './pages.ts';

/** The files of a document by their paths, as text. */
async function filesOf(page: ExportPage, layout?: DocxLayout): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await exportDocx(page, layout));
  return Object.fromEntries(Object.entries(files).map(([path, data]) => [path, strFromU8(data)]));
}

/** Each paragraph as its style and its text, a line break as `/`. */
function paragraphsOf(xml = ''): string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside = '']) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(inside)?.[1];
    const text = inside.replace(/<w:br\/>/g, '/').replace(/<[^>]*>/g, '');
    return `${style}: ${text}`;
  });
}

/** What a paragraph says of itself, before its text. */
const propertiesOf = (xml: string | undefined, text: string): string => {
  const paragraph = (xml ?? '').split('<w:p>').find((one) => one.includes(text)) ?? '';
  return /<w:pPr>(.*?)<\/w:pPr>/s.exec(paragraph)?.[1] ?? '';
};

describe('A page as a Word document', () => {
  it('has a style for each kind of block and Word’s own headings by level', async () => {
    const files = await filesOf(pageOf(townPaper));
    assert.deepEqual(paragraphsOf(files['word/document.xml']), [
      'Heading1: 青禾镇部署“三清两建”工作',
      'NewsJump: （上接1版）',
      'Heading1: 共绘美丽家园景/同奏幸福青禾音',
      'NewsParagraph: 近年来，青禾镇坚持党建引领基层治理，坚持社区全覆盖、楼组全参与，居民满意度逐年提高。',
      'Heading2: 乡村振兴开新局',
      'NewsParagraph: ——“小院落”撬动大治理。坚持群众的事群众商量着办，完成162个点位整治，惠及居民两千余户。',
      'NewsByline: （青禾镇融媒体中心）',
    ]);
  });

  it('defines every style it uses, and gives a lead its own', async () => {
    const { 'word/document.xml': document = '', 'word/styles.xml': styles = '' } = await filesOf(pageOf(bulletin));
    const used = new Set([...document.matchAll(/<w:[pr]Style w:val="(\w+)"/g)].map((match) => match[1]));
    assert.ok(
      used.has('NewsLead3') && used.has('NewsMasthead') && used.has('NewsIssue') && used.has('NewsDistribution'),
    );
    assert.deepEqual(
      [...used].filter((style) => !styles.includes(`w:styleId="${style}"`)),
      [],
    );
  });

  it('indents paragraphs by two characters of their own, not by spaces', async () => {
    const { 'word/document.xml': document = '', 'word/styles.xml': styles = '' } = await filesOf(pageOf(townPaper));
    assert.match(styles, /w:styleId="NewsParagraph".*?w:firstLineChars="200"/);
    assert.doesNotMatch(document, />　　/);
  });

  it('is an official document after GB/T 9704 where that is asked for', async () => {
    const files = await filesOf(pageOf(bulletin), 'official');
    const { 'word/document.xml': document = '', 'word/styles.xml': styles = '' } = files;
    // 5.2: A4, margins of 37, 26, 35 and 28 mm, 22 lines; in twentieths of a point.
    assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(document, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    assert.match(document, /<w:docGrid w:type="lines" w:linePitch="579"/);
    // 7.3: title 小标宋 2号, text 仿宋 3号, 一、黑体, （一）楷体.
    assert.match(styles, /w:styleId="Heading1".*?w:eastAsia="方正小标宋简体".*?<w:sz w:val="44"\/>/);
    assert.match(styles, /w:styleId="Heading2".*?w:eastAsia="黑体"/);
    assert.match(styles, /w:styleId="NewsLead3".*?w:eastAsia="楷体"/);
    assert.match(styles, /w:styleId="Normal".*?w:eastAsia="仿宋".*?<w:sz w:val="32"\/>/);
    // 7.5: the number between dashes, outside.
    assert.deepEqual(
      ['word/footer1.xml', 'word/footer2.xml'].map((path) => /<w:jc w:val="(\w+)"/.exec(files[path] ?? '')?.[1]),
      ['right', 'left'],
    );
    assert.match(files['word/footer1.xml'] ?? '', /— <.*>PAGE<.*> —</s);
  });

  it('parts a title that is wider than its line, and starts the readers of a letter at the left', async () => {
    const { 'word/document.xml': document, 'word/styles.xml': styles = '' } = await filesOf(pageOf(letter), 'official');
    assert.deepEqual(paragraphsOf(document).slice(0, 2), [
      'Heading1: 青禾镇人民政府关于开展老旧小区/微更新专项行动致全镇居民的一封信',
      'NewsSalutation: 各位居民朋友：',
    ]);
    assert.doesNotMatch(/w:styleId="NewsSalutation".*?<\/w:style>/s.exec(styles)?.[0] ?? '', /w:firstLine/);
  });

  it('keeps who wrote an article in the middle below its headline, and at the end below its text', async () => {
    const { 'word/document.xml': document } = await filesOf(pageOf(townPaper));
    assert.match(propertiesOf(document, '（上接1版）'), /<w:jc w:val="center"\/>/);
    assert.doesNotMatch(propertiesOf(document, '（青禾镇融媒体中心）'), /w:jc/);
  });

  it('draws a red rule below the head of an official document and a thin grey one below a paper’s', async () => {
    for (const [layout, rule] of [
      ['official', /<w:bottom w:val="single" w:color="CC0000" w:sz="18"/],
      ['newspaper', /<w:bottom w:val="single" w:color="7F7F7F" w:sz="4"/],
    ] as const) {
      const { 'word/document.xml': document } = await filesOf(pageOf(bulletin), layout);
      assert.doesNotMatch(propertiesOf(document, '第7期'), /w:pBdr/);
      assert.match(propertiesOf(document, '2026年4月18日'), rule);
    }
  });

  it('has two lines between the red rule and the title, and an empty one above who signs', async () => {
    const { 'word/document.xml': head } = await filesOf(pageOf(bulletin), 'official');
    assert.match(propertiesOf(head, '基层治理工作进展顺利'), /<w:spacing w:before="1158"\/>/);
    const { 'word/document.xml': foot } = await filesOf(pageOf(letter), 'official');
    assert.match(propertiesOf(foot, '>青禾镇人民政府<'), /<w:spacing w:before="579"\/>/);
    assert.doesNotMatch(propertiesOf(foot, '>2026年4月18日<'), /w:spacing/);
  });

  it('draws lines above and below the distribution list of an official document, and none through it', async () => {
    const { 'word/document.xml': document } = await filesOf(pageOf(bulletin), 'official');
    const sides = (text: string) => propertiesOf(document, text).match(/<w:(?:top|bottom) /g);
    assert.deepEqual([sides('报：区委'), sides('送：各镇')], [['<w:top '], ['<w:bottom ']]);
  });

  it('fills the 22 lines of each page of an official document', async () => {
    for (const layout of ['official', 'newspaper'] as const) {
      const { 'word/styles.xml': styles = '' } = await filesOf(pageOf(letter), layout);
      const normal = /w:styleId="Normal".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
      const off = ['widowControl', 'snapToGrid'].filter((name) => normal.includes(`<w:${name} w:val="false"/>`));
      assert.deepEqual(off, layout === 'official' ? ['widowControl', 'snapToGrid'] : []);
    }
  });

  it('sets figures and letters without space around them', async () => {
    const { 'word/styles.xml': styles = '' } = await filesOf(pageOf(bulletin));
    assert.match(styles, /w:styleId="Normal".*?<w:autoSpaceDE w:val="false"\/><w:autoSpaceDN w:val="false"\/>/);
  });

  it('holds hostile text as text that XML allows, in the page and in its properties', async () => {
    const files = await filesOf(pageOf(hostile));
    for (const [path, xml] of Object.entries(files)) {
      assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u, path);
      assert.doesNotMatch(xml, /<w:evil|<script|<svg/, path);
    }
    assert.match(files['word/document.xml'] ?? '', /&lt;\/w:t&gt;&lt;w:evil\/&gt;&amp;amp;/);
    assert.match(files['docProps/core.xml'] ?? '', /<dc:title>&lt;script&gt;/);
  });

  it('keeps tabs, and makes a table of lines that stand in columns', async () => {
    const kind = { numbered: false, issue: false };
    const page: ExportPage = {
      title: '表',
      blocks: [
        { ...kind, kind: 'paragraph', lines: [[{ text: '甲\t乙' }]] },
        { ...kind, kind: 'table', lines: [[{ text: '村\t户数' }], [{ text: '柳湾\t212' }]] },
      ],
    };
    const { 'word/document.xml': document = '' } = await filesOf(page);
    assert.match(document, />甲<\/w:t><w:tab\/><w:t[^>]*>乙</);
    assert.equal(document.match(/<w:tc>/g)?.length, 4);
  });

  it('takes a page without text and a paragraph of a million characters', async () => {
    assert.match((await filesOf(pageOf('')))['word/document.xml'] ?? '', /<w:p\/?>/);
    const long = Array.from({ length: 1_000_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20000))).join(
      '',
    );
    assert.ok((await filesOf(pageOf(`　　${long}。\n`)))['word/document.xml']?.includes(long));
  });
});

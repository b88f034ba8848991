import {
  AlignmentType,
  DocumentGridType,
  LineRuleType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
} from 'docx';
import type { BlockKind, HeadingLevel } from '../../newsletter/model.ts';

/** A Word document is set plainly, or as an official document after GB/T 9704-2012. */
export type DocxLayout = 'newspaper' | 'official';

/** Style ids of a document by kind of block; headings have Word's own. */
export const styleIds = {
  paragraph: 'NewsParagraph',
  salutation: 'NewsSalutation',
  jump: 'NewsJump',
  byline: 'NewsByline',
  verse: 'NewsVerse',
  caption: 'NewsCaption',
  table: 'NewsTable',
  signature: 'NewsSignature',
  kicker: 'NewsKicker',
  subhead: 'NewsSubhead',
  masthead: 'NewsMasthead',
  furniture: 'NewsFurniture',
  issue: 'NewsIssue',
  distribution: 'NewsDistribution',
  pageNumber: 'NewsPageNumber',
} as const satisfies Record<Exclude<BlockKind, 'heading'>, string> & Record<string, string>;

/** Id of the character style of a lead. */
export const leadStyle = (level: HeadingLevel): string => `NewsLead${level}`;

/** Twentieths of a point in a millimetre: what every reader of DOCX understands, unlike lengths with a unit. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4);

const a4 = { width: mm(210), height: mm(297) };

/** The pitch of the 22 lines of an official document: 225 mm ÷ 22. */
const officialPitch = 579;

/** Paper and margins by layout, in twentieths of a point. */
export const sheets = {
  newspaper: {
    size: a4,
    margin: { top: mm(25), right: mm(25), bottom: mm(22), left: mm(25), header: mm(12), footer: mm(12) },
    grid: undefined,
  },
  /**
   * GB/T 9704-2012, 5.2: a type area of 156 × 225 mm on A4; 7.5: the dashes at the page number stand 7 mm below it. The grid holds
   * lines only: LibreOffice gives a character that is wider than its cell one and a half, so 28 of them get their room by `narrower`.
   */
  official: {
    size: a4,
    margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), header: mm(15), footer: mm(25) },
    grid: { type: DocumentGridType.LINES, linePitch: officialPitch },
  },
} as const;

/** 156 mm ÷ 28 is 15.79 points, and 3号 has 16: characters stand closer by a quarter of a point. */
const narrower = -5;

/** What the two layouts differ in. Sizes in half points, distances in twentieths of a point. */
interface Look {
  readonly body: IRunStylePropertiesOptions;
  readonly line: { readonly line: number; readonly lineRule: (typeof LineRuleType)[keyof typeof LineRuleType] };
  /** Distance between a section heading and the text around it. */
  readonly gap: number;
  readonly indentHeadings: boolean;
  readonly title: IRunStylePropertiesOptions;
  readonly masthead: IRunStylePropertiesOptions;
  readonly small: IRunStylePropertiesOptions;
  /** By level, 1 first; the last one holds for all below it. */
  readonly headings: readonly IRunStylePropertiesOptions[];
  readonly leads: readonly IRunStylePropertiesOptions[];
}

/** A Chinese font; figures and letters in `latin`, or in the same font. */
const font = (name: string, latin = name) => ({ ascii: latin, hAnsi: latin, eastAsia: name, cs: latin });

const black = font('黑体', 'Arial');
const officialTitle = font('方正小标宋简体');

const looks: Readonly<Record<DocxLayout, Look>> = {
  newspaper: {
    body: { font: font('宋体', 'Times New Roman'), size: 24 },
    line: { line: 400, lineRule: LineRuleType.AT_LEAST },
    gap: 200,
    indentHeadings: false,
    title: { font: black, size: 44 },
    masthead: { font: black, size: 52, characterSpacing: 80 },
    small: { font: black, size: 20, color: '595959' },
    headings: [
      { font: black, size: 44 },
      { font: black, size: 32 },
      { font: black, size: 28 },
      { font: black, size: 24 },
    ],
    leads: [{ font: black }],
  },
  // 7.3.1 to 7.3.3: title 小标宋 2号, text 仿宋 3号, 一、黑体, （一）楷体, 1. and （1）仿宋; 7.2.4: the name red.
  official: {
    body: { font: font('仿宋'), size: 32, characterSpacing: narrower },
    line: { line: officialPitch, lineRule: LineRuleType.EXACTLY },
    gap: 0,
    indentHeadings: true,
    title: { font: officialTitle, size: 44 },
    masthead: { font: officialTitle, size: 72, color: 'CC0000', characterSpacing: 120 },
    small: { size: 28 },
    headings: [{ font: officialTitle, size: 44 }, { font: font('黑体') }, { font: font('楷体') }, {}],
    leads: [{ font: font('黑体') }, { font: font('黑体') }, { font: font('楷体') }, {}],
  },
};

/** The styles of a document: Word's own for text and headings, ours, with Chinese names, for what a newsletter has besides. */
export function docxStyles(layout: DocxLayout): IStylesOptions {
  const look = looks[layout];
  const heading = (level: HeadingLevel) => headingStyle(look, level);
  return {
    default: {
      document: {
        run: { ...look.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: { before: 0, after: 0, ...look.line } },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
      heading5: heading(5),
      heading6: heading(6),
    },
    paragraphStyles: paragraphStyles(layout, look),
    characterStyles: ([1, 2, 3, 4, 5, 6] as const).map((level) => ({
      id: leadStyle(level),
      name: `段首标题 ${level}`,
      quickFormat: true,
      run: look.leads[Math.min(level, look.leads.length) - 1] ?? {},
    })),
  };
}

function headingStyle(look: Look, level: HeadingLevel): Omit<IParagraphStyleOptions, 'id'> {
  const isTitle = level === 1;
  const around = isTitle ? Math.max(look.gap * 1.5, look.line.line) : look.gap;
  // A title is larger than the pitch of its text; what is set exactly would cut it off.
  const line = isTitle ? { line: 700, lineRule: LineRuleType.EXACTLY } : look.line;
  return {
    basedOn: 'Normal',
    next: styleIds.paragraph,
    quickFormat: true,
    run: { color: 'auto', ...(look.headings[Math.min(level, look.headings.length) - 1] ?? {}) },
    paragraph: {
      keepNext: true,
      outlineLevel: level - 1,
      spacing: { before: around, after: isTitle ? around : around / 2, ...line },
      ...(isTitle && { alignment: AlignmentType.CENTER }),
      ...(!isTitle && look.indentHeadings && { indent: twoCharacters(look) }),
    },
  };
}

/** An indent of two characters; readers that do not count in characters take the length. */
const twoCharacters = ({ body }: Look) => ({ firstLineChars: 200, firstLine: Number(body.size) * 20 });

function paragraphStyles(layout: DocxLayout, look: Look): IParagraphStyleOptions[] {
  const { CENTER, END, START } = AlignmentType;
  const isOfficial = layout === 'official';
  const style = (
    key: keyof typeof styleIds,
    name: string,
    paragraph: IParagraphStyleOptions['paragraph'],
    run: IRunStylePropertiesOptions = {},
  ): IParagraphStyleOptions => ({
    id: styleIds[key],
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph: paragraph ?? {},
  });
  const oneIn = { right: isOfficial ? 640 : 0 };
  const quiet = isOfficial ? {} : { color: '595959' };
  const mastheadLine = isOfficial ? 1000 : 720;
  return [
    // The character grid of a section is reckoned from the size of Normal.
    { id: 'Normal', name: 'Normal', quickFormat: true, run: look.body },
    style('paragraph', '段落', { alignment: AlignmentType.BOTH, indent: twoCharacters(look) }),
    style('salutation', '称呼', { alignment: START }),
    style('masthead', '刊名', { alignment: CENTER, spacing: exact(mastheadLine, 0, look.gap || 400) }, look.masthead),
    style('issue', '刊期', { alignment: CENTER }, isOfficial ? {} : look.small),
    style('kicker', '肩题', { alignment: CENTER, keepNext: true }, isOfficial ? {} : { font: black }),
    style('subhead', '副题', { alignment: CENTER, keepNext: true }, { font: isOfficial ? font('楷体') : black }),
    style('byline', '作者', { alignment: END, indent: oneIn, spacing: { after: look.gap, ...look.line } }, quiet),
    style('jump', '转接', { alignment: END }, quiet),
    style('signature', '落款', { alignment: END, indent: oneIn }),
    style('distribution', '分送', { alignment: START }, isOfficial ? look.small : {}),
    style('verse', '诗文', { alignment: CENTER, spacing: { before: look.gap, after: look.gap, ...look.line } }),
    style('caption', '图说', { alignment: CENTER }, isOfficial ? { font: font('楷体') } : look.small),
    style('table', '表格文本', { alignment: START }, { font: font('宋体'), size: 21 }),
    style('furniture', '版面信息', { alignment: START }, look.small),
    style(
      'pageNumber',
      '页码',
      { indent: isOfficial ? { left: 280, right: 280 } : {}, spacing: single },
      {
        font: font('宋体'),
        size: isOfficial ? 28 : 20,
      },
    ),
  ];
}

const single = { line: 240, lineRule: LineRuleType.AUTO };

const exact = (line: number, before: number, after: number) => ({
  before,
  after,
  line,
  lineRule: LineRuleType.EXACTLY,
});

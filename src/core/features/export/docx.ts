import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { docxStyles, leadStyle, sheets, styleIds, type DocxLayout } from './docxStyles.ts';
import {
  isCentred,
  isDistribution,
  lineText,
  shownLines,
  tableCells,
  type ExportBlock,
  type ExportPage,
  type ExportRun,
} from './page.ts';
import { titleLines } from './titleLines.ts';

/**
 * The page as a Word document with real styles and heading levels. This module holds the `docx` library: load it when it is first
 * needed, not before. Rejects where the library fails.
 */
export async function exportDocx(page: ExportPage, layout: DocxLayout = 'newspaper'): Promise<Uint8Array> {
  const children = page.blocks.map((block, i) => elementOf(block, page.blocks[i - 1], page.blocks[i + 1], layout));
  const document = new Document({
    title: page.title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: docxStyles(layout),
    evenAndOddHeaderAndFooters: layout === 'official',
    sections: [{ ...sectionOf(layout), children: children.length > 0 ? children : [new Paragraph('')] }],
  });
  return withNormal(new Uint8Array(await Packer.toArrayBuffer(document)), layout);
}

/**
 * Writes into the style that all others are based on what the library has no words for. House style sets Latin letters and figures
 * without space around them. (LibreOffice 7.4 puts some there all the same.) Each page of an official document has its 22 lines, so
 * none is kept back for company; and a title, whose lines are higher than those of the grid, does not take two of them for each.
 */
function withNormal(document: Uint8Array, layout: DocxLayout): Uint8Array {
  const files = unzipSync(document);
  const path = 'word/styles.xml';
  const styles = files[path];
  if (!styles) return document;
  const official = layout === 'official';
  const off = [official && 'widowControl', 'autoSpaceDE', 'autoSpaceDN', official && 'snapToGrid']
    .filter((name) => name !== false)
    .map((name) => `<w:${name} w:val="false"/>`)
    .join('');
  files[path] = strToU8(
    strFromU8(styles).replace('<w:name w:val="Normal"/><w:qFormat/>', (start) => `${start}<w:pPr>${off}</w:pPr>`),
  );
  return zipSync(files);
}

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function elementOf(
  block: ExportBlock,
  before: ExportBlock | undefined,
  after: ExportBlock | undefined,
  layout: DocxLayout,
): Paragraph | Table {
  const cells = tableCells(block);
  if (cells) return tableOf(cells);
  const lines = block.level === 1 ? titleOf(block) : shownLines(block);
  const children = lines.flatMap((line, i) => line.map((run, j) => runOf(run, i > 0 && j === 0)));
  const space = spaceAbove(block, before, layout);
  return new Paragraph({
    ...styleOf(block),
    ...(belongsToTitle(block, before) && { alignment: AlignmentType.CENTER, indent: { right: 0 } }),
    ...rules(block, before, after, layout),
    ...(space > 0 && { spacing: { before: space } }),
    children,
  });
}

/** Characters of 2号 on a line of either layout: 156 mm ÷ 22 points. */
const titleCells = 20;

const titleOf = (block: ExportBlock): ExportRun[][] =>
  shownLines(block).flatMap((line) => titleLines(lineText(line), titleCells).map((text) => [{ text }]));

/** The pitch of lines, in twentieths of a point. */
const pitch: Readonly<Record<DocxLayout, number>> = { newspaper: 400, official: 579 };

/**
 * What stands above a block besides what its style has, in twentieths of a point. GB/T 9704-2012, 7.3.5.2: an empty line above who
 * signs; a distribution list stands as far below the text. 7.3.1: two lines between the red rule and the title.
 */
function spaceAbove(block: ExportBlock, before: ExportBlock | undefined, layout: DocxLayout): number {
  if (opensFoot(block, before)) return pitch[layout];
  return layout === 'official' && before?.issue && block.level === 1 ? 2 * pitch.official : 0;
}

/** Who wrote an article, and from which page it goes on, stand in the middle below its headline. */
const belongsToTitle = (block: ExportBlock, before: ExportBlock | undefined): boolean =>
  (block.kind === 'byline' || block.kind === 'jump') &&
  (before?.level === 1 || before?.kind === 'kicker' || before?.kind === 'subhead');

const opensFoot = (block: ExportBlock, before: ExportBlock | undefined): boolean =>
  block.kind === 'signature' &&
  !block.issue &&
  before !== undefined &&
  (before.kind !== 'signature' || isDistribution(block) !== isDistribution(before));

function styleOf(block: ExportBlock): IParagraphOptions {
  if (block.kind === 'heading') {
    const heading = headingLevels[(block.level ?? 2) - 1] ?? HeadingLevel.HEADING_6;
    // The levels below the headline start at the left; those of several lines stand in the middle.
    if (!isCentred(block) || block.level === 1) return { heading };
    return { heading, alignment: AlignmentType.CENTER, indent: { firstLine: 0, firstLineChars: 0 } };
  }
  if (block.issue) return { style: styleIds.issue };
  if (block.salutation) return { style: styleIds.salutation };
  if (isDistribution(block)) return { style: styleIds.distribution };
  return { style: styleIds[block.kind] };
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  const cell = (text: string) => {
    const children = [runOf({ text }, false)];
    return new TableCell({ children: [new Paragraph({ style: styleIds.table, children })] });
  };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
}

/** Quotation marks, dashes and ellipses are full-width only where Word is told that they are Chinese. */
function runOf({ text, lead }: ExportRun, onNewLine: boolean): TextRun {
  const pieces = text.split('\t').flatMap((piece, i) => (i > 0 ? [new Tab(), piece] : [piece]));
  return new TextRun({
    children: pieces,
    font: { hint: 'eastAsia' },
    ...(lead && { style: leadStyle(lead) }),
    ...(onNewLine && { break: 1 }),
  });
}

/**
 * The lines around a block. GB/T 9704-2012, 7.2.7: a red one parts the head, of which this is the last line, from the text; a paper's
 * is thin. 7.4.1: lines above and below the distribution list of a document.
 */
function rules(
  block: ExportBlock,
  before: ExportBlock | undefined,
  after: ExportBlock | undefined,
  layout: DocxLayout,
): Pick<IParagraphOptions, 'border'> {
  const isOfficial = layout === 'official';
  if (block.issue && !after?.issue) {
    const look = isOfficial ? { size: 18, color: 'CC0000' } : { size: 4, color: '7F7F7F' };
    return { border: { bottom: { style: 'single', space: 6, ...look } } };
  }
  if (!isOfficial || !isDistribution(block)) return {};
  const line = { style: 'single', size: 8, space: 4, color: 'auto' } as const;
  const opens = !before || !isDistribution(before);
  const closes = !after || !isDistribution(after);
  return { border: { ...(opens && { top: line }), ...(closes && { bottom: line }) } };
}

function sectionOf(layout: DocxLayout): Omit<ISectionOptions, 'children'> {
  const { size, margin, grid } = sheets[layout];
  const page = { size, margin };
  if (layout === 'newspaper') return { properties: { page }, footers: { default: pageNumber(AlignmentType.CENTER) } };
  return {
    properties: { page, ...(grid && { grid }) },
    // 7.5: odd numbers stand at the right, even ones at the left, one character in.
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  };
}

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT' | 'CENTER']): Footer {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { hint: 'eastAsia' } })];
  return new Footer({ children: [new Paragraph({ style: styleIds.pageNumber, alignment, children })] });
}

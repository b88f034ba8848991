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
  shownLines,
  tableCells,
  type ExportBlock,
  type ExportPage,
  type ExportRun,
} from './page.ts';

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
  return withoutAutoSpace(new Uint8Array(await Packer.toArrayBuffer(document)));
}

/**
 * House style sets Latin letters and figures without space around them; Word puts some there unless the style that all others are
 * based on says otherwise. The library has a word for figures only. (LibreOffice 7.4 reads neither.)
 */
function withoutAutoSpace(document: Uint8Array): Uint8Array {
  const files = unzipSync(document);
  const path = 'word/styles.xml';
  const styles = files[path];
  if (!styles) return document;
  const off = '<w:pPr><w:autoSpaceDE w:val="false"/><w:autoSpaceDN w:val="false"/></w:pPr>';
  files[path] = strToU8(strFromU8(styles).replace('<w:name w:val="Normal"/><w:qFormat/>', (start) => start + off));
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
  const children = shownLines(block).flatMap((line, i) => line.map((run, j) => runOf(run, i > 0 && j === 0)));
  return new Paragraph({
    ...styleOf(block),
    ...(block.issue && !after?.issue && redRule(layout)),
    ...(opensFoot(block, before) && { spacing: { before: lineAbove[layout] } }),
    children,
  });
}

/** 7.3.5.2: an empty line stands above who signs; a distribution list stands as far below the text. */
const lineAbove: Readonly<Record<DocxLayout, number>> = { newspaper: 400, official: 579 };

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

/** GB/T 9704-2012, 7.2.7: a red rule parts the head, of which this is the last line, from the text. */
function redRule(layout: DocxLayout): Pick<IParagraphOptions, 'border'> {
  if (layout !== 'official') return {};
  return { border: { bottom: { style: 'single', size: 18, space: 6, color: 'CC0000' } } };
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

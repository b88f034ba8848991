import type { Analysis } from '../../analysis.ts';
import type { Block, BlockKind, HeadingLevel } from '../../newsletter/model.ts';
import { isDistribution as isDistributionLine } from '../distribution.ts';
import { leadEnd } from '../leadEnd.ts';
import { shownText } from '../pageText.ts';
import { mayOpenLetter, namesReaders } from '../salutation.ts';

/** A stretch of text that is set in one way; `lead` is the opening sentence that serves as a heading, marker and full stop included. */
export interface ExportRun {
  readonly text: string;
  readonly lead?: HeadingLevel;
}

/** One block as every export shows it. A block has at least one line; lines of couplets, verse and tables stay apart. */
export interface ExportBlock {
  readonly kind: BlockKind;
  /** Level of a heading. */
  readonly level?: HeadingLevel;
  /** True where a number or a bullet stands in front (一、, （一）, ●). */
  readonly numbered: boolean;
  /** True for number, issuer and date under the paper's name. */
  readonly issue: boolean;
  /** True for the readers that a letter opens with; they start at the left. */
  readonly salutation?: true;
  readonly lines: readonly (readonly ExportRun[])[];
}

/** A page for export: plain text in plain data, with no control characters in it. */
export interface ExportPage {
  readonly title: string;
  readonly blocks: readonly ExportBlock[];
}

/** How a page is taken from its analysis. */
export interface ExportOptions {
  /** Leaves out date, page number and editors, but for what stands under the paper's name. */
  readonly dropFurniture?: boolean;
  /** Title of a page that has none of its own, such as the name of its file. */
  readonly untitled?: string;
}

/** The page of an analysis in reading order: reading text only, so that neither wraps nor marks of the document appear. */
export function exportPage(
  { reading, newsletter }: Pick<Analysis, 'reading' | 'newsletter'>,
  { dropFurniture = false, untitled = '' }: ExportOptions = {},
): ExportPage {
  const blocks: ExportBlock[] = [];
  let named = false;
  for (const block of newsletter.blocks) {
    const issue = isIssueLine(reading.text, block, named);
    named = issue ? named : block.kind === 'masthead';
    if (dropFurniture && block.kind === 'furniture' && !issue) continue;
    const lines = linesOf(reading.text, block);
    if (lines.length === 0) continue;
    const salutes = namesReaders(block.kind, lines.map(lineText).join('')) && mayOpenLetter(blocks.at(-1));
    blocks.push({
      kind: block.kind,
      ...(block.kind === 'heading' && { level: block.level ?? 2 }),
      numbered: block.marker !== undefined,
      issue,
      ...(salutes && { salutation: true }),
      lines,
    });
  }
  return { title: printable(newsletter.title).trim() || printable(untitled), blocks };
}

const issueNumber = /第[\d〇零一二三四五六七八九十百]+期|\d{4}年\d/;

/** A line of the head that is not the paper's name; `named` tells that the name stands directly above. */
function isIssueLine(text: string, block: Block, named: boolean): boolean {
  if (block.kind !== 'masthead') return named && (block.kind === 'furniture' || block.kind === 'signature');
  return named || issueNumber.test(text.slice(block.start, block.end).replace(/\s/g, ''));
}

/** The text of a line without its runs. */
export const lineText = (line: readonly ExportRun[]): string => line.map((run) => run.text).join('');

/** A couplet of fewer characters fits on the one line it was written on. */
const shortestParted = 20;

/** The lines as a wide page shows them: a long couplet heading that was written on one line has its halves below each other. */
export function shownLines({ kind, lines }: ExportBlock): ExportBlock['lines'] {
  const text = lineText(lines[0] ?? []);
  if (kind !== 'heading' || lines.length > 1 || text.length < shortestParted) return lines;
  const halves = text.split(/[ \u3000]+/);
  const equal = halves.length === 2 && halves[0]?.length === halves[1]?.length;
  return equal ? halves.map((half) => [{ text: half }]) : lines;
}

/** True for headings that stand in the middle of the column: headlines, and those of several lines. */
export const isCentred = ({ level, lines }: ExportBlock): boolean => level === 1 || lines.length > 1;

/** True for the lines at the foot of a bulletin that say who receives it; they start at the left. */
export const isDistribution = ({ kind, lines }: ExportBlock): boolean =>
  isDistributionLine(kind, lineText(lines[0] ?? []));

/**
 * The cells of a table whose columns stand apart by tabs or by two spaces and more, the same number in each row; undefined for other
 * blocks and for tables that cannot be told into columns.
 */
export function tableCells({ kind, lines }: ExportBlock): string[][] | undefined {
  if (kind !== 'table') return undefined;
  const rows = lines.map((line) =>
    lineText(line)
      .trim()
      .split(/[\t|]+| {2,}|\u3000+/)
      .map((cell) => cell.trim()),
  );
  const columns = rows[0]?.length ?? 0;
  return columns > 1 && rows.every((row) => row.length === columns) ? rows : undefined;
}

function linesOf(text: string, block: Block): ExportRun[][] {
  const split = block.lead ? leadEnd(text, block.lead.range.end, block.end) : block.start;
  const lines: ExportRun[][] = [[]];
  const add = (from: number, to: number, lead?: HeadingLevel): void => {
    for (const [i, line] of printable(shownText(text.slice(from, to)))
      .split('\n')
      .entries()) {
      if (i > 0) lines.push([]);
      // The first line stands without its indent already; in a table white space tells the columns.
      const shown = i > 0 && block.kind !== 'table' ? line.trimStart() : line;
      if (shown !== '') lines.at(-1)?.push(lead ? { text: shown, lead } : { text: shown });
    }
  };
  add(block.start, split, block.lead?.level);
  add(split, block.end);
  return lines.filter((line) => lineText(line).trim() !== '');
}

/**
 * Text that every format can carry: control characters and bidirectional overrides are taken out (XML 1.0, 2.2, has no place for
 * the former, the latter show text in an order it does not have), half surrogate pairs become U+FFFD.
 */
function printable(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g,
      '',
    )
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

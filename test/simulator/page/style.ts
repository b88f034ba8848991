import type { Random } from './random.ts';

/** How a page is printed and what its extraction did to it. */
export interface PrintStyle {
  /** Width of the column in cells, 0 where lines hold whole paragraphs. */
  readonly cells: number;
  /** First lines of paragraphs: set in by two ideographic spaces, two cells shorter with nothing in front, or like the others. */
  readonly indent: 'kept' | 'lost' | 'none';
  /** What stands for a kept indent. */
  readonly indentCharacters: '\u3000\u3000' | '    ';
  /** Numbered headings are set in like paragraphs. */
  readonly indentedHeadings: boolean;
  /** Share of paragraphs with a blank line in front. */
  readonly paragraphGaps: number;
  readonly headingGaps: boolean;
  /** Lines after which a blank line stands, wherever that is, 0 for never. */
  readonly columnLength: number;
  /** Probability of a stray space behind a mark, and in front of an opening quotation mark. */
  readonly strayAfterMark: number;
  readonly strayBeforeQuote: number;
  readonly strayCharacter: ' ' | '\u00a0' | '\u3000';
  /** Share of places beside a number that hold a space. */
  readonly numberSpaces: number;
  /** Share of paragraphs whose first line has a blank line behind it. */
  readonly gapBehindFirstLine: number;
  /** What is printed twice: nothing, headlines, all headings, leads as well, or a part of each heading. */
  readonly bold: 'none' | 'headlines' | 'headings' | 'leads' | 'partial';
  /** Share of characters that came out as Kangxi radicals where there is one. */
  readonly radicals: number;
  readonly lineEnd: '\n' | '\r\n' | '\r\r\n';
  readonly byteOrderMark: boolean;
  readonly spacedTitles: boolean;
  readonly centredHeadings: boolean;
  /** Headings run over the width of the column. */
  readonly wideHeadings: boolean;
  /** The halves of a couplet stand on one line. */
  readonly coupletsInLine: boolean;
  /** Long titles are broken anywhere. */
  readonly splitTitles: boolean;
  /** Bylines stand behind the last sentence of their article. */
  readonly inlineBylines: boolean;
  readonly furniture: boolean;
  readonly jumps: 'none' | 'alone' | 'inline';
  /** Marks that may not start a line hang over the column; otherwise the character before goes down with them. */
  readonly hangingMarks: boolean;
  /** Two articles are mixed: the first one's headline, the second one, the rest of the first. */
  readonly interleaved: boolean;
}

/** A page with no defect, one paragraph a line. */
export const cleanStyle: PrintStyle = {
  cells: 0,
  indent: 'none',
  indentCharacters: '\u3000\u3000',
  indentedHeadings: false,
  paragraphGaps: 0,
  headingGaps: false,
  columnLength: 0,
  strayAfterMark: 0,
  strayBeforeQuote: 0,
  strayCharacter: ' ',
  numberSpaces: 0,
  gapBehindFirstLine: 0,
  bold: 'none',
  radicals: 0,
  lineEnd: '\n',
  byteOrderMark: false,
  spacedTitles: false,
  centredHeadings: false,
  wideHeadings: false,
  coupletsInLine: false,
  splitTitles: false,
  inlineBylines: false,
  furniture: false,
  jumps: 'none',
  hangingMarks: false,
  interleaved: false,
};

/** A style drawn by chance: every defect of the field comes up, alone and with others. */
export function drawStyle(random: Random): PrintStyle {
  const wrapped = !random.chance(0.12);
  const cells = wrapped ? random.pick([random.int(13, 20), random.int(13, 30), random.int(21, 50)]) : 0;
  return {
    cells,
    indent: random.pick(['kept', 'kept', 'lost', 'lost', 'lost', 'none'] as const),
    indentCharacters: random.pick(['\u3000\u3000', '\u3000\u3000', '    '] as const),
    indentedHeadings: random.chance(0.6),
    paragraphGaps: random.pick([0, 0, 0.3, 1, 1]),
    headingGaps: random.chance(0.6),
    columnLength: wrapped && random.chance(0.5) ? random.int(18, 60) : 0,
    strayAfterMark: random.chance(0.5) ? random.pick([0.03, 0.1, 0.3]) : 0,
    strayBeforeQuote: random.chance(0.5) ? random.pick([0.1, 0.3]) : 0,
    strayCharacter: random.pick([' ', ' ', ' ', '\u00a0', '\u3000'] as const),
    numberSpaces: random.pick([0, 0, 0, 0.8, 1]),
    gapBehindFirstLine: wrapped && random.chance(0.2) ? 0.1 : 0,
    bold: random.pick(['none', 'none', 'none', 'headlines', 'headings', 'leads', 'partial'] as const),
    radicals: random.chance(0.2) ? random.pick([0.1, 0.5, 1]) : 0,
    lineEnd: random.pick(['\n', '\n', '\n', '\r\n', '\r\r\n'] as const),
    byteOrderMark: random.chance(0.15),
    spacedTitles: random.chance(0.5),
    centredHeadings: random.chance(0.15),
    wideHeadings: random.chance(0.25),
    coupletsInLine: random.chance(0.2),
    splitTitles: random.chance(0.15),
    inlineBylines: random.chance(0.15),
    furniture: random.chance(0.5),
    jumps: random.pick(['none', 'none', 'alone', 'inline'] as const),
    hangingMarks: random.chance(0.5),
    interleaved: random.chance(0.25),
  };
}

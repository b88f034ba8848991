import { isDistribution, lineText, type ExportBlock, type ExportPage } from './page.ts';

/** How clean text is written. */
export interface ExportTextOptions {
  /** Sets paragraphs and numbered headings in by two ideographic spaces; those are no part of the page, so not unless asked for. */
  readonly indent?: boolean;
  readonly lineEnd?: '\n' | '\r\n';
}

const setIn = '\u3000\u3000';

/** The page as clean text, one line a paragraph; unnumbered headings and verse have an empty line on either side. */
export function exportText({ blocks }: ExportPage, { indent = false, lineEnd = '\n' }: ExportTextOptions = {}): string {
  const lines: string[] = [];
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    if (before && isParted(before, block)) lines.push('');
    const space = indent && isSetIn(block) ? setIn : '';
    for (const line of block.lines) lines.push(space + lineText(line));
  }
  return lines.map((line) => line + lineEnd).join('');
}

const isSetIn = ({ kind, numbered, salutation }: ExportBlock): boolean =>
  (kind === 'paragraph' && salutation === undefined) || (kind === 'heading' && numbered);

const standsApart = ({ kind, numbered, level }: ExportBlock): boolean =>
  kind === 'verse' || kind === 'table' || (kind === 'heading' && (level === 1 || !numbered));

function isParted(before: ExportBlock, block: ExportBlock): boolean {
  if (isDistribution(block)) return !isDistribution(before);
  return (standsApart(before) || standsApart(block)) && !belongsTo(before, block);
}

/** True where the two read as one: what goes with a headline stands close to it. */
function belongsTo(before: ExportBlock, block: ExportBlock): boolean {
  if (before.kind === 'heading') return block.kind === 'jump' || block.kind === 'subhead';
  return before.kind === 'kicker' && block.kind === 'heading';
}

import type { Analysis } from '../../core/analysis.ts';
import { shownText, type PageText } from '../../core/features/pageText.ts';
import type { Severity } from '../../core/lint/model.ts';
import type { Block } from '../../core/newsletter/model.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { BlockMark, PageBlock } from './page.ts';

interface Placed {
  readonly range: TextRange;
  readonly kind: BlockMark['kind'];
  readonly message?: string;
}

/** A finding as it is to be shown; range in raw offsets. */
export interface FindingMark {
  readonly range: TextRange;
  readonly kind: Severity;
  readonly message: string;
}

/** The blocks of a page with everything that is marked in them. */
export function buildBlocks(
  page: PageText,
  analysis: Pick<Analysis, 'reading' | 'terms'>,
  findings: readonly FindingMark[],
): PageBlock[] {
  const placed = placedMarks(analysis, findings);
  let next = 0;
  return page.blocks.map((block, i) => {
    while (next < placed.length && (placed[next] as Placed).range.end <= block.start) next++;
    const shown = page.texts[i] as string;
    const lengthOf = shownLength(analysis.reading.text, shown.length === block.end - block.start);
    const marks = leadMark(block, lengthOf);
    for (let at = next; at < placed.length && (placed[at] as Placed).range.start < block.end; at++) {
      const mark = inBlock(placed[at] as Placed, block, lengthOf);
      if (mark.end > mark.start) marks.push(mark);
    }
    return {
      kind: block.kind,
      ...(block.level !== undefined && { level: block.level }),
      text: shown,
      line: block.firstLine,
      lastLine: block.lastLine,
      marks,
    };
  });
}

/** Terms and findings in the order of the text; a finding about a whole term is what its own underline says already. */
function placedMarks(
  { terms, reading }: Pick<Analysis, 'reading' | 'terms'>,
  findings: readonly FindingMark[],
): Placed[] {
  const placed: Placed[] = terms.map((use) => ({ range: use, kind: use.explainedBy === null ? 'unknown' : 'term' }));
  const termStarts = new Map(terms.map((use) => [use.start, use.end]));
  for (const { range, kind, message } of findings) {
    const read = reading.readingRange(range);
    if (termStarts.get(read.start) !== read.end) placed.push({ range: read, kind, message });
  }
  return placed.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

type LengthOf = (start: number, end: number) => number;

/** How long a stretch of reading text is as a block shows it. Where `alike`, nothing of the block is shown shorter than it is. */
function shownLength(text: string, alike: boolean): LengthOf {
  return (start, end) => (alike ? end - start : shownText(text.slice(start, end)).length);
}

function leadMark(block: Block, lengthOf: LengthOf): BlockMark[] {
  if (!block.lead) return [];
  return [inBlock({ range: { start: block.start, end: block.lead.range.end }, kind: 'lead' }, block, lengthOf)];
}

function inBlock({ range, kind, message }: Placed, block: Block, lengthOf: LengthOf): BlockMark {
  const start = Math.max(range.start, block.start);
  const end = Math.min(range.end, block.end);
  const from = lengthOf(block.start, start);
  const length = end > start ? lengthOf(start, end) : 0;
  return { start: from, end: from + length, kind, ...(message !== undefined && { message }) };
}

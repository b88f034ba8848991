import type { Analysis } from '../../core/analysis.ts';
import { shownText, type PageText } from '../../core/features/pageText.ts';
import type { Finding } from '../../core/lint/model.ts';
import type { Block } from '../../core/newsletter/model.ts';
import type { TextRange } from '../../core/text/range.ts';
import type { BlockMark, PageBlock } from './page.ts';

interface Placed {
  readonly range: TextRange;
  readonly kind: BlockMark['kind'];
  readonly message?: string;
}

/** The blocks of a page with everything that is marked in them. @param describe the text of a finding for people. */
export function buildBlocks(
  page: PageText,
  analysis: Pick<Analysis, 'reading' | 'terms' | 'findings'>,
  describe: (finding: Finding) => string,
): PageBlock[] {
  const placed = placedMarks(analysis, describe);
  let next = 0;
  return page.blocks.map((block, i) => {
    while (next < placed.length && (placed[next] as Placed).range.end <= block.start) next++;
    const marks = leadMark(block, analysis.reading.text);
    for (let at = next; at < placed.length && (placed[at] as Placed).range.start < block.end; at++) {
      const mark = inBlock(placed[at] as Placed, block, analysis.reading.text);
      if (mark.end > mark.start) marks.push(mark);
    }
    return {
      kind: block.kind,
      ...(block.level !== undefined && { level: block.level }),
      text: page.texts[i] as string,
      line: block.firstLine,
      lastLine: block.lastLine,
      marks,
    };
  });
}

function placedMarks(
  { terms, findings, reading }: Pick<Analysis, 'reading' | 'terms' | 'findings'>,
  describe: (finding: Finding) => string,
): Placed[] {
  const placed: Placed[] = terms.map((use) => ({ range: use, kind: use.explainedBy === null ? 'unknown' : 'term' }));
  for (const finding of findings) {
    const range = reading.readingRange(finding.range);
    placed.push({ range, kind: finding.severity, message: describe(finding) });
  }
  return placed.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function leadMark(block: Block, text: string): BlockMark[] {
  if (!block.lead) return [];
  return [inBlock({ range: { start: block.start, end: block.lead.range.end }, kind: 'lead' }, block, text)];
}

function inBlock({ range, kind, message }: Placed, block: Block, text: string): BlockMark {
  const start = Math.max(range.start, block.start);
  const end = Math.min(range.end, block.end);
  const from = shownText(text.slice(block.start, start)).length;
  const length = end > start ? shownText(text.slice(start, end)).length : 0;
  return { start: from, end: from + length, kind, ...(message !== undefined && { message }) };
}

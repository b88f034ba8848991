import type { TermUse } from '../../core/abbreviations/model.ts';
import type { Analysis } from '../../core/analysis.ts';
import { leadEnd } from '../../core/features/leadEnd.ts';
import { shownText, type PageText } from '../../core/features/pageText.ts';
import type { Severity } from '../../core/lint/model.ts';
import type { Block } from '../../core/newsletter/model.ts';
import type { TextRange } from '../../core/text/range.ts';
import { sameBlock, type BlockMark, type PageBlock } from './page.ts';

interface Placed extends TextRange {
  readonly kind: BlockMark['kind'];
  readonly message?: string;
}

/** A finding as it is to be shown; range in raw offsets. */
export interface FindingMark {
  readonly range: TextRange;
  readonly kind: Severity;
  readonly message: string;
}

/**
 * The blocks of a page with everything that is marked in them.
 *
 * @param before the blocks of an earlier state: those that look and stand as they did are the same objects.
 */
export function buildBlocks(
  page: PageText,
  analysis: Pick<Analysis, 'reading' | 'terms'>,
  findings: readonly FindingMark[],
  before: readonly PageBlock[] = [],
): PageBlock[] {
  const placed = placedMarks(analysis, findings);
  const count = page.blocks.length;
  // Up to the change blocks keep their place from the beginning, behind it from the end.
  let kept = 0;
  while (kept < count && before[kept]?.text === page.texts[kept]) kept++;
  let next = 0;
  return page.blocks.map((block, i) => {
    while (next < placed.length && (placed[next] as TextRange).end <= block.start) next++;
    const text = page.texts[i] as string;
    const marking = { block, text: analysis.reading.text, alike: text.length === block.end - block.start };
    const marks = leadMark(marking);
    for (let at = next; at < placed.length && (placed[at] as TextRange).start < block.end; at++) {
      const mark = inBlock(placed[at] as Placed | TermUse, marking);
      if (mark.end > mark.start) marks.push(mark);
    }
    const made = blockOf(block, text, marks);
    const old = before[i < kept ? i : i - count + before.length];
    return old && old.line === made.line && sameBlock(old, made) ? old : made;
  });
}

function blockOf({ kind, level, firstLine: line, lastLine }: Block, text: string, marks: BlockMark[]): PageBlock {
  return level === undefined ? { kind, text, line, lastLine, marks } : { kind, level, text, line, lastLine, marks };
}

/** Terms and findings in the order of the text; a finding about a whole term is what its own underline says already. */
function placedMarks(
  { terms, reading }: Pick<Analysis, 'reading' | 'terms'>,
  findings: readonly FindingMark[],
): readonly (Placed | TermUse)[] {
  const read = findings.map(({ range, kind, message }): Placed => ({ ...reading.readingRange(range), kind, message }));
  const wanted = new Set(read.map(({ start }) => start));
  const termEnds = new Map<number, number>();
  for (const { start, end } of terms) if (wanted.has(start)) termEnds.set(start, end);
  const others = read.filter(({ start, end }) => termEnds.get(start) !== end);
  return [...terms, ...others].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A block and the text it was read from, to be marked. Where `alike`, nothing of it is shown shorter than it is. */
interface Marking {
  readonly block: Block;
  readonly text: string;
  readonly alike: boolean;
}

function shownLength({ text, alike }: Marking, start: number, end: number): number {
  return alike ? end - start : shownText(text.slice(start, end)).length;
}

function leadMark(marking: Marking): BlockMark[] {
  const { start, end, lead } = marking.block;
  if (!lead) return [];
  const placed: Placed = { start, end: leadEnd(marking.text, lead.range.end, end), kind: 'lead' };
  return [{ ...inBlock(placed, marking), level: lead.level }];
}

function inBlock(placed: Placed | TermUse, marking: Marking): BlockMark {
  const { block } = marking;
  const start = Math.max(placed.start, block.start);
  const end = Math.min(placed.end, block.end);
  const from = shownLength(marking, block.start, start);
  const to = from + (end > start ? shownLength(marking, start, end) : 0);
  if ('term' in placed) return { start: from, end: to, kind: placed.explainedBy === null ? 'unknown' : 'term' };
  const { kind, message } = placed;
  return { start: from, end: to, kind, ...(message !== undefined && { message }) };
}

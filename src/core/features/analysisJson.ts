import type { Analysis, Statistics } from '../analysis.ts';
import type { Definition, ExplainedBy, TermPart } from '../abbreviations/model.ts';
import { repairFindings } from '../lint/lint.ts';
import { formatMessage } from '../lint/message.ts';
import type { Block, OutlineKind, OutlineNode, Reason } from '../newsletter/model.ts';
import { titleOf } from '../newsletter/outline.ts';
import { LineIndex } from '../text/lineIndex.ts';

/** One outline entry as the command line prints it; lines are 1-based. */
export interface OutlineJson {
  readonly title: string;
  readonly kind: OutlineKind;
  readonly level: number;
  readonly line: number;
  readonly endLine: number;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly children: readonly OutlineJson[];
}

/** The analysis of one file as plain data: the contract of `analyze --jsonl`. Lines and columns are 1-based, columns in UTF-16 code units. */
export interface AnalysisJson {
  readonly file: string;
  readonly title: string;
  readonly outline: readonly OutlineJson[];
  readonly blocks: readonly Record<string, unknown>[];
  readonly definitions: readonly {
    term: string;
    items?: readonly string[];
    parts?: readonly TermPart[];
    line: number;
  }[];
  readonly terms: readonly { term: string; line: number; column: number; explainedBy: ExplainedBy }[];
  readonly diagnostics: readonly {
    code: string;
    severity: string;
    message: string;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
  }[];
  readonly statistics: Statistics;
}

/** Turns an analysis into the data that `analyze --jsonl` prints. */
export function analysisToJson(file: string, analysis: Analysis): AnalysisJson {
  const { reading, newsletter } = analysis;
  const index = new LineIndex(reading.raw);
  const place = (offset: number) => {
    const position = index.positionOf(offset);
    return { line: position.line + 1, column: position.column + 1 };
  };
  const lineOf = (offset: number) => place(reading.toRaw(offset)).line;
  const findings = [...analysis.findings, ...repairFindings(reading)].sort((a, b) => a.range.start - b.range.start);
  return {
    file,
    title: newsletter.title,
    outline: newsletter.outline.map((node) =>
      outlineJson(node, (offset, bias) => place(reading.toRaw(offset, bias)).line),
    ),
    blocks: newsletter.blocks.flatMap((block, i) => blocksJson(reading.text, block, newsletter.blocks[i - 1])),
    definitions: analysis.definitions.map((definition) => definitionJson(definition, lineOf(definition.range.start))),
    terms: analysis.terms.map((use) => ({
      term: use.term,
      ...place(reading.toRaw(use.start)),
      explainedBy: use.explainedBy,
    })),
    diagnostics: findings.map((finding) => {
      const end = place(finding.range.end);
      return {
        code: finding.code,
        severity: finding.severity,
        message: formatMessage(finding),
        ...place(finding.range.start),
        endLine: end.line,
        endColumn: end.column,
      };
    }),
    statistics: analysis.statistics,
  };
}

function outlineJson(node: OutlineNode, lineOf: (offset: number, bias?: 'before' | 'after') => number): OutlineJson {
  return {
    title: node.title,
    kind: node.kind,
    level: node.level,
    line: lineOf(node.selectionRange.start),
    endLine: lineOf(node.range.end, 'before'),
    confidence: Math.round(node.confidence * 100) / 100,
    reasons: node.reasons,
    children: node.children.map((child) => outlineJson(child, lineOf)),
  };
}

/** One entry for a block, one for each row of a table. Of a masthead only the paper's name is no furniture: number, date and publisher are. */
function blocksJson(text: string, block: Block, before: Block | undefined): Record<string, unknown>[] {
  if (block.kind === 'masthead') {
    const own = text.slice(block.start, block.end);
    // The number of an official document (GB/T 9704-2012, 7.2.5) is a part of it.
    const issued = !/号\s*$/u.test(own) && (before?.kind === 'masthead' || /\d/u.test(own));
    return [blockJson(text, issued ? { ...block, kind: 'furniture' } : block)];
  }
  if (block.kind !== 'table') return [blockJson(text, block)];
  const rows: Record<string, unknown>[] = [];
  let start = block.start;
  for (let line = block.firstLine; start < block.end; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > block.end ? block.end : found;
    if (end > start) rows.push(blockJson(text, { ...block, start, end, firstLine: line, lastLine: line }));
    start = end + 1;
  }
  return rows;
}

function blockJson(text: string, block: Block): Record<string, unknown> {
  return {
    kind: block.kind,
    text:
      block.kind === 'heading' || block.kind === 'verse' ? titleOf(text, block) : text.slice(block.start, block.end),
    firstLine: block.firstLine + 1,
    lastLine: block.lastLine + 1,
    ...(block.level ? { level: block.level } : {}),
    ...(block.lead ? { lead: titleOf(text, block.lead.range) } : {}),
    ...(block.jump ? { direction: block.jump.direction, page: block.jump.page } : {}),
  };
}

function definitionJson(definition: Definition, line: number): AnalysisJson['definitions'][number] {
  return {
    term: definition.term,
    ...(definition.parts?.length ? { parts: definition.parts } : { items: definition.items ?? [] }),
    line,
  };
}

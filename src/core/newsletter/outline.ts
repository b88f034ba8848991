import type { TextRange } from '../text/range.ts';
import type { Interruption } from './levels.ts';
import type { Block, OutlineNode } from './model.ts';
import type { Draft } from './readSheet.ts';

/** An entry whose end is not known yet. */
interface OpenNode extends Omit<OutlineNode, 'range' | 'children'> {
  readonly range: { readonly start: number; end: number };
  readonly children: OutlineNode[];
}

/**
 * Builds the outline from blocks with levels and their drafts; a deeper entry lies inside the entry it stands under. `textOf` gives
 * the reading text of a block.
 */
export function buildOutline(
  textOf: (block: number) => string,
  blocks: readonly Block[],
  drafts: readonly Draft[],
  interruptions: readonly Interruption[],
): readonly OutlineNode[] {
  const roots: OutlineNode[] = [];
  const stack: OpenNode[] = [];
  const close = (level: number) => {
    while (stack.length && (stack.at(-1) as OpenNode).level >= level) {
      const done = stack.pop() as OpenNode;
      const parent = stack.at(-1);
      (parent?.children ?? roots).push(done);
      if (parent) parent.range.end = Math.max(parent.range.end, done.range.end);
    }
  };
  const open = (node: OpenNode) => {
    close(node.level);
    stack.push(node);
  };
  let closed = false;
  const resumes = new Map(interruptions.map((one) => [one.resumesAt, one.article]));
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const resumed = resumes.size ? resumes.get(i) : undefined;
    if (resumed !== undefined) {
      open(continuation(textOf(i), blocks[resumed] as Block, (drafts[resumed] as Draft).title, block, i));
      closed = false;
    }
    if (block.kind === 'heading') {
      if (closed) close(1);
      closed = false;
      open(headingNode((drafts[i] as Draft).title, block, i));
    } else if (block.lead) open(leadNode((drafts[i] as Draft).title, block, i));
    if (block.kind === 'furniture' || block.kind === 'masthead') continue;
    const current = stack.at(-1);
    if (current && !closed) current.range.end = Math.max(current.range.end, block.end);
    if (block.kind === 'byline' && stack.some((node) => node.range.end > node.selectionRange.end))
      closed = hasBody(blocks, i, stack);
  }
  close(1);
  return roots;
}

/** A byline over the text names the author; only one behind it ends the article. */
function hasBody(blocks: readonly Block[], byline: number, stack: readonly OpenNode[]): boolean {
  const from = stack[0]?.block ?? 0;
  for (let i = from; i < byline; i++) if (blocks[i]?.kind === 'paragraph' || blocks[i]?.kind === 'verse') return true;
  return false;
}

/** A title on one line: the lines of a couplet are joined by a space. */
export function titleOf(text: string, range: TextRange): string {
  const title = text.slice(range.start, range.end).trim();
  if (!/[\r\n]/u.test(title)) return title;
  return title
    .split(/[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

function headingNode(title: string, block: Block, index: number): OpenNode {
  const level = block.level ?? 2;
  const range = { start: block.start, end: block.end };
  return {
    kind: level === 1 ? 'article' : 'section',
    title,
    level,
    range: { start: block.start, end: block.end },
    selectionRange: range,
    block: index,
    confidence: block.confidence,
    reasons: block.reasons,
    children: [],
  };
}

function leadNode(title: string, block: Block, index: number): OpenNode {
  const lead = block.lead as NonNullable<Block['lead']>;
  return {
    kind: 'lead',
    title,
    level: lead.level,
    range: { start: block.start, end: Math.max(block.end, lead.range.end) },
    selectionRange: lead.range,
    block: index,
    confidence: block.confidence,
    reasons: block.reasons,
    children: [],
  };
}

/** The rest of an interrupted article, titled as the article; it starts at the block with which the text goes on. */
function continuation(text: string, article: Block, title: string, block: Block, index: number): OpenNode {
  const lineEnd = text.search(/[\r\n]/u);
  return {
    kind: 'continuation',
    title,
    level: 1,
    range: { start: block.start, end: block.end },
    selectionRange: { start: block.start, end: lineEnd < 0 ? block.end : block.start + lineEnd },
    block: index,
    confidence: article.confidence,
    reasons: ['continuation'],
    children: [],
  };
}

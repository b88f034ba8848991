import { blockBreak } from '../../core/features/pageText.ts';
import type { TextEdit } from '../../core/text/range.ts';
import { emptyBlock, type BlockMark, type PageBlock } from './page.ts';
import type { Change } from './rebase.ts';

/**
 * The blocks after edits of their page text, as far as they can be known before the host has read them anew: a split block
 * goes on as a paragraph, joined blocks are what the first one was.
 */
export function editBlocks(blocks: readonly PageBlock[], change: Change): PageBlock[] {
  let edited: PageBlock[] = blocks.length > 0 ? [...blocks] : [emptyBlock];
  for (const edit of [...change].reverse()) edited = editOnce(edited, edit);
  return edited;
}

function editOnce(blocks: PageBlock[], edit: TextEdit): PageBlock[] {
  const first = locate(blocks, edit.start);
  const last = locate(blocks, edit.end);
  const head = blocks[first.block] as PageBlock;
  const tail = blocks[last.block] as PageBlock;
  const texts = edit.text.split(blockBreak);
  const before = head.text.slice(0, first.offset);
  const after = tail.text.slice(last.offset);
  const made = texts.map((text, i) => {
    const isFirst = i === 0;
    const isLast = i === texts.length - 1;
    const whole = (isFirst ? before : '') + text + (isLast ? after : '');
    const marks = [
      ...(isFirst ? head.marks.filter((mark) => mark.end <= first.offset) : []),
      ...(isLast ? moveMarks(tail.marks, last.offset, whole.length - after.length) : []),
    ];
    return { ...looksOf(head, tail, { before, after, text, isFirst, isLast }), text: whole, marks };
  });
  return [...blocks.slice(0, first.block), ...made, ...blocks.slice(last.block + 1)];
}

function moveMarks(marks: readonly BlockMark[], from: number, to: number): BlockMark[] {
  return marks
    .filter((mark) => mark.start >= from)
    .map((mark) => ({ ...mark, start: mark.start - from + to, end: mark.end - from + to }));
}

interface Piece {
  readonly before: string;
  readonly after: string;
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Which block a piece takes its looks from. */
function looksOf(head: PageBlock, tail: PageBlock, piece: Piece): PageBlock {
  const { before, after, text, isFirst, isLast } = piece;
  if (isFirst && isLast) return before === '' && text === '' ? tail : head;
  if (isFirst && before + text !== '') return head;
  if (isLast && after !== '' && (before === '' || head !== tail || tail.kind !== 'heading')) return tail;
  return plain(isLast ? tail : head);
}

function plain(block: PageBlock): PageBlock {
  return { kind: 'paragraph', text: '', line: block.line, lastLine: block.lastLine, marks: [] };
}

function locate(blocks: readonly PageBlock[], offset: number): { block: number; offset: number } {
  let at = 0;
  for (const [block, { text }] of blocks.entries()) {
    if (offset <= at + text.length) return { block, offset: Math.max(0, offset - at) };
    at += text.length + 1;
  }
  const block = blocks.length - 1;
  return { block, offset: (blocks[block] as PageBlock).text.length };
}

import type { Block } from '../newsletter/model.ts';
import type { Candidate } from './candidates.ts';
import { spell } from './fit.ts';
import { isItem } from './items.ts';
import { firstOf, trimmed } from './lists.ts';
import { countedNoun } from './numerals.ts';
import type { Reading } from './reading.ts';
import type { TextRange } from '../text/range.ts';

/** Characters from the term to the end of its sentence. */
const longestRest = 40;
/** Characters within which its sentences stand: looked for to the end of a block of millions, for every term, they would take for ever. */
const longestList = 1500;
/** Blocks that may follow one that opens with what is counted before the next one does. */
const longestPause = 3;
const marker =
  /^(?:[—―-]{2,4}|[●◆▲★■◎•·]|[一二三四五六七八九十]{1,2}[是要、]|[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)]|\d{1,2}[.．、])\s*/;

/** “四个聚焦”聚合力。聚焦党建引领，…。聚焦产业发展，…。: as many sentences, or blocks, as the term counts open with what it counts. */
export function readLedSentences(
  text: string,
  blocks: readonly Block[],
  index: number,
  candidate: Candidate,
): Reading | null {
  const { numeric, quoted, term } = candidate;
  const count = numeric?.parts.length === 1 && !numeric.loose ? (numeric.expected ?? 0) : 0;
  const noun = countedNoun(term);
  if (count < 3 || noun.length < 2) return null;
  const block = blocks[index] as Block;
  const stop = firstOf(text, quoted.end, Math.min(block.end, quoted.end + longestRest + 1), '。！？：:');
  if (stop - quoted.end > longestRest && stop < block.end) return null;
  const inside = sentences(text, stop + 1, Math.min(block.end, stop + longestList), noun);
  const starts = inside.length ? inside : openings(text, blocks, index, noun);
  if (starts.length !== count) return null;
  const items = starts.map((start) =>
    trimmed(text, start, firstOf(text, start, Math.min(text.length, start + 60), '，。；：！？,;:\n')),
  );
  const spelled = spell(text, items);
  if (!spelled.every((item) => item.length > noun.length + 1 && isItem(item, 30))) return null;
  const last = items.at(-1) as TextRange;
  const itemsRange = { start: starts[0] as number, end: last.end };
  return {
    form: 'enumeration',
    fit: { kind: 'exact', items: spelled },
    strong: false,
    itemsRange,
    spanStart: quoted.start,
    spanEnd: last.end,
  };
}

/** Where sentences of `[from, end)` open with `noun`. */
function sentences(text: string, from: number, end: number, noun: string): number[] {
  const found: number[] = [];
  for (let at = from; at < end; at = firstOf(text, at, end, '。；！？') + 1)
    if (text.startsWith(noun, at)) found.push(at);
  return found;
}

/** Where the blocks behind one open with `noun`, perhaps behind a mark, and soon behind one another. */
function openings(text: string, blocks: readonly Block[], index: number, noun: string): number[] {
  const found: number[] = [];
  for (let at = index + 1, pause = 0; at < blocks.length && pause <= longestPause; at++, pause++) {
    const block = blocks[at] as Block;
    if (block.kind === 'byline' || (block.kind === 'heading' && (block.level ?? 6) < 2)) break;
    const { start } = trimmed(text, block.start, block.end);
    const behind = start + (marker.exec(text.slice(start, start + 8))?.[0].length ?? 0);
    if (!text.startsWith(noun, behind)) continue;
    found.push(behind);
    pause = 0;
  }
  return found;
}

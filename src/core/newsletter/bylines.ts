import type { ReadingText } from '../text/readingText.ts';
import type { RawBlock } from './blocks.ts';
import { isAuthor, isName, isPlaceAndName } from './fixedLines.ts';
import { lineAt } from './jumpLines.ts';
import type { Lines } from './lines.ts';

/** Longest byline behind a sentence, brackets included, in UTF-16 code units. */
const longest = 40;

/** Cuts bylines off that stand behind the last sentence of their article: …插秧。（农业农村办公室） Changes the blocks in place. */
export function cutInlineBylines(reading: ReadingText, lines: Lines, blocks: RawBlock[]): void {
  const { text } = reading;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as RawBlock;
    if (block.kind !== 'paragraph' || !'）)'.includes(text[block.end - 1] ?? '。')) continue;
    const start = bylineStart(reading, block);
    if (start < 0) continue;
    if (start === block.start) {
      block.kind = 'byline';
      continue;
    }
    const line = Math.max(block.from, lineAt(lines, reading.toRaw(start)));
    blocks.splice(i + 1, 0, { ...block, kind: 'byline', start, from: line, marker: null, odds: 0 });
    block.end = start;
    block.to = line;
  }
}

/** Where the byline at the end of a paragraph starts, or -1; a wrapped byline may be all of it. */
function bylineStart(reading: ReadingText, block: RawBlock): number {
  const { raw, text } = reading;
  const from = Math.max(block.start, block.end - longest);
  let open = block.end - 2;
  while (open >= from && !'（(）)'.includes(text[open] as string)) open--;
  if (open < from || !'（('.includes(text[open] as string)) return -1;
  if (open > block.start && !'。！？”…'.includes(text[open - 1] as string)) return -1;
  const inner = text.slice(open + 1, block.end - 1);
  if (isAuthor(inner) || isName(inner)) return open;
  const printed = raw.slice(reading.toRaw(open), reading.toRaw(block.end, 'before')).replace(/[\r\n]+/gu, '');
  return isPlaceAndName(printed) ? open : -1;
}

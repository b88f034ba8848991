import type { ReadingText } from '../text/readingText.ts';
import type { RawBlock } from './blocks.ts';
import { isAuthor, isName, isPlaceAndName, lineAt } from './fixedLines.ts';
import type { Lines } from './lines.ts';

/** Longest byline behind a sentence, brackets included, in UTF-16 code units. */
const longest = 40;

/** Cuts bylines off that stand behind the last sentence of their article: …插秧。（农业农村办公室） Changes the blocks in place. */
export function cutInlineBylines(reading: ReadingText, lines: Lines, blocks: RawBlock[]): void {
  const { text } = reading;
  // Where several items end with a name in brackets, each has its author.
  const named = blocks.filter((block) => block.kind === 'paragraph' && endsWithName(text, block)).length > 1;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as RawBlock;
    if (block.kind !== 'paragraph' || !'）)'.includes(text[block.end - 1] ?? '。')) continue;
    const next = blocks[i + 1]?.kind ?? 'heading';
    const start = bylineStart(reading, block, named || next === 'heading' || next === 'furniture');
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

function endsWithName(text: string, { start, end }: RawBlock): boolean {
  const name = /[。！？”…][（(]([^（()）]{2,6})[）)]$/u.exec(text.slice(Math.max(start, end - 12), end));
  return name !== null && isName((name[1] as string).replace(/\s/gu, ''));
}

/** Where the byline at the end of a paragraph starts, or -1; a wrapped byline may be all of it. */
function bylineStart(reading: ReadingText, block: RawBlock, endsArticle: boolean): number {
  const { raw, text } = reading;
  const from = Math.max(block.start, block.end - longest);
  let open = block.end - 2;
  while (open >= from && !'（(）)'.includes(text[open] as string)) open--;
  if (open < from || !'（('.includes(text[open] as string)) return -1;
  if (open > block.start && !'。！？”…'.includes(text[open - 1] as string)) return -1;
  const inner = text.slice(open + 1, block.end - 1);
  if (isAuthor(inner) || (endsArticle && isName(inner))) return open;
  const printed = raw.slice(reading.toRaw(open), reading.toRaw(block.end, 'before')).replace(/[\r\n]+/gu, '');
  return isPlaceAndName(printed) ? open : -1;
}

import type { Block, Newsletter } from './model.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { ReadingText } from '../text/readingText.ts';

/** The reading text of a raw page and the tree in it. Raw text is any string; nothing is thrown. */
export interface Page {
  readonly reading: ReadingText;
  readonly newsletter: Newsletter;
}

/** Reads a page: repairs, blocks, outline. */
export function readPage(raw: string): Page {
  const reading = new ReadingText(raw, []);
  const lines = new LineIndex(raw);
  const blocks: Block[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    const text = raw.slice(lines.startOf(line), lines.startOf(line + 1)).trimEnd();
    if (!text) continue;
    const start = lines.startOf(line);
    blocks.push({
      kind: 'paragraph',
      start,
      end: start + text.length,
      firstLine: line,
      lastLine: line,
      confidence: 0.5,
      reasons: [],
    });
  }
  return { reading, newsletter: { title: '', blocks, outline: [] } };
}

import type { Analysis, Statistics } from '../analysis.ts';
import type { TextRange } from '../text/range.ts';

/** Number of UTF-16 code units of a stretch of text that are no white space. */
export function countCharacters(text: string, { start, end }: TextRange): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    // Nearly all characters of a Chinese page leave at the first comparison.
    if (code > 0x3000 ? code !== 0xfeff : code > 0x20 && !isSpace(code)) count++;
  }
  return count;
}

/** White space of Unicode between U+0021 and U+3000. */
function isSpace(code: number): boolean {
  if (code === 0xa0 || code === 0x3000 || code === 0x1680) return true;
  return (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

/** Counts what a page holds. */
export function countStatistics(
  analysis: Pick<Analysis, 'reading' | 'newsletter' | 'definitions' | 'terms'>,
): Statistics {
  const { blocks, outline } = analysis.newsletter;
  const text = analysis.reading.text;
  let characters = 0;
  let paragraphs = 0;
  let headings = 0;
  for (const block of blocks) {
    characters += countCharacters(text, block);
    if (block.kind === 'paragraph') paragraphs++;
    else if (block.kind === 'heading') headings++;
  }
  const terms = new Set<string>();
  const unexplained = new Set<string>();
  for (const { term, explainedBy } of analysis.terms) {
    terms.add(term);
    if (explainedBy === null) unexplained.add(term);
  }
  return {
    characters,
    articles: outline.filter((node) => node.kind === 'article').length,
    paragraphs,
    headings,
    definitions: analysis.definitions.length,
    terms: terms.size,
    unexplained: unexplained.size,
  };
}

import type { Analysis, Statistics } from '../analysis.ts';

/** Counts what a page holds. */
export function countStatistics(
  analysis: Pick<Analysis, 'reading' | 'newsletter' | 'definitions' | 'terms'>,
): Statistics {
  const { blocks, outline } = analysis.newsletter;
  const text = analysis.reading.text;
  let characters = 0;
  for (const block of blocks) characters += text.slice(block.start, block.end).replace(/\s+/g, '').length;
  return {
    characters,
    articles: outline.filter((node) => node.kind === 'article').length,
    paragraphs: blocks.filter((block) => block.kind === 'paragraph').length,
    headings: blocks.filter((block) => block.kind === 'heading').length,
    definitions: analysis.definitions.length,
    terms: new Set(analysis.terms.map((use) => use.term)).size,
    unexplained: new Set(analysis.terms.filter((use) => use.explainedBy === null).map((use) => use.term)).size,
  };
}

import type { Analysis } from '../analysis.ts';
import type { OutlineNode } from '../newsletter/model.ts';
import { LineIndex } from '../text/lineIndex.ts';

/** A stretch of raw lines that can be folded away below its first line. 0-based, both ends inclusive. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** The folds of a page: everything below each title; a title of several lines stays visible whole. */
export function foldsOf({ reading, newsletter }: Pick<Analysis, 'reading' | 'newsletter'>): readonly Fold[] {
  const lines = new LineIndex(reading.raw);
  const folds: Fold[] = [];
  const visit = (node: OutlineNode): void => {
    const startLine = lines.lineOf(reading.rawRange(node.selectionRange).end);
    const endLine = lines.lineOf(reading.rawRange(node.range).end);
    if (endLine > startLine) folds.push({ startLine, endLine });
    node.children.forEach(visit);
  };
  newsletter.outline.forEach(visit);
  return folds;
}

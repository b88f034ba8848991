import type { SimulatedPage } from './page.ts';

/** The structure of a page in the gold format; lines are 1-based. */
export function goldOf(page: SimulatedPage): Record<string, unknown> {
  return {
    kind: page.kind,
    style: page.style,
    blocks: page.blocks.map(({ block, firstLine, lastLine }) => ({
      kind: block.kind,
      firstLine: firstLine + 1,
      lastLine: lastLine + 1,
      text: block.lines.join(' '),
      ...(block.level === undefined ? {} : { level: block.level }),
      ...(block.lead === undefined ? {} : { lead: block.lead }),
      ...(block.marker === undefined ? {} : { marker: block.marker.trim() }),
    })),
    definitions: page.source.definitions,
    mismatches: page.source.mismatches,
  };
}

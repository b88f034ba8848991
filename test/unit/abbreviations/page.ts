import { findDefinitions } from '../../../src/core/abbreviations/definitions.ts';
import type { Definition } from '../../../src/core/abbreviations/model.ts';
import type { Block } from '../../../src/core/newsletter/model.ts';

/** A reading text whose lines are its blocks: a line that opens with `# ` is a heading. */
export function pageOf(lines: readonly string[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = [];
  let text = '';
  for (const [line, raw] of lines.entries()) {
    const heading = raw.startsWith('# ');
    const content = heading ? raw.slice(2) : raw;
    const start = text.length;
    text += `${content}\n`;
    const level = heading ? { level: 2 as const } : {};
    const place = { start, end: start + content.length, firstLine: line, lastLine: line };
    blocks.push({ kind: heading ? 'heading' : 'paragraph', ...level, ...place, confidence: 1, reasons: [] });
  }
  return { text, blocks };
}

/** A definition on one line: `三会=听证会/协调会` or `三美两清=三美:甲/乙/丙;两清:丁/戊`, prose as `零碳园区~…`. */
export function show(definition: Definition): string {
  const { term, items, parts, explanation } = definition;
  if (items?.length) return `${term}=${items.join('/')}`;
  if (parts?.length) return `${term}=${parts.map((part) => `${part.term}:${part.items.join('/')}`).join(';')}`;
  return `${term}~${explanation ?? ''}`;
}

/** The definitions of a text given as lines joined by `|`, each shown on one line, miscounted ones aside. */
export function definitionsOf(source: string): string[] {
  const { text, blocks } = pageOf(source.split('|'));
  return findDefinitions(text, blocks)
    .definitions.filter((definition) => !definition.miscounted)
    .map(show);
}

/** The definitions with another number of items than the numeral says. */
export function miscountedOf(source: string): string[] {
  const { text, blocks } = pageOf(source.split('|'));
  return findDefinitions(text, blocks)
    .definitions.filter((definition) => definition.miscounted)
    .map(show);
}

/** The miscounts of a text given as lines joined by `|`: `四个到位 4: 思想到位/组织到位/措施到位`. */
export function mismatchesOf(source: string): string[] {
  const { text, blocks } = pageOf(source.split('|'));
  return findDefinitions(text, blocks).mismatches.map((m) => `${m.term} ${m.expected}: ${m.items.join('/')}`);
}

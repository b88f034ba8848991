import { readMarker, type MarkerKind } from '../../newsletter/markers.ts';
import type { Block } from '../../newsletter/model.ts';
import type { TextRange } from '../../text/range.ts';
import { numeralOf } from '../numerals.ts';
import type { Rule } from '../rule.ts';

/** The numbered kinds, outer first. Articles (第×条) count through the chapters and are no part of the order. */
const order: readonly MarkerKind[] = ['chapter', 'numeral', 'bracket-numeral', 'digit', 'bracket-digit', 'circled'];

interface Numbered {
  /** Index of the block it numbers. */
  readonly block: number;
  readonly ordinal: number;
  readonly range: TextRange;
  readonly text: string;
}

/** The marker's own number rewritten: 四、 → 三、, （4） → （3）, 第四章 → 第三章. Undefined where it cannot be written that way. */
function renumber(marker: string, ordinal: number): string | undefined {
  if (ordinal < 1 || ordinal > 99) return undefined;
  if (/[①-⑳]/.test(marker)) return ordinal <= 20 ? String.fromCharCode(0x245f + ordinal) : undefined;
  const written = marker.replace(/\d+|[〇一二三四五六七八九十百零]+/, (old) =>
    /\d/.test(old) ? String(ordinal) : numeralOf(ordinal),
  );
  return written === marker ? undefined : written;
}

/** True where a new count begins. A number above 1 with none before it belongs to a page that went on from another. */
function inOrder(ordinal: number, last: Numbered | undefined): boolean {
  return ordinal <= 1 || !last || ordinal === last.ordinal + 1;
}

function startsArticle(block: Block): boolean {
  return (block.kind === 'heading' && block.level === 1) || block.kind === 'byline' || block.kind === 'masthead';
}

/** A heading or paragraph whose number does not follow the one before it: 一、二、四、. A new article and an outer number start afresh. */
export const numberingSkipped: Rule = {
  code: 'numbering/skipped',
  defaultSeverity: 'hint',
  check({ reading: { text }, newsletter: { blocks } }, report) {
    const last = new Map<MarkerKind, Numbered>();
    // `3．10种` is the third entry of an appendix or a figure; in doubt nothing is missing.
    const stands = (ordinal: number, from: number, to: number) =>
      blocks.slice(from + 1, to).some((block) => text.startsWith(String(ordinal), block.start));
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'furniture') continue;
      const found = block.marker === undefined ? null : readMarker(text, block.start, block.end);
      const depth = found ? order.indexOf(found.kind) : -1;
      if (startsArticle(block) && depth < 0) last.clear();
      if (!found || depth < 0) continue;
      const range = {
        start: block.start,
        end: block.start + text.slice(block.start, block.start + found.length).trimEnd().length,
      };
      const here = { block: index, ordinal: found.ordinal, range, text: text.slice(range.start, range.end) };
      const before = last.get(found.kind);
      if (before && !inOrder(here.ordinal, before) && !stands(before.ordinal + 1, before.block, index)) {
        report(
          range,
          { message: '{0} does not follow {1}', args: [here.text, before.text] },
          {
            related: [{ message: 'The number before', range: before.range }],
            data: { marker: here.text, next: before.ordinal + 1 },
          },
        );
      }
      last.set(found.kind, here);
      for (const inner of order.slice(depth + 1)) last.delete(inner);
    }
  },
  fix({ range, data }) {
    const marker = renumber(String(data?.['marker']), Number(data?.['next']));
    if (marker === undefined) return [];
    return [{ title: { message: 'Number it {0}', args: [marker] }, edits: [{ ...range, text: marker }] }];
  },
};

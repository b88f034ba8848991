import { readMarker, type MarkerKind } from '../../newsletter/markers.ts';
import type { Block } from '../../newsletter/model.ts';
import type { TextRange } from '../../text/range.ts';
import { numeralOf } from '../numerals.ts';
import type { Rule } from '../rule.ts';

/** The numbered kinds, outer first. Articles (第×条) count through the chapters and are no part of the order. */
const order: readonly MarkerKind[] = ['chapter', 'numeral', 'bracket-numeral', 'digit', 'bracket-digit', 'circled'];

interface Numbered {
  readonly kind: MarkerKind;
  readonly ordinal: number;
  readonly marker: string;
  /** Index of the block it numbers. */
  readonly block: number;
  readonly range: TextRange;
}

/** The number a block carries; undefined where it carries none that stands in the order. */
function numberOfBlock(text: string, block: Block, index: number): Numbered | undefined {
  const { marker, start } = block;
  if (marker === undefined) return undefined;
  const found = readMarker(text, start, block.end);
  if (!found || !order.includes(found.kind)) return undefined;
  const range = { start, end: start + marker.length };
  return { kind: found.kind, ordinal: found.ordinal, marker, block: index, range };
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
  scope: 'document',
  check({ reading: { text }, newsletter: { blocks } }, report) {
    const last = new Map<MarkerKind, Numbered>();
    // `3．10种` may be the third entry of an appendix, or a figure: in doubt nothing is missing.
    const stands = (ordinal: number, from: number, to: number) =>
      blocks.slice(from + 1, to).some((block) => text.startsWith(String(ordinal), block.start));
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      const here = numberOfBlock(text, block, i);
      if (!here) {
        if (startsArticle(block)) last.clear();
        continue;
      }
      const { kind, range, marker } = here;
      const before = last.get(kind);
      if (before && !inOrder(here.ordinal, before) && !stands(before.ordinal + 1, before.block, i)) {
        report(
          range,
          { message: '{0} does not follow {1}', args: [marker, before.marker] },
          {
            related: [{ message: 'The number before', range: before.range }],
            data: { marker, next: before.ordinal + 1 },
          },
        );
      }
      last.set(kind, here);
      for (let inner = order.indexOf(kind) + 1; inner < order.length; inner++) last.delete(order[inner] as MarkerKind);
    }
  },
  fix({ range, data }) {
    const marker = renumber(String(data?.['marker']), Number(data?.['next']));
    if (marker === undefined) return [];
    return [{ title: { message: 'Number it {0}', args: [marker] }, edits: [{ ...range, text: marker }] }];
  },
};

import { readMarker, type MarkerKind } from '../../newsletter/markers.ts';
import type { Block } from '../../newsletter/model.ts';
import { movedRange, type TextRange } from '../../text/range.ts';
import { numeralOf } from '../numerals.ts';
import type { DocumentRule, Gathered } from '../rule.ts';

/** The numbered kinds, outer first. Articles (第×条) count through the chapters and are no part of the order. */
const order: readonly MarkerKind[] = ['chapter', 'numeral', 'bracket-numeral', 'digit', 'bracket-digit', 'circled'];

interface Numbered {
  /** Place of its kind in `order`. */
  readonly rank: number;
  readonly ordinal: number;
  readonly marker: string;
  /** Index of the block it numbers. */
  readonly block: number;
  readonly range: TextRange;
}

/** What one sheet tells. */
interface Facts {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The numbers it has, and `null` where an article starts. */
  readonly entries: readonly (Numbered | null)[];
}

/** A number and the sheet in which it stands. */
interface Placed {
  readonly number: Numbered;
  readonly sheet: number;
}

/** The number a block carries; undefined where it carries none that stands in the order. */
function numberOfBlock(text: string, block: Block, index: number): Numbered | undefined {
  const { marker, start } = block;
  if (marker === undefined) return undefined;
  const found = readMarker(text, start, block.end);
  const rank = found ? order.indexOf(found.kind) : -1;
  if (!found || rank < 0) return undefined;
  const range = { start, end: start + marker.length };
  return { rank, ordinal: found.ordinal, marker, block: index, range };
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
function inOrder(ordinal: number, last: Numbered): boolean {
  return ordinal <= 1 || ordinal === last.ordinal + 1;
}

function startsArticle(block: Block): boolean {
  return (block.kind === 'heading' && block.level === 1) || block.kind === 'byline' || block.kind === 'masthead';
}

/** True where a block between two numbers starts with `ordinal`: `3．10种` may be the third entry of an appendix, or a figure. */
function standsBetween(sheets: readonly Gathered<Facts>[], ordinal: string, from: Placed, to: Placed): boolean {
  for (let at = from.sheet; at <= to.sheet; at++) {
    const { text, blocks } = (sheets[at] as Gathered<Facts>).facts;
    const between = blocks.slice(
      at === from.sheet ? from.number.block + 1 : 0,
      at === to.sheet ? to.number.block : blocks.length,
    );
    if (between.some((block) => text.startsWith(ordinal, block.start))) return true;
  }
  return false;
}

/** A heading or paragraph whose number does not follow the one before it: 一、二、四、. A new article and an outer number start afresh. */
export const numberingSkipped: DocumentRule<Facts> = {
  code: 'numbering/skipped',
  defaultSeverity: 'hint',
  gather({ reading: { text }, newsletter: { blocks } }) {
    const entries: (Numbered | null)[] = [];
    for (const [i, block] of blocks.entries()) {
      const here = numberOfBlock(text, block, i);
      if (here) entries.push(here);
      else if (startsArticle(block)) entries.push(null);
    }
    return { text, blocks, entries };
  },
  conclude(sheets, report) {
    // The last number of each rank, outer ones first: an inner one goes when an outer one comes.
    let last: (Placed | undefined)[] = [];
    for (const [sheet, { facts, start }] of sheets.entries()) {
      for (const number of facts.entries) {
        if (!number) {
          last = [];
          continue;
        }
        const here = { number, sheet };
        const before = last[number.rank];
        last.length = number.rank;
        last[number.rank] = here;
        if (!before || inOrder(number.ordinal, before.number)) continue;
        // In doubt nothing is missing.
        if (standsBetween(sheets, String(before.number.ordinal + 1), before, here)) continue;
        const { marker, range, ordinal } = before.number;
        report(
          movedRange(number.range, start),
          { message: '{0} does not follow {1}', args: [number.marker, marker] },
          {
            related: [{ message: 'The number before', range: movedRange(range, sheets[before.sheet]?.start ?? 0) }],
            data: { marker: number.marker, next: ordinal + 1 },
          },
        );
      }
    }
  },
  fix({ range, data }) {
    const marker = renumber(String(data?.['marker']), Number(data?.['next']));
    if (marker === undefined) return [];
    return [{ title: { message: 'Number it {0}', args: [marker] }, edits: [{ ...range, text: marker }] }];
  },
};

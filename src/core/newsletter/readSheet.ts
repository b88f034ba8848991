import type { ReadingText } from '../text/readingText.ts';
import { buildBlocks, type RawBlock } from './blocks.ts';
import { cutInlineBylines } from './bylines.ts';
import { findFixedLines } from './fixedLines.ts';
import { headingConfidence } from './headingExtent.ts';
import { refineKinds } from './kinds.ts';
import { estimateLayout } from './layout.ts';
import { markedLead, skipMarker } from './leads.ts';
import { LineFlag, scanLines, type Lines } from './lines.ts';
import type { Marker } from './markers.ts';
import type { Block, Lead, Reason } from './model.ts';
import { titleOf } from './outline.ts';
import { plainLeads } from './plainLeads.ts';
import { segment } from './segment.ts';
import { withSheetMemory } from './sheetMemory.ts';

/** A block whose level is not known before the blocks around its sheet are, with what decides it. */
export interface Draft {
  /** Offsets and lines count from the start of the sheet; its lead has the level that the marker alone gives it. */
  readonly block: Block;
  readonly marker: Marker | null;
  /** A heading that is overprinted from end to end. */
  readonly bold: boolean;
  /** A heading that is overprinted, but not from end to end. */
  readonly partlyBold: boolean;
  /** A heading over several pieces of news in brief. */
  readonly rubric: boolean;
  /** A paragraph that breaks off inside a sentence. */
  readonly open: boolean;
  /** What the outline calls a heading or a lead; empty for others. */
  readonly title: string;
}

/** A page, or a stretch of a long text that is read like one: by itself, with its own layout. */
export interface Sheet {
  readonly reading: ReadingText;
  readonly drafts: readonly Draft[];
  /** Number of line breaks. */
  readonly breaks: number;
}

/** Reads one sheet: layout evidence → blocks and reading text. */
export function readSheet(raw: string): Sheet {
  return withSheetMemory(() => read(raw));
}

function read(raw: string): Sheet {
  const lines = scanLines(raw);
  const layout = estimateLayout(lines);
  const fixed = findFixedLines(lines, layout);
  const { reading, blocks } = buildBlocks(lines, layout, fixed, segment(lines, layout, fixed));
  const { text } = reading;
  cutInlineBylines(reading, lines, blocks);
  refineKinds(text, lines, blocks);
  const leads = findLeads(text, lines, blocks);
  const drafts = blocks.map((block, i) => draftOf(text, lines, block, leads.get(i)));
  return { reading, drafts, breaks: lines.breaks };
}

/** Run-in leads by block index. */
function findLeads(text: string, lines: Lines, blocks: readonly RawBlock[]): Map<number, Lead> {
  const leads = plainLeads(text, lines, blocks);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as RawBlock;
    const lead = block.kind === 'paragraph' ? (markedLead(text, block) ?? leads.get(i)) : undefined;
    if (lead && !goesOnList(text, block, blocks[i - 1])) leads.set(i, lead);
    else leads.delete(i);
  }
  dropLoneSentences(blocks, leads);
  return leads;
}

/** Numbered sentences that stand alone are no leads where most of their siblings are none. */
function dropLoneSentences(blocks: readonly RawBlock[], leads: Map<number, Lead>): void {
  if (!leads.size) return;
  const numbered: number[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { kind, marker } = blocks[i] as RawBlock;
    if (kind === 'paragraph' && marker?.ordinal) numbered.push(i);
  }
  const refused = new Map<string, number>();
  for (const i of numbered) {
    const kind = (blocks[i] as RawBlock).marker?.kind as string;
    refused.set(kind, (refused.get(kind) ?? 0) + (leads.has(i) ? -1 : 1));
  }
  for (const i of numbered) {
    const { marker, end } = blocks[i] as RawBlock;
    const lead = leads.get(i);
    if (lead && end - lead.range.end <= 1 && (refused.get(marker?.kind as string) ?? 0) > 0) leads.delete(i);
  }
}

/** （三）… after （二）…； is the last item of a list, not a heading. */
function goesOnList(text: string, block: RawBlock, before: RawBlock | undefined): boolean {
  const ordinal = block.marker?.ordinal ?? 0;
  return ordinal > 1 && before?.kind === 'paragraph' && '；;'.includes(text[before.end - 1] ?? '。');
}

function draftOf(text: string, lines: Lines, raw: RawBlock, lead: Lead | undefined): Draft {
  const heading = raw.kind === 'heading';
  const { marker } = raw;
  const block: Block = {
    kind: raw.kind,
    start: raw.start,
    end: raw.end,
    firstLine: lines.number[raw.from] as number,
    lastLine: lines.number[raw.to] as number,
    confidence: heading ? headingConfidence(lines, raw.odds, raw.from, raw.to) : 0.9,
    reasons: reasonsOf(lines, raw, lead),
    lead,
    level: undefined,
    marker: marker && marker.kind !== 'hash' ? text.slice(raw.start, skipMarker(text, raw)).trim() : undefined,
    jump: raw.kind === 'jump' ? readJump(text.slice(raw.start, raw.end)) : undefined,
  };
  const bold = heading && isOverprinted(lines, raw);
  return {
    block,
    marker,
    bold,
    partlyBold: heading && !bold && lines.doubled.has(raw.from),
    rubric: raw.rubric ?? false,
    open: !'。！？：；”’）…'.includes(text[raw.end - 1] ?? '。'),
    title: heading ? titleOf(text, raw) : lead ? titleOf(text, lead.range) : '',
  };
}

/** True where a heading is overprinted from end to end; a part of it may be so by accident. */
function isOverprinted(lines: Lines, block: RawBlock): boolean {
  for (let i = block.from; i <= block.to; i++) {
    const length = (lines.end[i] as number) - (lines.start[i] as number);
    if ((lines.doubled.get(i)?.length ?? 0) * 2 < length * 0.75) return false;
  }
  return true;
}

function readJump(text: string): NonNullable<Block['jump']> {
  const page = /[A-Z]?[\d０-９一二三四五六七八九十]+/u.exec(text.replace(/\s/gu, ''));
  return { direction: text.includes('接') ? 'from' : 'to', page: page?.[0] ?? '' };
}

const none: readonly Reason[] = [];

function reasonsOf(lines: Lines, raw: RawBlock, lead: Lead | undefined): readonly Reason[] {
  if (raw.kind === 'jump') return ['jump-line'];
  if (raw.kind === 'byline') return ['byline'];
  if (lead)
    return [
      raw.marker
        ? raw.marker.kind === 'bullet' || raw.marker.kind === 'dash'
          ? 'bullet'
          : 'numbering'
        : 'opening-sentence',
    ];
  if (raw.kind !== 'heading') return none;
  const flags = lines.flags[raw.from] as number;
  const reasons: Reason[] = [];
  if (raw.marker) reasons.push(raw.marker.kind === 'hash' ? 'marked' : 'numbering');
  if (raw.to > raw.from && lines.width[raw.from] === lines.width[raw.to]) reasons.push('couplet');
  if (flags & LineFlag.Doubled) reasons.push('doubled');
  if (flags & LineFlag.Spaced) reasons.push('spaced');
  if ((lines.gap[raw.from] as number) > 0 || raw.from === 0) reasons.push(raw.from === 0 ? 'first-line' : 'set-apart');
  if (!reasons.length) reasons.push('short-line');
  return reasons;
}

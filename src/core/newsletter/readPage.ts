import type { ReadingText } from '../text/readingText.ts';
import { buildBlocks, type RawBlock } from './blocks.ts';
import { cutInlineBylines } from './bylines.ts';
import { findFixedLines } from './fixedLines.ts';
import { refineKinds } from './kinds.ts';
import { estimateLayout } from './layout.ts';
import { markedLead, skipMarker } from './leads.ts';
import { assignLevels } from './levels.ts';
import { LineFlag, scanLines, type Lines } from './lines.ts';
import { plainLeads } from './plainLeads.ts';
import type { Block, HeadingLevel, Lead, Newsletter, Reason } from './model.ts';
import { buildOutline, titleOf } from './outline.ts';
import { headingConfidence } from './evidence.ts';
import { segment } from './segment.ts';

/** The reading text of a raw page and the tree in it. */
export interface Page {
  readonly reading: ReadingText;
  readonly newsletter: Newsletter;
}

/** Reads a page: layout evidence → blocks and reading text → levels → outline. `raw` is any string; nothing is thrown. */
export function readPage(raw: string): Page {
  const lines = scanLines(raw);
  const layout = estimateLayout(lines);
  const fixed = findFixedLines(lines, layout);
  const { reading, blocks: rawBlocks } = buildBlocks(lines, layout, fixed, segment(lines, layout, fixed));
  const { text } = reading;
  cutInlineBylines(reading, lines, rawBlocks);
  refineKinds(text, lines, rawBlocks);
  const levels = assignLevels(text, lines, rawBlocks);
  const leads = findLeads(text, lines, rawBlocks, levels.level);
  const blocks = rawBlocks.map((block, i) => finishBlock(text, lines, block, levels.level.get(i), leads.get(i)));
  const outline = buildOutline(text, blocks, levels);
  const titled = blocks.find((block) => block.kind === 'masthead' || block.kind === 'heading');
  const title = outline.find((node) => node.kind === 'article')?.title ?? (titled ? titleOf(text, titled) : '');
  return { reading, newsletter: { title, blocks, outline } };
}

/** Run-in leads by block index. An unnumbered marker lies one level below the numbered heading it stands under. */
function findLeads(
  text: string,
  lines: Lines,
  blocks: readonly RawBlock[],
  levels: ReadonlyMap<number, HeadingLevel>,
): Map<number, Lead> {
  const leads = new Map<number, Lead>();
  const plain = plainLeads(text, lines, blocks);
  let above: HeadingLevel = 2;
  for (const [i, block] of blocks.entries()) {
    const level = levels.get(i);
    if (level) above = level;
    if (block.kind !== 'paragraph') continue;
    const lead = markedLead(text, block) ?? plain.get(i);
    if (!lead || goesOnList(text, block, blocks[i - 1])) continue;
    const numbered = block.marker && block.marker.kind !== 'bullet' && block.marker.kind !== 'dash';
    if (numbered) above = lead.level;
    const own = numbered ? lead.level : (Math.min(6, Math.max(3, above + 1)) as HeadingLevel);
    leads.set(i, { range: lead.range, level: own });
  }
  return leads;
}

/** （三）… after （二）…； is the last item of a list, not a heading. */
function goesOnList(text: string, block: RawBlock, before: RawBlock | undefined): boolean {
  const ordinal = block.marker?.ordinal ?? 0;
  return ordinal > 1 && before?.kind === 'paragraph' && '；;'.includes(text[before.end - 1] ?? '。');
}

function finishBlock(
  text: string,
  lines: Lines,
  raw: RawBlock,
  level: HeadingLevel | undefined,
  lead: Lead | undefined,
): Block {
  return {
    kind: raw.kind,
    start: raw.start,
    end: raw.end,
    firstLine: lines.number[raw.from] as number,
    lastLine: lines.number[raw.to] as number,
    confidence: raw.kind === 'heading' ? headingConfidence(lines, raw.odds, raw.from, raw.to) : 0.9,
    reasons: reasonsOf(lines, raw, lead),
    ...(level && raw.kind === 'heading' ? { level } : {}),
    ...(lead ? { lead } : {}),
    ...(raw.marker && raw.marker.kind !== 'hash'
      ? { marker: text.slice(raw.start, skipMarker(text, raw)).trim() }
      : {}),
    ...(raw.kind === 'jump' ? { jump: readJump(text.slice(raw.start, raw.end)) } : {}),
  };
}

function readJump(text: string): NonNullable<Block['jump']> {
  const page = /[A-Z]?[\d０-９一二三四五六七八九十]+/u.exec(text.replace(/\s/gu, ''));
  return { direction: text.includes('接') ? 'from' : 'to', page: page?.[0] ?? '' };
}

function reasonsOf(lines: Lines, raw: RawBlock, lead: Lead | undefined): Reason[] {
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
  if (raw.kind !== 'heading') return [];
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

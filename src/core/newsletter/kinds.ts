import type { RawBlock } from './blocks.ts';
import { markKickers } from './kickers.ts';
import { LineFlag, type Lines } from './lines.ts';

/** What a caption can start with, white space aside. */
const opensCaption = '▲▼△◆■●（(【图上下左右题';
const captionStart = /^[▲▼△◆■●（(【]?\s?(?:图为|图片为|上图|下图|左图|右图|题图|图[①②③④⑤⑥一二三四五六\d]{0,2}[：:])/u;
const occasion = /^[（(]?[12]\d{3}年\d{1,2}月\d{1,2}日.{0,40}(?:上|会议|大会|报告|讲话)[）)]?$/u;
const paperName =
  /(?:简报|快报|专报|日报|晚报|周报|月报|旬报|早报|时报|通讯|动态|快讯|简讯|信息|专刊|报|刊|讯|之窗|之声|园地|文苑)$/u;

/**
 * Names the kinds that depend on what stands around a block: the masthead over the first headline, a subtitle with its dash,
 * captions. Changes the blocks in place.
 */
export function refineKinds(text: string, lines: Lines, blocks: RawBlock[]): void {
  markMasthead(text, lines, blocks);
  markKickers(text, lines, blocks);
  let underHeadline = false;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as RawBlock;
    if (block.kind === 'heading' && isVerse(text, lines, blocks, i)) block.kind = 'verse';
    if (isCaption(text, block)) block.kind = 'caption';
    if (underHeadline && isSubtitle(text, block)) block.kind = 'subhead';
    // Authors and jump lines stand between a headline and its subtitle.
    if (block.kind === 'heading') underHeadline = !block.marker;
    else if (block.kind === 'paragraph' || block.kind === 'verse') underHeadline = false;
  }
}

const recital = /(?:诗|词|歌|联|首|标语|口号|横幅|民谣|谚语|顺口溜|写道|唱道|念道|吟)[^。：]{0,6}[：:]\s*$/u;

/**
 * Lines of one length are verse where the sentence before says that some follow; four and more also where a colon or nothing that
 * they could head stands beside them. Otherwise they are a heading of many lines.
 */
function isVerse(text: string, lines: Lines, blocks: readonly RawBlock[], index: number): boolean {
  const block = blocks[index] as RawBlock;
  const before = blocks[index - 1];
  const count = block.to - block.from + 1;
  if (count < 2 || block.marker) return false;
  const opening = before?.kind === 'paragraph' ? text.slice(Math.max(before.start, before.end - 16), before.end) : '';
  if (recital.test(opening)) return true;
  const announced = before?.kind === 'paragraph' && /[：:]\s*$/u.test(opening);
  if (count < 4 && !(announced && isParted(lines, block))) return false;
  const width = lines.width[block.from] as number;
  for (let i = block.from + 1; i <= block.to; i++) if (lines.width[i] !== width) return false;
  const next = blocks[index + 1];
  return announced || !next || (next.kind !== 'paragraph' && next.kind !== 'jump');
}

/** 多种一亩粮 多添一分底气: every line of the block has halves. */
function isParted(lines: Lines, { from, to }: RawBlock): boolean {
  for (let i = from; i <= to; i++) if (!((lines.flags[i] as number) & LineFlag.Space)) return false;
  return true;
}

/** ——记全区“三美”建设, 2026年1月8日在镇第三次代表大会上: a line without a full stop under a headline says what it is about. */
function isSubtitle(text: string, block: RawBlock): boolean {
  if ((block.kind !== 'heading' && block.kind !== 'paragraph') || block.to - block.from > 1) return false;
  const own = text.slice(block.start, block.end);
  if (/[。；！？]/u.test(own) || own.length > 60) return false;
  return block.marker?.kind === 'dash' || occasion.test(own);
}

/** 图为…, or a short line behind ▲ that is no sentence. */
function isCaption(text: string, { kind, start, end }: RawBlock): boolean {
  if (kind !== 'paragraph' && kind !== 'heading') return false;
  // All white space lies below the ideographs.
  if (text.charCodeAt(start) > 0x3000 && !opensCaption.includes(text[start] as string)) return false;
  if (captionStart.test(text.slice(start, start + 12))) return true;
  return '▲▼△'.includes(text[start] as string) && end - start <= 40 && !/[。；]/u.test(text.slice(start, end));
}

const issuing: ReadonlySet<string> = new Set(['furniture', 'signature', 'masthead']);

/** The paper's own name stands before everything else, with an issue number or a date below it and the headline after that. */
function markMasthead(text: string, lines: Lines, blocks: RawBlock[]): void {
  const first = blocks.findIndex((block) => block.kind !== 'furniture' && block.kind !== 'jump');
  const head = blocks[first];
  if (!head || head.kind !== 'heading' || head.marker) return;
  const name = text.slice(head.start, head.end).replace(/\s/gu, '');
  const spaced = ((lines.flags[head.from] as number) & LineFlag.Spaced) !== 0;
  if (name.length > 14 || !(paperName.test(name) || spaced)) return;
  const next = blocks.slice(first + 1).find((block) => !issuing.has(block.kind));
  const issued = issuing.has(blocks[first + 1]?.kind ?? 'paragraph');
  if (issued && next?.kind === 'heading') head.kind = 'masthead';
}

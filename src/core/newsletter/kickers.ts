import type { RawBlock } from './blocks.ts';
import { LineFlag, type Lines } from './lines.ts';
import { isNewsInBrief } from './rubrics.ts';

const says =
  /(?:指出|强调|要求|表示|侧记|综述|纪实|回访|巡礼|走笔|之[一二三四五六七八九十]|[·•：:])$|[·•]|^(?:附件|附录|附)[\d一二三四五六七八九十]{0,2}[：:]?$/u;
const column =
  /^(?:短讯|简讯|要闻|要讯|快讯|动态|评论|社论|时评|专题|特写|人物|故事|基层动态|一线|言论|副刊)|(?:动态|快报|短讯|简讯|风采|连线|论坛|之窗|奋斗者|故事|人物|专栏)$/u;

/**
 * A line over the headline (引题) has no text of its own: it says who speaks or which column of the paper this is. Names such
 * headings kickers, in place, where they and the headline under them look like that and not like a headline over its sections.
 * A rubric over several pieces of news stays a heading and is named as such.
 */
export function markKickers(text: string, lines: Lines, blocks: readonly RawBlock[]): void {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as RawBlock;
    if (block.kind !== 'heading' || block.marker) continue;
    const next = blocks[i + 1];
    if (next?.kind !== 'heading' || next.marker) continue;
    if (isRubric(text, lines, blocks, i)) {
      block.rubric = true;
      continue;
    }
    if (opensSection(blocks, i)) continue;
    if (kickerOdds(text, lines, blocks, i) > 0) block.kind = 'kicker';
  }
}

/** 一周简讯 over several short pieces of news whose headlines are set alike; over one article it is a kicker. */
function isRubric(text: string, lines: Lines, blocks: readonly RawBlock[], i: number): boolean {
  const { start, end } = blocks[i] as RawBlock;
  if (!isNewsInBrief(text.slice(start, end).replace(/\s/gu, ''))) return false;
  const first = blocks[i + 1] as RawBlock;
  if (blocks[i + 2]?.kind !== 'paragraph') return false;
  const others = headingsFrom(blocks, i + 2);
  const alike = others.filter(
    (each) =>
      isBold(lines, each) === isBold(lines, first) &&
      (each.end - each.start > longSection || isLike(lines, first, each)),
  );
  return alike.length > 0 && alike.length * 2 >= others.length;
}

/** The headings without a number from a block on. */
const headingsFrom = (blocks: readonly RawBlock[], from: number) =>
  blocks.slice(from).filter(({ kind, marker }) => kind === 'heading' && !marker);

/** Sections of an article are seldom longer, in characters; pieces of news mostly are. */
const longSection = 9;

const isBold = (lines: Lines, block: RawBlock) => ((lines.flags[block.from] as number) & LineFlag.Bold) !== 0;

/** True where text of an article stands before the heading: then it is a section with its subsection. */
function opensSection(blocks: readonly RawBlock[], i: number): boolean {
  for (let at = i - 1; at >= 0; at--) {
    const { kind } = blocks[at] as RawBlock;
    if (kind === 'byline' || kind === 'signature') return false;
    if (kind !== 'furniture' && kind !== 'masthead' && kind !== 'jump') return true;
  }
  return false;
}

function kickerOdds(text: string, lines: Lines, blocks: readonly RawBlock[], i: number): number {
  const block = blocks[i] as RawBlock;
  const headline = blocks[i + 1] as RawBlock;
  const own = text.slice(block.start, block.end).replace(/\s/gu, '');
  const length = headline.end - headline.start;
  let odds = -1.5;
  if (says.test(own)) odds += 3;
  if (column.test(own)) odds += 3;
  if (own.length <= 8) odds += 0.7;
  const under = blocks[i + 2];
  if (under?.kind === 'byline' || under?.kind === 'subhead' || under?.marker?.kind === 'dash') odds += 1.5;
  if (own.length < length) odds += 0.5;
  else odds -= 1.5;
  if (isBold(lines, headline) && !isBold(lines, block)) odds += 2;
  else if (isBold(lines, block) && !isBold(lines, headline)) odds -= 3;
  const sections = headingsFrom(blocks, i + 2);
  const alike = sections.filter((each) => isLike(lines, headline, each)).length;
  if (sections.length > 0) odds += alike * 2 >= sections.length ? -2 : 0.7;
  return odds;
}

/** Headings of one rank are mostly set alike: as many lines, about as long. */
function isLike(lines: Lines, a: RawBlock, b: RawBlock): boolean {
  if (a.to > a.from && b.to > b.from) return true;
  if (a.to - a.from !== b.to - b.from) return false;
  return Math.abs((lines.width[a.from] as number) - (lines.width[b.from] as number)) <= 6;
}

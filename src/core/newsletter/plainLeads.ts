import type { RawBlock } from './blocks.ts';
import { sentenceEnd } from './leads.ts';
import { LineFlag, type Lines } from './lines.ts';
import type { Lead } from './model.ts';

const longestSimple = 22;
const longestPaired = 34;
const shortest = 4;

/** 各位代表！ opens a speech, not a section. */
const address = /^(?:各位|同志们|朋友们|女士们|乡亲们|居民朋友)[^。]{0,8}[！：，,!:]/u;
/** Words that tell a story or speak to somebody: a heading has none of them. */
const narrative =
  /(?:了|着|(?<!不)是(?!非)|[吗呢吧啦]|我|你|他|她|它|这|那|[去今昨明]年|[昨今当]天|日前|近日|记者|(?<!不)过(?!程|硬|关|渡|剩)|一[个名位条场]|\d)/u;

/** An opening sentence that might be an unnumbered heading (重点产业持续发展。加强…). */
interface Candidate {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Log-odds from its own wording. */
  readonly odds: number;
  /** It is one clause. */
  readonly simple: boolean;
}

/** The paragraphs between two headings. */
interface Section {
  /** The heading above carries a number. */
  numbered: boolean;
  /** Paragraphs without a marker, addresses aside. */
  paragraphs: number;
  /** The blocks of the first and the last of them: an introduction or an outlook, where they open with no candidate. */
  first: number;
  last: number;
  candidates: Candidate[];
}

function candidateAt(text: string, lines: Lines, block: RawBlock, index: number): Candidate | null {
  const { start } = block;
  const end = sentenceEnd(text, start, Math.min(block.end, start + longestPaired + 1));
  const length = end - start;
  if (end < 0 || text[end] !== '。' || length < shortest) return null;
  if (block.end - end - 1 < Math.max(12, length)) return null;
  if ((lines.flags[block.from] as number) & LineFlag.BoldStart) return { index, start, end, odds: 8, simple: true };
  const own = text.slice(start, end);
  const clauses = own.replace(/[“《（][^”》）]{0,200}[”》）]/gu, '').split(/[，；：]/u).length;
  if (clauses > 2 || own.includes('：')) return null;
  const simple = clauses === 1 && length <= longestSimple;
  let odds = simple ? 0 : -1;
  if (narrative.test(own)) odds -= 3;
  if (length >= 6 && length <= 16) odds += 0.5;
  return { index, start, end, odds, simple };
}

function sectionsOf(text: string, lines: Lines, blocks: readonly RawBlock[]): Section[] {
  let section = emptySection();
  const sections = [section];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as RawBlock;
    if (block.kind === 'jump' || block.kind === 'furniture') continue;
    if (block.kind !== 'paragraph' || block.marker) {
      if (section.paragraphs) sections.push((section = emptySection()));
      section.numbered = block.marker !== null;
      continue;
    }
    if (address.test(text.slice(block.start, block.start + 12))) continue;
    section.paragraphs++;
    const candidate = candidateAt(text, lines, block, index);
    if (candidate) section.candidates.push(candidate);
    if (section.paragraphs === 1) section.first = index;
    section.last = index;
  }
  const found = sections.filter(({ candidates }) => candidates.length > 0);
  for (const section of found) section.candidates = ofOneKind(section.candidates);
  return found;
}

/** Sentences of two clauses are none of the leads where most are of one. */
function ofOneKind(candidates: Candidate[]): Candidate[] {
  const simple = candidates.filter((each) => each.simple);
  return simple.length * 2 > candidates.length ? simple : candidates;
}

const emptySection = (): Section => ({
  numbered: false,
  paragraphs: 0,
  first: -1,
  last: -1,
  candidates: [],
});

/** Log-odds that the opening sentences of a section are headings: they agree with one another, or they are only sentences. */
function oddsOf({ numbered, paragraphs, candidates, first, last }: Section): number {
  const count = candidates.length;
  let odds = candidates.reduce((sum, each) => sum + each.odds, 0) / count + (numbered ? 1 : -1.5);
  const ends = count >= 3 ? Number(candidates[0]?.index !== first) + Number(candidates.at(-1)?.index !== last) : 0;
  const without = Math.max(0, paragraphs - count - ends);
  if (without === 0) odds += 1;
  else if (without > 1 || count < 2) odds -= 1 + (3 * without) / paragraphs;
  if (count >= 3) odds += 1;
  else if (count === 1) odds -= 4;
  const lengths = candidates.map((each) => each.end - each.start);
  const spread = Math.max(...lengths) - Math.min(...lengths);
  if (count > 1 && spread <= 4) odds += 0.5;
  // Two statements in a row are not rare.
  if (count === 2) odds -= candidates[0]?.simple !== candidates[1]?.simple ? 3 : spread > 1 ? 0.8 : 0;
  if (count > 2 && spread <= 1) odds += 1.5;
  return odds;
}

/**
 * Unnumbered leads are believed where neighbours agree: the paragraphs between two headings all open with a short sentence that
 * tells no story. Where a page has many of them, the same is expected of its other sections.
 */
export function plainLeads(text: string, lines: Lines, blocks: readonly RawBlock[]): Map<number, Lead> {
  const found = new Map<number, Lead>();
  const sections = sectionsOf(text, lines, blocks);
  const odds = sections.map(oddsOf);
  const sure = sections.filter((_, i) => (odds[i] as number) > 0.5);
  const many = sure.reduce((sum, { candidates }) => sum + candidates.length, 0) >= 4 ? 1.2 : 0;
  for (const [i, section] of sections.entries()) {
    const bonus = section.numbered ? many : 0;
    for (const { index, start, end, odds: own } of section.candidates) {
      if (own < 5 && ((odds[i] as number) + bonus <= 0 || own <= -2)) continue;
      found.set(index, { range: { start, end }, level: 3 });
    }
  }
  return found;
}

import type { Analysis } from '../../../src/core/analysis.ts';
import type { OutlineNode } from '../../../src/core/newsletter/model.ts';
import { titleOf } from '../../../src/core/newsletter/outline.ts';
import type { SourceBlock } from './model.ts';
import type { SimulatedPage } from './page.ts';

/** Things asked for, found, and found without being asked for. */
export interface Tally {
  asked: number;
  hit: number;
  extra: number;
}

/** How well a page was read. */
export interface PageScore {
  readonly outline: Tally;
  /** Of the entries that were found, those under the right parent. */
  readonly nesting: Tally;
  readonly paragraphs: Tally;
  /** Wrong, missing or surplus characters of the reading text, as `asked` less `hit`. */
  readonly text: Tally;
  readonly definitions: Tally;
  readonly counts: Tally;
  /** What went wrong, in words. */
  readonly faults: readonly string[];
}

/** F1 of a tally; 1 where nothing was asked and nothing found. */
export const f1 = ({ asked, hit, extra }: Tally): number =>
  asked + hit + extra === 0 ? 1 : (2 * hit) / (asked + hit + extra);

const tight = (text: string) => text.replace(/[\s\ufeff]+/gu, '').replace(/[—―]{2,}/gu, '——');
const marker =
  /^(?:[—―-]{2,}|[●◆▲★■◎•·]|第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+[、是要]|[（(][一二三四五六七八九十\d]+[）)]|[\d①-⑩]+[.．、)]?(?!\d))/u;
const bare = (text: string) =>
  tight(text)
    .replace(marker, '')
    .replace(/[。：；，、:]+$/u, '');

interface Wanted {
  readonly title: string;
  /** Undefined where any parent will do: after a byline the article is over. */
  readonly parent: string | undefined;
}

function wantedOutline(blocks: readonly SourceBlock[]): Wanted[] {
  const wanted: Wanted[] = [];
  const stack: { title: string; level: number }[] = [];
  let closed = false;
  for (const block of blocks) {
    if (block.kind === 'byline') closed = true;
    const title = block.kind === 'heading' ? block.lines.join(' ') : block.lead;
    if (title === undefined) continue;
    const level = block.level ?? 3;
    if (level === 1) closed = false;
    while (stack.length > 0 && (stack.at(-1) as { level: number }).level >= level) stack.pop();
    wanted.push({ title: bare(title), parent: closed ? undefined : stack.at(-1)?.title });
    stack.push({ title: bare(title), level });
  }
  return wanted;
}

interface Found {
  readonly title: string;
  readonly parent: string;
  used: boolean;
}

function foundOutline(nodes: readonly OutlineNode[], parent = ''): Found[] {
  return nodes.flatMap((node) => {
    const own = node.kind === 'continuation' ? [] : [{ title: bare(node.title), parent, used: false }];
    return [...own, ...foundOutline(node.children, bare(node.title))];
  });
}

function scoreOutline(page: SimulatedPage, analysis: Analysis, faults: string[]): [Tally, Tally] {
  const found = foundOutline(analysis.newsletter.outline);
  const outline = { asked: 0, hit: 0, extra: 0 };
  const nesting = { asked: 0, hit: 0, extra: 0 };
  for (const { title, parent } of wantedOutline(page.source.blocks)) {
    outline.asked++;
    const match = found.find((one) => !one.used && one.title === title);
    if (!match) {
      faults.push(`missed ${title}`);
      continue;
    }
    match.used = true;
    outline.hit++;
    nesting.asked++;
    if (parent === undefined || match.parent === parent) nesting.hit++;
    else faults.push(`${title} under ${match.parent || 'nothing'}, not ${parent}`);
  }
  const neutral = page.source.blocks
    .filter(({ kind }) => kind === 'kicker' || kind === 'subhead' || kind === 'byline' || kind === 'jump')
    .map(({ lines }) => bare(lines.join('')));
  for (const one of found) {
    if (one.used || neutral.some((text) => text.includes(one.title) || one.title.includes(text))) continue;
    outline.extra++;
    faults.push(`extra ${one.title}`);
  }
  return [outline, nesting];
}

const edges = (texts: readonly string[]) =>
  texts.slice(1).map((text, i) => `${(texts[i] as string).slice(-5)}|${text.slice(0, 5)}`);

function readTexts({ reading, newsletter }: Analysis): string[] {
  return newsletter.blocks
    .filter((block) => block.kind !== 'furniture')
    .map((block) => tight(titleOf(reading.text, block)))
    .filter(Boolean);
}

function compareLists(wanted: readonly string[], got: readonly string[], faults: string[], name: string): Tally {
  const rest = [...wanted];
  const tally = { asked: wanted.length, hit: 0, extra: 0 };
  for (const one of got) {
    const at = rest.indexOf(one);
    if (at >= 0) {
      rest.splice(at, 1);
      tally.hit++;
    } else {
      tally.extra++;
      faults.push(`${name} extra ${one}`);
    }
  }
  for (const one of rest) faults.push(`${name} missed ${one}`);
  return tally;
}

function scoreParagraphs(page: SimulatedPage, analysis: Analysis, faults: string[]): Tally {
  const kept = page.source.blocks.filter((block) => block.kind !== 'furniture');
  const wanted = edges(kept.map((block) => tight(block.lines.join(''))));
  const taste = new Set(
    kept.flatMap((block) => (block.kind === 'paragraph' ? leadEdges(block) : edges(block.lines.map(tight)))),
  );
  const got = edges(readTexts(analysis)).filter((edge) => !taste.has(edge));
  return compareLists(wanted, got, faults, 'paragraph');
}

/** A run-in lead may be a block of its own. */
function leadEdges({ lines, lead }: SourceBlock): string[] {
  if (lead === undefined) return [];
  const text = tight(lines.join(''));
  const end = text.indexOf(tight(lead)) + tight(lead).length;
  return [end, end + 1].map((at) => `${text.slice(Math.max(0, at - 5), at)}|${text.slice(at, at + 5)}`);
}

/** Characters of `wanted` that differ, by what both share at their ends and, between, by a greedy comparison. */
function textErrors(wanted: string, got: string): number {
  let start = 0;
  while (start < wanted.length && wanted[start] === got[start]) start++;
  let end = 0;
  const most = Math.min(wanted.length, got.length) - start;
  while (end < most && wanted.at(-1 - end) === got.at(-1 - end)) end++;
  const left = wanted.slice(start, wanted.length - end);
  const right = got.slice(start, got.length - end);
  if (left === '' || right === '' || left.length * right.length > 4e6) return Math.max(left.length, right.length);
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let k = 1; k <= right.length; k++) {
      const same = left[i - 1] === right[k - 1] ? 0 : 1;
      next.push(Math.min((row[k] as number) + 1, (next[k - 1] as number) + 1, (row[k - 1] as number) + same));
    }
    row = next;
  }
  return row[right.length] as number;
}

function scoreText(page: SimulatedPage, analysis: Analysis, faults: string[]): Tally {
  const kept = page.source.blocks.filter((block) => block.kind !== 'furniture');
  const wanted = tight(kept.map((block) => block.lines.join('')).join(''));
  const furniture = page.source.blocks
    .filter((block) => block.kind === 'furniture')
    .map((block) => tight(block.lines.join('')));
  const got = readTexts(analysis)
    .filter((text) => !furniture.includes(text))
    .join('');
  const errors = textErrors(wanted, got);
  if (errors > 0) faults.push(`text ${errors} characters`);
  return { asked: wanted.length, hit: wanted.length - errors, extra: 0 };
}

type Stated = { term: string; items?: readonly string[]; parts?: readonly Stated[] };
const statements = (all: readonly Stated[]): string[] =>
  all.flatMap(({ term, items, parts }) => [
    ...(items?.length ? [`${term}=${items.join('、')}`] : []),
    ...(parts ? statements(parts) : []),
  ]);

/** Scores what was read of a page against what its author meant. */
export function scorePage(page: SimulatedPage, analysis: Analysis): PageScore {
  const faults: string[] = [];
  const [outline, nesting] = scoreOutline(page, analysis, faults);
  return {
    outline,
    nesting,
    paragraphs: scoreParagraphs(page, analysis, faults),
    text: scoreText(page, analysis, faults),
    definitions: compareLists(
      statements(page.source.definitions),
      [...new Set(statements(analysis.definitions))],
      faults,
      'definition',
    ),
    counts: compareLists(
      page.source.mismatches.map(({ term }) => term),
      analysis.mismatches.map(({ term }) => term),
      faults,
      'count',
    ),
    faults,
  };
}

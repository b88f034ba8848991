import type { TextRange } from '../text/range.ts';
import { fitCounted, listOf, noFit, spell, withLast, type Fit } from './fit.ts';
import { bare, isItem, readList } from './items.ts';
import { firstOf, holdsConjunction, splitAt } from './lists.ts';
import type { Expansion, TermPart } from './model.ts';
import { labelledFit } from './labelled.ts';
import { countedNoun, type CountedPart, type NumericTerm } from './numerals.ts';

/** Fits a stretch to a term: to its one count, or part by part where it is a composite or a code. */
export function fitTerm(text: string, range: TextRange, term: NumericTerm): Fit {
  const [only] = term.parts;
  if (term.parts.length === 1 && only) return fitCounted(text, range, only.count);
  const labelled = labelledFit(text, range, term);
  if (labelled) return labelled;
  const figures = term.kind === 'code' ? fitFigures(text, range, term) : null;
  if (figures) return figures;
  return fitPairs(text, range, term) ?? fitGroups(text, range, term) ?? fitFlat(text, range, term) ?? noFit;
}

/** “1+1+N”, “123”: the last clauses, one for each figure and each naming it, alone (第1小时) or as a share (占30%). */
function fitFigures(text: string, range: TextRange, { parts }: NumericTerm): Fit | null {
  for (const separators of ['，,；;', '、，,；;', '、']) {
    const pieces = splitAt(text, range.start, range.end, separators).slice(-parts.length);
    if (pieces.length !== parts.length) continue;
    const items = pieces.map((piece) => text.slice(piece.start, piece.end));
    if (!items.every((item) => isItem(item, 80))) continue;
    if (parts.every(({ term }, i) => figureIn(term).test(items[i] as string))) {
      return { kind: 'exact', parts: parts.map(({ term }, i) => ({ term, items: [items[i] as string] })) };
    }
    const shares = parts.every(
      ({ term }, i) => /^\d$/.test(term) && new RegExp(`(?<!\\d)${term}0*[%％成]`).test(items[i] as string),
    );
    if (shares) return { kind: 'exact', items: items.map(shareOf) };
  }
  return null;
}

/** 形成以｜农户占60%｜的格局, but all of 60%的收益归农户. */
const shareOf = (item: string): string =>
  /^\d/.test(item) ? item : (/[^，以]{0,60}?\d{1,12}[%％成]/.exec(item)?.[0] ?? item);

const chinese = '零一二三四五六七八九';

/** Where a text has a figure, in digits or in words: 10分钟, 十分钟, 两支队伍. */
function figureIn(figure: string): RegExp {
  const tens = /^[1-9]0$/.test(figure) ? `${figure === '10' ? '' : chinese[Number(figure[0])]}十` : '';
  const word = figure === '2' ? '[二两双]' : /^\d$/.test(figure) ? chinese[Number(figure)] : tens;
  const written = word ? `|(?<![一二三四五六七八九十百])${word}(?![一二三四五六七八九十百])` : '';
  return new RegExp(`(?<![\\dA-Za-z.])${figure}(?![\\dA-Za-z.%％])${written}`);
}

/** 四减四增: as many groups as each part counts are pairs, each one item that names what all parts name. */
export function fitPairs(text: string, range: TextRange, { parts }: NumericTerm): Fit | null {
  const count = pairCount(parts);
  if (count === null) return null;
  for (const separators of ['；;', '，,', '、']) {
    const { ranges } = readList(text, range, separators);
    const list = ranges.length === count ? ranges : separators === '、' ? withLast(text, ranges, count) : null;
    if (!list) continue;
    const items = spell(text, list);
    const halves = separators === '、' ? null : halved(text, list, parts);
    if (halves) return { kind: 'exact', parts: halves };
    if (areNamed(items, parts)) return { kind: 'exact', items };
    const pieces = separators === '、' ? 0 : readList(text, range, '、，；;').ranges.length;
    const grouped = separators === '；;' || firstOf(text, range.start, range.end, '；;') === range.end;
    if (grouped && count !== parts.length && pieces === count * parts.length) return { kind: 'exact', items };
  }
  return null;
}

/** 减烟花，增清新空气；减浪费，增节约: where each pair is parted too, the first halves are one part, the second ones the other. */
function halved(text: string, list: readonly TextRange[], parts: readonly CountedPart[]): TermPart[] | null {
  const rows = list.map((pair) => spell(text, readList(text, pair, '，,、').ranges));
  if (!rows.every((row) => row.length === parts.length && row.every((item) => isItem(item, 40)))) return null;
  const columns = parts.map(({ term }, i) => ({ term, items: rows.map((row) => row[i] as string) }));
  return holdTheirs(columns) ? columns : null;
}

/** How many pairs a composite whose parts count alike may have (四减四增); null for any other term. */
export function pairCount(parts: readonly CountedPart[]): number | null {
  const count = parts[0]?.count ?? null;
  return parts.length > 1 && count !== null && count > 1 && parts.every((part) => part.count === count) ? count : null;
}

/** True where every item holds the last character of every part: 减少煤炭、增加清洁能源 for 四减四增. */
export function areNamed(items: readonly string[], parts: readonly CountedPart[]): boolean {
  // 要 and 不要 of 三要三不要 are told apart by the whole word.
  const names = parts.map(({ term }) => (countedNoun(term).length < 3 ? countedNoun(term) : '') || term.slice(-1));
  return items.every((item) => isItem(item, 80) && names.every((name) => item.includes(name)));
}

/** What parts the groups of a composite. Between words 和 only joins the last item, between the groups of a code it parts them. */
export function groupMarks(kind: NumericTerm['kind']): readonly string[] {
  return kind === 'code' ? ['；;', '，,', '和与'] : ['；;', '，,'];
}

function fitGroups(text: string, range: TextRange, { kind, parts }: NumericTerm): Fit | null {
  // 一轴两翼三极多点: what no number counts is often left out.
  const counted = parts.filter((part) => part.count !== null);
  for (const separators of groupMarks(kind)) {
    const groups = splitAt(text, range.start, range.end, separators);
    const named = groups.length === parts.length || kind === 'code' || counted.length < 2 ? parts : counted;
    if (groups.length !== named.length) continue;
    const whole = separators === '；;';
    const fitted = named.map((part, i) => fitPart(text, groups[i] as TextRange, part, whole));
    if (fitted.every((part) => part !== null)) return { kind: 'exact', parts: fitted };
  }
  return null;
}

/** `whole`: the marks between the groups are stronger than 、, so that the one item of a part may hold one. */
function fitPart(text: string, range: TextRange, { term, count }: CountedPart, whole: boolean): TermPart | null {
  if (count === 1) {
    const { ranges } = readList(text, range, whole ? '；;' : '、');
    const items = spell(text, ranges);
    return items.length === 1 && isItem(items[0] as string) ? { term, items } : null;
  }
  const fit = fitCounted(text, range, count);
  return fit.kind === 'exact' && fit.items ? { term, items: fit.items } : null;
}

function fitFlat(text: string, range: TextRange, term: NumericTerm): Fit | null {
  const counts = term.parts.map((part) => part.count);
  if (counts.some((count) => count === null)) return null;
  const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0);
  const list = sum > 1 ? listOf(text, range, sum) : null;
  if (!list) return term.loose || term.kind === 'code' ? null : shortComposite(text, range, term, sum);
  return { kind: 'exact', ...byCounts(spell(text, list), term) };
}

/** Which items of one list belong to which part of a composite: the counts say it (三去一降一补: three, one and one). */
export function byCounts(items: readonly string[], { kind, parts }: NumericTerm): Expansion {
  if (kind === 'code' || parts.length < 2) return { items };
  let at = 0;
  const named = parts.map(({ term, count }) => ({ term, items: items.slice(at, (at += count ?? 0)) }));
  return at === items.length ? { parts: named } : { items };
}

function shortComposite(text: string, range: TextRange, { parts }: NumericTerm, sum: number): Fit {
  const end = firstOf(text, range.start, range.end, '。');
  const { ranges, open } = readList(text, { start: range.start, end }, '、，；,;');
  const items = spell(text, ranges);
  if (!isPlain(items) || open || Math.abs(items.length - sum) !== 1) return noFit;
  const groups = splitAt(text, range.start, end, '，；,;');
  if (groups.length !== parts.length) return { kind: 'short', items };
  const lists = groups.map((group) => spell(text, readList(text, group, '、').ranges));
  return { kind: 'short', items, parts: parts.map(({ term }, i) => ({ term, items: lists[i] ?? [] })) };
}

const isPlain = (items: readonly string[]): boolean =>
  items.length > 1 && items.every((item) => isItem(item, 20) && item.length > 1 && !holdsConjunction(bare(item)));

/** 会议多、文件多、检查多，调研少、落实少 for 三多三少: as many groups as there are parts, all but one as long as its part counts. */
export function shortGroups(text: string, range: TextRange, parts: readonly CountedPart[]): Fit | null {
  const groups = splitAt(text, range.start, range.end, '，；,;');
  if (groups.length !== parts.length) return null;
  const lists = groups.map((group) => readList(text, group, '、'));
  const named = parts.map(({ term }, i) => ({ term, items: spell(text, lists[i]?.ranges ?? []) }));
  const off = parts.findIndex(({ count }, i) => count !== named[i]?.items.length);
  const others = parts.every(({ count }, i) => i === off || count === named[i]?.items.length);
  if (off < 0 || !others || Math.abs((parts[off]?.count ?? NaN) - (named[off]?.items.length ?? 0)) !== 1) return null;
  if (lists.at(-1)?.open || parts.some(({ count }) => count === null)) return null;
  const items = named.flatMap((part) => part.items);
  return isPlain(items) && holdTheirs(named) ? { kind: 'short', items, parts: named, off } : null;
}

/** True where every item of every part holds a character of what the part counts: 不打招呼 of 四不, 直奔基层 of 两直. */
export function holdTheirs(parts: readonly TermPart[]): boolean {
  return parts.every(({ term, items }) => {
    const noun = countedNoun(term);
    return items.every((item) => [...noun].some((char) => item.includes(char)));
  });
}

import type { TextRange } from '../text/range.ts';
import { noFit, type Fit } from './fit.ts';
import { isItem, readList } from './items.ts';
import { indexIn, splitLast } from './lists.ts';

const classNoun = /(?<=..)(?:改革|行动|工程|工作|机制|企业|模式|要求|问题)$/;

/** What was read of words so far: a page says the same ones over and over. */
const memo = new Map<string, readonly string[]>();
const longestMemo = 4096;

/** The characters of a word that stand for items: 放, 管, 服 of 放管服改革. */
export function initialsOf(term: string): readonly string[] {
  let initials = memo.get(term);
  if (initials) return initials;
  if (memo.size >= longestMemo) memo.clear();
  initials = [...term.replace(classNoun, '')];
  memo.set(term, initials);
  return initials;
}

/** True where the characters stand in `[start, end)` one behind the other: without that no list there spells them. */
export function standInOrder(text: string, { start, end }: TextRange, characters: readonly string[]): boolean {
  let at = start;
  for (const char of characters) {
    at = indexIn(text, char, at, end) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * Fits a list to a word without numeral that is made of one character of each item: 放管服 = 简政放权, 放管结合, 优化服务.
 * Every character must stand in its item, so a list that merely follows a quoted word is none.
 */
export function fitInitials(text: string, range: TextRange, term: string): Fit {
  const characters = initialsOf(term);
  if (characters.length < 2 || characters.length > 8 || !standInOrder(text, range, characters)) return noFit;
  if (!characters.every((char) => /\p{Script=Han}/u.test(char))) return noFit;
  for (const separators of ['、', '，,', '；;']) {
    const { ranges, open } = readList(text, range, separators);
    const last = ranges.at(-1);
    const two = last && ranges.length + 1 === characters.length ? splitLast(text, last) : null;
    const list = two ? [...ranges.slice(0, -1), ...two] : ranges;
    if (open || list.length !== characters.length) continue;
    const items = list.map((piece) => text.slice(piece.start, piece.end));
    const spelled = items.every(
      (item, i) => item.length > 1 && isItem(item, 30) && item.includes(characters[i] as string),
    );
    if (spelled && !isClause(items)) return { kind: 'exact', items };
  }
  return noFit;
}

/** 社工（是指在社区党组织、居委会从事服务的人员）: a sentence that happens to hold the characters is no list. */
function isClause(items: readonly string[]): boolean {
  const lengths = items.map((item) => item.length);
  const closes = (items.at(-1) as string).includes('的') && !items.slice(0, -1).every((item) => item.includes('的'));
  return (
    closes ||
    Math.max(...lengths) > 2 * Math.min(...lengths) + 4 ||
    /^(?:是指|指|在|由|从|对|以|把|为)/.test(items[0] as string)
  );
}

import { isItem } from './items.ts';
import { cutLeadIn } from './leadIn.ts';
import { listKinds, splitAt } from './lists.ts';
import { countedNoun } from './numerals.ts';
import type { Candidate } from './candidates.ts';
import type { TextRange } from '../text/range.ts';

const sentenceStop = '。；！？：;!?:\n';
/** What ends a clause. */
export const clauseStop = `${sentenceStop}，,`;
/** UTF-16 units in front of a term in which its list may stand. */
export const longestReach = 240;

/** 资源变资产，资金变股金，农民变股东的“三变”: whole clauses, where each holds what the term counts. */
export function clauses(
  text: string,
  least: number,
  end: number,
  count: number,
  { term }: Candidate,
): TextRange[] | null {
  const noun = countedNoun(term);
  if (!noun || count < 3 || count > 12) return null;
  const from = clauseStart(text, least, end, sentenceStop);
  const pieces = splitAt(text, from, end, '，,').slice(-count);
  const first = pieces[0];
  if (pieces.length < count || !first) return null;
  const spelled = pieces.map((piece) => text.slice(piece.start, piece.end));
  const shared = spelled.every((item) => item.includes(noun)) || sharesCharacter(spelled, noun);
  if (!shared || !spelled.every((item) => item.length <= 16 && isItem(item) && !item.includes('、'))) return null;
  return [{ start: cutLeadIn(text, first, spelled.slice(1)), end: first.end }, ...pieces.slice(1)];
}

/** Start of the clause that ends at `end`; marks inside quotes or brackets do not end it. */
export function clauseStart(text: string, least: number, end: number, marks: string): number {
  let depth = 0;
  for (let i = end - 1; i >= least; i--) {
    if (listKinds[text.charCodeAt(i)] === 0) continue;
    const char = text.charAt(i);
    if ('”》）)’'.includes(char)) depth++;
    else if ('“《（(‘'.includes(char)) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && marks.includes(char)) return i + 1;
  }
  return least;
}

/** 议题由居民提、办法由居民想、…, 大家管这叫“三由会”: what is counted is the first character only. */
export function sharesCharacter(items: readonly string[], noun: string): boolean {
  const [char = ''] = noun;
  return noun.length > 1 && items.every((item) => item.length > 2 && item.includes(char));
}

import type { Candidate } from './candidates.ts';
import { clauses, clauseStart, clauseStop, longestReach, sharesCharacter } from './clauses.ts';
import { spell } from './fit.ts';
import { quotedItems } from './formsBefore.ts';
import type { Reading } from './reading.ts';
import { isItem, readList } from './items.ts';
import { cutLeadIn } from './leadIn.ts';
import { countedNoun } from './numerals.ts';
import type { TextRange } from '../text/range.ts';

const bridge = /[，,。；;]([^，,。；;：:“”、（）]{0,10})$/;
/** 村民管这叫｜“三不愁”: the list is named outright. */
const naming = /(?:管[这它]叫|叫[作做]|称[作之]?为?|称之为|名为|简称为?|概括为|归纳为|这就是|即)$/;

/** 问题不查清不放过、…、群众不满意不放过，以“四个不放过”倒逼工作: the list is through, the term takes it up; every item holds what it counts. */
export function readRecalled(text: string, candidate: Candidate, blockStart: number): Reading | null {
  const { numeric, quoted, term } = candidate;
  const count = numeric?.parts.length === 1 ? numeric.expected : null;
  if (count === null || count < 2) return null;
  const noun = countedNoun(term);
  const least = Math.max(blockStart, quoted.start - longestReach);
  const mark = bridge.exec(text.slice(Math.max(least, quoted.start - 11), quoted.start));
  if (!mark || !noun) return null;
  const end = quoted.start - mark[0].length;
  const clause = clauseStart(text, least, end, clauseStop);
  const { ranges } = readList(text, { start: clause, end }, '、');
  const [first, ...others] = ranges;
  let list = quotedItems(text, clause, end, count);
  if (list) {
    // 聚焦“办好学校、办优医院、办活市场”，争创“三办”: the marks show where the list begins.
  } else if (first && ranges.length === count)
    list = [{ start: cutLeadIn(text, first, spell(text, others)), end: first.end }, ...others];
  else if (ranges.length === 1) list = clauses(text, least, end, count, candidate);
  const led = list && behindNoun(text, clause, list, noun);
  const items = list ? evenLast(spell(text, led ?? list), noun) : [];
  const named = naming.test(mark[1] as string) || mark[1] === '这';
  if (!list || !items.every((item) => item.length > 1 && isItem(item, 24) && !item.includes(`“${term}”`))) return null;
  const meant =
    areLined(items, noun) || items.every((item) => holds(item, noun, named)) || (named && sharesCharacter(items, noun));
  if (!led && !meant && !(naming.test(mark[1] as string) && areEven(items))) return null;
  const start = ((led ?? list)[0] as TextRange).start;
  const itemsRange = { start, end };
  const fit = { kind: 'exact', items } as const;
  return { form: 'items-of-term', fit, strong: false, itemsRange, spanStart: start, spanEnd: quoted.end };
}

/** 应当同步规划、同步建设、同步交付｜停放场所，落实“三同步”: what is done to the thing is counted, not the thing. */
function evenLast(items: readonly string[], noun: string): readonly string[] {
  const [first = '', ...others] = items;
  const last = others.pop() ?? '';
  const opens = noun.length > 1 && items.every((item) => item.startsWith(noun));
  return opens && others.every((item) => item.length === first.length) && last.length > first.length
    ? [first, ...others, last.slice(0, first.length)]
    : items;
}

/** 进校有礼、课堂有序、离校有安: three items or more of one length that hold the noun at one place. */
function areLined(items: readonly string[], noun: string): boolean {
  const [first = ''] = items;
  const at = first.indexOf(noun);
  const even = items.every((item) => item.length === first.length && item.indexOf(noun) === at);
  return at >= 0 && even && items.length > 2 && first.length > 3;
}

/** True where an item has more than the noun, at one of its ends where nothing else says that it is meant; `named`: anywhere. */
function holds(item: string, noun: string, named: boolean): boolean {
  if (item.length <= noun.length) return false;
  return noun.length > 1 || named
    ? item.includes(noun)
    : item.startsWith(noun) || item.replace(/”$/, '').endsWith(noun);
}

/** Three short items or more of about one length: enough where the text says that the term names them. */
function areEven(items: readonly string[]): boolean {
  const lengths = items.map((item) => item.length);
  return items.length > 2 && Math.min(...lengths) > 1 && Math.max(...lengths) - Math.min(...lengths) < 3;
}

/** 公示姓名、依据、内容，做到“三公示”: what is counted stands once, in front of the list. */
function behindNoun(text: string, clause: number, list: readonly TextRange[], noun: string): TextRange[] | null {
  const [first, ...others] = list;
  if (!first || noun.length < 2 || others.length < 2) return null;
  const at = text.slice(clause, first.end).lastIndexOf(noun);
  const start = clause + at + noun.length;
  if (at < 0 || first.end - start < 2 || spell(text, others).some((item) => item.includes(noun))) return null;
  return [{ start, end: first.end }, ...others];
}

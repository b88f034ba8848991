import type { Fit } from './fit.ts';
import { countedNoun, valueOf } from './numerals.ts';

/** 云州站、云州东站｜两个客运枢纽: a numeral, a measure and a noun that sum the list up. */
const summed =
  /^(.{2,}?)(?:这|共|总共)?([一二两三四五六七八九十]{1,2}|\d{1,2})(个|大|项|条|种|类|处|座|家|所|支|张|位|片|级|方面|部分|环节|领域|方)(\p{Script=Han}{0,8})$/u;
/** Words that make the numeral behind them part of the item: 每｜一个, 第｜三方. */
const binds = /[每第各统同唯另单逐任某哪有无]$/;
/** 医疗、医保、医药｜的联动改革: what happens to all items together. */
const together =
  /^(.{2,}?)的(?:[深高]度|有机|良性|紧密|全面|相互|共同|高效)?(?:联动|融合|协同|统一|结合|衔接|贯通|互动|协调|一体化?|互补|并重|统筹)(?:\p{Script=Han}{0,4})$/u;

/**
 * The items without what is said of all of them: what sums them up behind the last one, the noun of the term itself (千村示范、
 * 万村整治｜工程), and what stands around the words that each end (or open) with what the term counts (加快企业｜主业化、市场化、证券化｜步伐).
 */
export function withoutSummary(items: readonly string[], term: string): readonly string[] {
  const last = items.at(-1);
  if (last === undefined) return items;
  const others = items.slice(0, -1);
  return withoutSurroundings([...others, endOf(last, others, term)], term);
}

/** A fit with every one of its lists read by `withoutSummary`. */
export function tidy(fit: Fit, term: string): Fit {
  if (fit.kind !== 'exact') return fit;
  const items = fit.items && { items: withoutSummary(fit.items, term) };
  const parts = fit.parts && {
    parts: fit.parts.map((part) => ({ term: part.term, items: withoutSummary(part.items, part.term) })),
  };
  return { ...fit, ...items, ...parts };
}

/** “四早”工程：早预防、早干预、早发现、早诊治｜工程: the noun behind the term, where the last item alone has it too and is else like the others. */
export function withoutNoun(fit: Fit, noun: string): Fit {
  if (fit.kind !== 'exact' || !fit.items || noun.length < 2) return fit;
  const last = fit.items.at(-1) ?? '';
  const others = fit.items.slice(0, -1);
  const left = last.slice(0, -noun.length);
  if (left.length < 2 || !last.endsWith(noun) || others.some((other) => other.endsWith(noun))) return fit;
  const alike = others.every((other) => other.length === left.length || other.at(-1) === left.at(-1));
  return alike ? { ...fit, items: [...others, left] } : fit;
}

function endOf(last: string, others: readonly string[], term: string): string {
  const sum = summed.exec(last);
  const head = sum?.[1] ?? '';
  const counts = valueOf(sum?.[2] ?? '') === others.length + 1 && !binds.test(head);
  // 一 counts a single thing, where a noun follows that is no other thing: 青禾物流园｜一个枢纽.
  const enough = others.length > 0 || (head.length > 2 && sum?.[3] === '个' && sum[4] !== '');
  if (counts && enough && !others.some((other) => summed.test(other))) return head;
  if (!others.length || others.some((other) => other.includes('的'))) return last;
  const joint = together.exec(last)?.[1];
  if (joint !== undefined) return joint;
  // 自治、法治、德治｜三治融合: the term itself takes the list up.
  const again = last.indexOf(term);
  if (again > 1 && last.length - again - term.length < 5) return last.slice(0, again);
  // 校区、园区、社区｜联动发展 for 三区联动: all end with the first character of what is counted, the last one goes on with the rest.
  const counted = countedNoun(term);
  const goesOn = counted.length > 2 ? last.indexOf(counted) : -1;
  if (goesOn > 0 && others.every((other) => other.endsWith(counted.charAt(0)))) return last.slice(0, goesOn + 1);
  const noun = term.slice(-2);
  const cut = last.slice(0, -2);
  const bareOthers = others.every((other) => other.length === cut.length && other.at(-1) !== last.at(-1));
  const own = term.length > 3 && last.endsWith(noun) && bareOthers;
  return own && cut.length > 2 ? cut : last;
}

function withoutSurroundings(items: readonly string[], term: string): readonly string[] {
  const noun = countedNoun(term).replace(/(?<=^.)(?:行动|工程|机制|制度|工作法?|模式|改造|改革|建设|服务)$/, '');
  const [first = '', ...others] = items;
  const last = others.pop();
  if (noun.length !== 1 || last === undefined || !others.length) return items;
  if (others.every((other) => other.endsWith(noun))) {
    const tail = last.lastIndexOf(noun);
    const closed = tail > 0 && last.length - tail <= (last[tail + 1] === '的' ? 9 : 5) ? last.slice(0, tail + 1) : last;
    const size = closed.length;
    // 专业化, 市场化: 化 makes a word of what stands in front, and of nothing farther off.
    const even = noun === '化' && first.endsWith(noun) && size < 4 && others.every((other) => other.length === size);
    return [even && first.length > size ? first.slice(-size) : first, ...others, closed];
  }
  const opens = first.indexOf(noun);
  // 因公出国: the noun is in a word.
  if (opens === 1 && '因以为由非办奉大不'.includes(first.charAt(0))) return items;
  const carried = [...others, last].every((other) => other.startsWith(noun)) && opens > 0 && opens < first.length - 1;
  return carried ? [first.slice(opens), ...others, last] : items;
}

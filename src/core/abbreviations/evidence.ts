import type { Candidate } from './candidates.ts';
import { openCountNames } from './fixedNames.ts';
import { haveCommonPattern } from './fit.ts';
import { countedNoun, parseNumericTerm } from './numerals.ts';

/**
 * True where items name other quoted abbreviations (增强“四个意识”、坚定“四个自信”): such rows define nothing. One item among
 * several may hold one that belongs to a longer name (“一带一路”建设).
 */
export function namesTerms(items: readonly string[]): boolean {
  let inside = 0;
  for (const item of items) {
    const quoted = /“([^”]{1,60})”(.*)/.exec(item);
    if (!quoted || parseNumericTerm(quoted[1] as string) === null) continue;
    if (!quoted[2] || ++inside > 1) return true;
  }
  return inside > 0 && items.length < 3;
}

/**
 * True where a list that stands in front of a term is likely meant for it. `direct`: nothing says so between the two. Two items alone
 * prove little: they must share what is counted, their length or an end.
 */
export function isEvident(text: string, items: readonly string[], candidate: Candidate, direct: boolean): boolean {
  const { term, numeric, quoted } = candidate;
  if (openCountNames.has(term) && items.some((item) => item.length > 2)) return false;
  if (!direct || !numeric) return true;
  if (numeric.parts.length > 1) return holdParts(items, candidate);
  // 财政资金统筹、零基预算改革、基层“三保”、债务管理等: the term is itself one of a row.
  const goesOn = text.charAt(quoted.end) === '、' && !haveCommonPattern(items);
  if (goesOn || isAttributive(items)) return false;
  if (items.length > 2) return true;
  const noun = countedNoun(term);
  const [first = '', second = ''] = items;
  return (
    Math.abs(first.length - second.length) <= 2 ||
    first.at(-1) === second.at(-1) ||
    (first[0] === second[0] && Math.abs(first.length - second.length) <= 4) ||
    (noun !== '' && [...noun].some((char) => first.includes(char) && second.includes(char)))
  );
}

/** 共建“一带一路”, 基层、乡镇“一核两带”: in front of a composite at least one item must hold what each of its parts counts, or there are many. */
function holdParts(items: readonly string[], { numeric }: Candidate): boolean {
  const parts = numeric?.parts ?? [];
  const held = parts.filter(({ term }) => {
    const noun = countedNoun(term);
    return noun !== '' && items.some((item) => [...noun].some((char) => item.includes(char)));
  });
  return numeric?.loose ? held.length === parts.length : held.length > 0 || items.length > 3;
}

/** 水污染防治、大气污染防治和工业“三废”: the last piece says whose term it is, where all others end alike and it does not. */
function isAttributive(items: readonly string[]): boolean {
  const last = items.at(-1) ?? '';
  const others = items.slice(0, -1);
  if (/^[一这该本各几数每某]?[套项个条种批系]列?$/.test(last)) return true;
  const ending = others[0]?.slice(-2) ?? '';
  const alike = others.length > 1 && others.every((item) => item.endsWith(ending) && item.length > 3);
  const least = Math.min(...others.map((item) => item.length));
  return others.length > 1 && !last.endsWith(ending) && last.length < 3 && (alike || least > 4);
}

/** 农业银行、邮储银行｜为“三农”服务: all others end with what stands in front of a word that waits for more. */
export function waits(items: readonly string[]): boolean {
  const last = items.at(-1) ?? '';
  const others = items.slice(0, -1);
  return /[为对向给把将在从与和]$/.test(last) && others.every((item) => item.at(-1) === last.at(-2));
}

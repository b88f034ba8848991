import { isFixedName, notNumeralAt, openCountNames, takesUnit } from './fixedNames.ts';

/** One counted part of a term: 两清 of 三美两清一更新. `count` is null where the numeral is no check (N, 几, 多, 百 and more). */
export interface CountedPart {
  readonly term: string;
  readonly count: number | null;
}

/**
 * What the numerals of a term say. `counted`: words with Chinese or Arabic numerals (三会, 7个专项行动, 三美两清一更新);
 * `code`: figures that stand for words (1354, 1+3+N, 415X), whose figures often are no counts of items.
 */
export interface NumericTerm {
  readonly kind: 'counted' | 'code';
  readonly parts: readonly CountedPart[];
  /** Number of items the term promises; null where it promises none that could be checked. */
  readonly expected: number | null;
  /**
   * True where only 一 counts (一带一路, 一校一策) and where a word stands in front of the first numeral (新四化, 林业三定): such
   * terms are often set phrases, so a miscount is no evidence.
   */
  readonly loose: boolean;
}

const values = new Map<string, number>(
  Object.entries({ 一: 1, 二: 2, 两: 2, 双: 2, 俩: 2, 三: 3, 仨: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }),
);
// 三多 (困难多、矛盾多、意见多) and 三多三少 count what is 多.
const numeralRun =
  /[一二三四五六七八九两](?=多(?:$|[一二三四五六七八九两]))|[双俩仨]|[一二三四五六七八九十百千万两几多]+|[0-9０-９]+|[NnＮⁿ](?![A-Za-z])/y;
const leadingRun = /^([^一二三四五六七八九十百千万两双俩仨几多\d]*)[一二三四五六七八九十百千万两双俩仨几多\d]+/;
const isNumeral = new Uint8Array(0x10000);
for (const char of '一二三四五六七八九十百千万两双俩仨几多NnＮⁿ0123456789０１２３４５６７８９')
  isNumeral[char.charCodeAt(0)] = 1;
const classifiers = '个大项条种类张支件篇道座类批方重';
const longestTerm = 30;
/** Characters of a word in front of the first numeral (林业三定). */
const longestPrefix = 4;

/** Largest count that a list in running text is expected to spell out. */
const largestCount = 31;

/** The value of a run of Chinese or Arabic numerals; null for open ones (几, N, 百), NaN for what is no number (八八, 一二三). */
export function valueOf(run: string): number | null {
  if (/^[几多NnＮⁿ]$/.test(run)) return null;
  if (/^[0-9０-９]+$/.test(run)) {
    const value = Number(run.normalize('NFKC'));
    return value > largestCount ? null : value === 0 || run.startsWith('0') ? NaN : value;
  }
  if (/^[一二三四五六七八九]?[百千万]+$/.test(run)) return null;
  const tens = /^([二三四五六七八九])?十([一二三四五六七八九])?$/.exec(run);
  if (tens) return (values.get(tens[1] ?? '一') ?? 1) * 10 + (tens[2] ? (values.get(tens[2]) ?? 0) : 0);
  return run.length === 1 ? (values.get(run) ?? NaN) : NaN;
}

/** True where a term holds something that could be a numeral. */
export function holdsNumeral(term: string): boolean {
  for (let i = 0; i < term.length; i++) if (isNumeral[term.charCodeAt(i)] === 1) return true;
  return false;
}

/** What the numerals of `term` promise; null where the term has none that counts (十四五, 五四, 一体化, 第一议题). Quotes and spaces are ignored. */
export function parseNumericTerm(term: string): NumericTerm | null {
  if (!holdsNumeral(term)) return null;
  const plain = term.replace(/[\s“”‘’"'「」]+/g, '');
  if (plain.length < 2 || plain.length > longestTerm) return null;
  const code = parseCode(plain);
  if (code) return code;
  if (isFixedName(plain)) return null;
  const parts = countedParts(plain);
  if (!parts.length) return null;
  if (parts.length === 1 && parts[0]?.count === 1) return null;
  const loose =
    parts.every((part) => part.count === 1) ||
    /^[二三四五六七八九][百千]/.test(plain) ||
    isPrefixed(plain) ||
    isMutual(plain) ||
    openCountNames.has(plain);
  return { kind: 'counted', parts, expected: total(parts), loose };
}

/** True for 双向进入, 双向承诺: two sides do the same, but as often as not nobody says which (双向奔赴). */
const isMutual = (term: string): boolean => term.startsWith('双向');

/** True where a word that no classifier joins to the numeral stands in front of it: 新四化, but not 治理十大行动. */
function isPrefixed(plain: string): boolean {
  const first = leadingRun.exec(plain);
  return first !== null && first[1] !== '' && !classifiers.includes(plain.charAt(first[0].length));
}

/** The number of items `term` promises, summed over the parts of a composite; null where there is no check. */
export function expectedCount(term: string): number | null {
  const numeric = parseNumericTerm(term);
  return numeric?.kind === 'counted' && !openCountNames.has(term) && !isPrefixed(term) ? numeric.expected : null;
}

/** The counted parts of a term in order (三美两清一更新 → 三美 3, 两清 2, 一更新 1); empty where it has none. */
export function splitComposite(term: string): CountedPart[] {
  return [...(parseNumericTerm(term)?.parts ?? [])];
}

/** What is counted: 意识 of 四个意识, 化 of 三化; empty for codes and composites. */
export function countedNoun(term: string): string {
  let at = 0;
  while (at < term.length && !counting.includes(term.charAt(at))) at++;
  if (at === term.length) return '';
  while (at < term.length && counting.includes(term.charAt(at))) at++;
  const noun = isMutual(term) ? term.slice(2) : term.slice(at);
  return noun.length > 1 && '个大项条种类张支件篇道座批方'.includes(noun.charAt(0)) ? noun.slice(1) : noun;
}

const counting = '一二三四五六七八九十两双0123456789';

function total(parts: readonly CountedPart[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part.count === null) return null;
    sum += part.count;
  }
  return sum;
}

/** “1354”, “415X”, “1+3+N”, “2+3园区”: years, telephone numbers and measures are none. */
function parseCode(plain: string): NumericTerm | null {
  const plus = /^((?:\d{1,3}|[Nn])(?:[+＋](?:\d{1,3}|[NnXx])){1,6})(?![\d.%])[^\d]*$/.exec(plain.normalize('NFKC'));
  if (plus) return code((plus[1] as string).split(/[+＋]/));
  const digits = /^([1-9]\d{1,4})([XxNn])?$/.exec(plain);
  if (!digits) return null;
  const figures = digits[1] as string;
  if (/^(?:19|20)\d\d$|^(?:110|112|114|119|120|122|12\d{3}|618|911|996|95\d{3}|400|800)$/.test(figures)) return null;
  // “3310” is 3, 3 and 10; “500” is a number.
  const single = figures.match(/[1-9]0*/g) ?? [];
  return single.length > 1 ? code([...single, ...(digits[2] ? [digits[2]] : [])]) : null;
}

function code(figures: readonly string[]): NumericTerm {
  const parts = figures.map((term) => ({ term, count: /^\d+$/.test(term) ? Number(term) : null }));
  return { kind: 'code', parts, expected: null, loose: true };
}

/** Parts of a term in words. Before the first numeral stands nothing, a short word (新四化), or any where a classifier follows (治理十大行动). */
function countedParts(plain: string): CountedPart[] {
  const starts: { at: number; count: number | null }[] = [];
  let at = 0;
  while (at < plain.length) {
    numeralRun.lastIndex = at;
    const run = numeralRun.exec(plain)?.[0];
    if (!run) {
      at++;
      continue;
    }
    const end = at + run.length;
    const count = valueOf(run);
    if (counts(plain, at, end, starts.length > 0) && !Number.isNaN(count)) starts.push({ at, count });
    else if (!starts.length && at === 0) return [];
    // The 多 of 三多三少 is what is counted, and opens no numeral.
    at = plain[end] === '多' ? end + 1 : end;
  }
  const hundreds =
    /^([二三四五六七八九])[百千](?=\p{Script=Han})(?![百千万亿年人名户村元米里斤亩家所位多余来公万])/u.exec(plain);
  if (hundreds && starts.length === 1) return [{ term: plain, count: values.get(hundreds[1] as string) ?? null }];
  const first = starts[0];
  // 多姿多彩, 万企兴万村 count nothing; 千万工程 (千村示范、万村整治) at least names what is listed.
  if (!first || (starts.every((start) => start.count === null) && !/^[百千万]{2}|^[Nn几]/.test(plain))) return [];
  return starts.map((start, i) => ({
    term: plain.slice(i ? start.at : 0, starts[i + 1]?.at ?? plain.length).replace(/[、，；,+＋]{1,8}$/, ''),
    count: start.count,
  }));
}

/** 新四化, 农村三资: a numeral from two up behind a short word, with something in words to count. */
function isCountedBehind(plain: string, at: number, end: number): boolean {
  if (at > longestPrefix || !/^[二三四五六七八九十两双]+$/.test(plain.slice(at, end))) return false;
  return /^\p{Script=Han}+$/u.test(plain.slice(0, at)) && /^\p{Script=Han}/u.test(plain.slice(end));
}

function counts(plain: string, at: number, end: number, isLater: boolean): boolean {
  const next = plain[end];
  // 双元 is no sum of money, and 一体 counts where parts go before (两化一体), though not in 三位一体.
  if (next === undefined || (plain[at] !== '双' && takesUnit(plain, end))) return false;
  const whole = isLater && plain.slice(at) === '一体' && plain[at - 1] !== '位';
  if (!whole && notNumeralAt(plain, at, end)) return false;
  const before = plain[at - 1] ?? '';
  if (!isLater) return at === 0 || classifiers.includes(next) || isCountedBehind(plain, at, end);
  // 双百, 双一流: what stands right behind a numeral is what it counts.
  if ('双俩仨'.includes(before || ' ')) return false;
  // 五个一点, 四个一百: what follows 个 is the thing counted, not a second count.
  if (before === '个' && /[一二三四五六七八九十两双\d]/.test(plain[at - 2] ?? '')) return false;
  return !/[几多]/.test(plain.slice(at, end)) || /[一二三四五六七八九十两]/.test(plain[0] ?? '');
}

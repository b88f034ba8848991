import type { TextRange } from '../text/range.ts';
import { adverbs, longestWord, nominal, subjectEnd, verbs, waiting } from './leadWords.ts';

/** Words that wait for what follows. */
const waitingEnd = /[的了把将以对从为是有和与及在向等由按着之]$/;
/** Words that end like them and wait for nothing: 普及, 平等, 双向. */
const wholeWords = new Set(
  '普及 推及 参与 平等 同等 对等 均等 高等 中等 行为 有为 敢为 国有 公有 私有 所有 自由 理由 存在 自在 内在 结对 应对 核对 校对 服从 中和 共和 调和 缓和 饱和 总和 亲和 温和 取向 志向 风向 定向 去向 双向 方向 导向 意向 动向 走向 单向 横向 纵向 执着 沉着'.split(
    ' ',
  ),
);

/** True where `slice` ends with a verb or another word that waits for what follows: it is no item. */
export function endsInVerb(slice: string): boolean {
  if (waitingEnd.test(slice) && !wholeWords.has(slice.slice(-2))) return true;
  for (let length = 2; length <= Math.min(longestWord, slice.length); length++) {
    const tail = slice.slice(-length);
    // 组织建设提升 is an item, 努力实现 is none: a verb that also names a thing only waits where it stands alone.
    if (waiting.has(tail) && (length === slice.length || !nominal.has(tail))) return true;
  }
  return false;
}

/** True where the last item of a list is longer than the others for a predicate: 餐饮店、便利店、理发店｜纷纷亮出. */
export function hasPredicate(last: string, others: readonly string[]): boolean {
  const longest = Math.max(...others.map((other) => other.length));
  if (last.length < longest + 2) return false;
  if (
    /齐头并进|同步推进|同步开展|同步开工|有序推进|全面铺开|全面开花|齐上阵|齐发力|一体推进|入选|命名|列入|纳入|获批|荣获|获评|被评|纷纷|争相|一起|一同|共同|联手|先后|相继|陆续|齐声|主动|正在/.test(
      last.slice(2),
    )
  )
    return true;
  for (let length = 2; length <= longestWord; length++) if (verbs.has(last.slice(-length))) return true;
  return false;
}

/** True where `slice` opens with a verb of two characters or more. */
export function opensWithVerb(slice: string): boolean {
  for (let length = Math.min(longestWord, slice.length - 1); length > 1; length--) {
    const word = slice.slice(0, length);
    if (verbs.has(word) || nominal.has(word)) return true;
  }
  return false;
}

/**
 * Where the first item of a list starts inside its first piece, which may carry subject, verb and more in front: the other items
 * show the pattern (common beginning, verb or no verb, length). Returns an offset of `text` inside `piece`.
 */
export function cutLeadIn(text: string, piece: TextRange, others: readonly string[]): number {
  const slice = text.slice(piece.start, piece.end);
  if (!others.length) return piece.start;
  let best = 0;
  let bestScore = Infinity;
  for (const [cut, bonus] of cutsOf(slice, others)) {
    const score = misfit(slice.slice(cut), others) - bonus;
    if (score < bestScore) [best, bestScore] = [cut, score];
  }
  return piece.start + best;
}

/** Places where an item may start, each with what speaks for it: the front, behind the clause's verb, behind other verbs, a quote, the others' beginning. */
function cutsOf(slice: string, others: readonly string[]): ReadonlyMap<number, number> {
  const cuts = new Map<number, number>([[0, 0.5]]);
  const add = (cut: number, bonus: number): void => {
    if (cut < slice.length && !'的了着过到'.includes(slice.charAt(cut)) && !isInsideQuotes(slice, cut))
      cuts.set(cut, Math.max(bonus, cuts.get(cut) ?? -1));
  };
  const least = Math.min(...others.map((other) => other.length));
  // A word inside an item leads into nothing: what is left of the item would be too short.
  const addBehind = (cut: number, bonus: number): void => {
    const after = behindAspect(slice, cut);
    const left = slice.length - after;
    add(after, left < least - 1 || (left < 2 && least > 1) ? 0 : bonus);
    const measure = measured.exec(slice.slice(after, after + 4));
    if (measure) add(after + measure[0].length, bonus + 1);
  };
  const plain = !others.some((other) => other.includes('的'));
  const plainBa = !others.some((other) => /^[把将]/.test(other));
  // 市区新增人口、县城新增人口: a verb that others have too is part of the item.
  const isShared = (word: string): boolean => others.some((other) => other.indexOf(word) > 0);
  const leads = leadEnds(slice).filter((lead) => !isShared(slice.slice(Math.max(0, lead - 2), lead)));
  for (let at = 1; at < slice.length; at++) {
    for (let length = 2; length <= longestWord && at + length < slice.length; length++) {
      const word = slice.slice(at, at + length);
      if (isShared(word)) continue;
      if (verbs.has(word)) addBehind(at + length, 5.5);
      else if (nominal.has(word)) addBehind(at + length, 1);
    }
    if ('把将'.includes(slice.charAt(at - 1)) && !'握关好牢控来军要住准紧稳脉'.includes(slice.charAt(at)) && plainBa)
      add(at, 4);
    if (at > 1 && '的了在于'.includes(slice.charAt(at - 1))) addBehind(at, plain ? 3 : 0);
  }
  for (const lead of leads) {
    add(lead, slice.length - lead < least - 2 ? 0 : 6);
    const measure = measured.exec(slice.slice(lead, lead + 4));
    if (measure) add(lead + measure[0].length, 7);
  }
  for (const { index, 0: place } of slice.matchAll(/(?:范围|区域|辖区|境|[市县镇区村园])内/g))
    add(index + place.length, 6);
  const every = /^各[类项种级]/.test(slice) ? 2 : 0;
  if (every) add(every, 6);
  const says = /^.{0,12}?(?:是指|指的是|分别是|分别为)(?=..)/.exec(slice);
  if (says) add(says[0].length, 9);
  addBeginnings(slice, others, add);
  const quote = slice.search(/[“《]/);
  if (quote > 0 && others.every((other) => /^[“《]/.test(other))) add(quote, 6);
  const [size = 0] = others.map((other) => other.length);
  // Three items or more of one length are no chance: 粮食播种面积、单产、总产. Behind a verb only far off, and no word is cut.
  const gap = slice.length - size - Math.max(0, ...leads);
  const far = (gap > 3 || size < 4) && (!leads.length || (gap > 5 && gap % 2 === 0));
  if (others.length > 1 && far && others.every((other) => other.length === size)) add(slice.length - size, 0);
  return cuts;
}

/** 走出｜一条｜…的新路: a measure belongs to the noun behind the term. */
const measured = /^(?:了)?(?:一(?:系列|[条批套个支种张份座处])|各[类项种])/;
const aspect = /[出起到过]?[了着过]?的?/y;

/** Behind 了, 着 and what else a verb may have at its end: 梳理出, 出台了, 围绕着; but not the 出 of 过上了｜出门. */
function behindAspect(slice: string, at: number): number {
  aspect.lastIndex = at;
  aspect.exec(slice);
  return Math.max(at, Math.min(aspect.lastIndex, slice.length - 2));
}

/** Where the first piece holds what the others begin with: 坚持｜党的领导 only where a single character is no chance. */
function addBeginnings(slice: string, others: readonly string[], add: (cut: number, bonus: number) => void): void {
  const [other = ''] = others;
  const single = others.length === 1 && '为以在对把从让用靠抓促'.includes(other[0] ?? ' ') ? other.slice(0, 1) : '';
  for (let prefix = commonPrefix(others) || single; prefix; prefix = prefix.slice(0, -1)) {
    let found = false;
    for (let at = slice.indexOf(prefix); at >= 0; at = slice.indexOf(prefix, at + 1)) {
      if (slice.length - at <= prefix.length) break;
      add(at, prefix.length > 1 ? 9 : 7);
      found = true;
    }
    if (found) return;
  }
}

/** Where what leads into the list may end: the adverbs and the first verb, at the front of the clause or behind its subject. */
function leadEnds(slice: string): readonly number[] {
  for (let at = 0; at < Math.max(1, slice.length - 3); at++) {
    const ends = at === 0 || subjectEnd.test(slice.slice(Math.max(0, at - 4), at)) ? leadAt(slice, at) : [];
    if (ends.length) return ends;
  }
  const adverb = skipAdverbs(slice, 0);
  return adverb ? [adverb] : [];
}

function skipAdverbs(slice: string, from: number): number {
  let at = from;
  for (let next = wordAt(slice, at, adverbs); next > at; next = wordAt(slice, at, adverbs)) at = next;
  return at;
}

function leadAt(slice: string, from: number): number[] {
  const at = skipAdverbs(slice, from);
  const plain = wordAt(slice, at, verbs);
  const end = plain || wordAt(slice, at, nominal);
  if (!end) return [];
  // 深化运用…, 坚持以…: a second verb or a preposition may follow the first.
  const second = wordAt(slice, end, verbs) || (plain ? 0 : wordAt(slice, end, nominal));
  const more = second > end && slice.length - second > 2;
  const ends = more ? (wordAt(slice, end, verbs) && !plain ? [second] : [second, end]) : [end];
  for (const one of [...ends]) {
    let after = behindAspect(slice, one);
    while ('以把将对从好'.includes(slice.charAt(after)) && after < slice.length - 2) after++;
    if (after > one) ends.unshift(after);
  }
  return ends;
}

function wordAt(slice: string, at: number, list: ReadonlySet<string>): number {
  for (let length = longestWord; length > 0; length--) if (list.has(slice.slice(at, at + length))) return at + length;
  return 0;
}

function isInsideQuotes(slice: string, at: number): boolean {
  let depth = 0;
  for (let i = 0; i < at; i++) {
    if ('“《（'.includes(slice.charAt(i))) depth++;
    else if ('”》）'.includes(slice.charAt(i))) depth--;
  }
  return depth > 0;
}

/** How little `item` is like the others: 0 where it has their length and opens as they do, with a verb or without. */
function misfit(item: string, others: readonly string[]): number {
  const lengths = others.map((other) => other.length);
  const least = Math.min(...lengths);
  const most = Math.max(...lengths);
  // One other item says little about the length, several of one length say much.
  const weight = others.length < 2 ? 0.5 : least === most ? 1.5 : 1;
  let score = weight * (Math.max(0, item.length - most) + Math.max(0, least - item.length));
  const verbal = others.filter(opensWithVerb).length * 2 > others.length;
  if (opensWithVerb(item) !== verbal) score += verbal ? 5 : 3;
  return isAligned(item, others) ? score - 5 : score;
}

/** 签约项目抓开工、开工项目抓进度: two others or more of one length that share characters at a place, as the item does too. */
function isAligned(item: string, others: readonly string[]): boolean {
  const [first = ''] = others;
  if (others.length < 2 || !others.every((other) => other.length === item.length)) return false;
  const shared = [...first].map((char, i) => others.every((other) => other[i] === char));
  // What all end with says nothing of where they begin.
  const inside = [...shared.keys()].filter((i) => shared[i] && i < shared.lastIndexOf(false));
  const met = inside.filter((i) => item[i] === first[i]);
  return met.length > 1 || (met.length > 0 && met.length === inside.length);
}

/** The longest common beginning of at least two items, up to four characters. */
function commonPrefix(items: readonly string[]): string {
  const [first = '', ...rest] = items;
  if (!rest.length) return '';
  let length = 0;
  while (length < first.length && rest.every((item) => item[length] === first[length])) length++;
  return first.slice(0, Math.min(length, 4));
}

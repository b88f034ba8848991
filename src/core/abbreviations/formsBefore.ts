import type { Candidate } from './candidates.ts';
import { clauses, clauseStart, clauseStop, longestReach } from './clauses.ts';
import { spell } from './fit.ts';
import { isEvident, namesTerms, waits } from './evidence.ts';
import { areNamed, byCounts, pairCount } from './fitComposite.ts';
import { isItem, readList } from './items.ts';
import type { Reading } from './reading.ts';
import { fitInitials, initialsOf, standInOrder } from './initials.ts';
import { withoutSummary } from './lastItem.ts';
import { cutLeadIn, endsInVerb, hasPredicate } from './leadIn.ts';
import { holdsConjunction, indexIn, splitLast, trimmed } from './lists.ts';
import { countedNoun, parseNumericTerm } from './numerals.ts';
import type { TextRange } from '../text/range.ts';

const connective =
  /(?:等)?(?:相结合的|结合的|相统一的|相融合的|并举的|并重的|为一体的|一体的|三位一体的|为主要内容的|为主要内容|为内容的|为重点的|为核心的|为主体的|为主的|为支撑的|为抓手的|为代表的|组成的?|构成的?|形成的|这(?:个|些|一)?|的|(?<!(?<!水)平|同|均)等)$/;
/** 被群众称作, 并称青禾: the text names the list outright. */
const naming =
  /(?:[，,]?(?:被\p{Script=Han}{0,6}|合|并)?(?:称作|称之为|叫作|叫做|唤作|誉为|当作|概括为|归纳为|总结为|提炼为|浓缩为|凝练为|整合为|合并为|统一为)|(?:合称|并称|统称)(?:为)?\p{Script=Han}{0,4})$/u;
const abbreviated =
  /[（(](?:以下)?(?:统称|简称|合称|并称|称为|下称|俗称|即|统称为|简称为)?[：:]?[“「"]?$|(?:，|,)?(?:以下|被|并|共同)?(?:统称|简称|合称|并称|称为|统称为|简称为|俗称)(?:为)?[：:]?$/;
/** The characters with which one of the two can end. */
const linkEnds = '的容这个些一等成（(称为即“「：:';
const stops = /[、，。；：！？,;:!?\s]/;

/** 起数、死亡人数｜连续9年“双下降”: how the term came about is no part of an item. */
const course =
  /(?:连续(?:\d+|[一二三四五六七八九十]+)年|(?<!努力|奋力|力争|争取|不断|持续|继续)保持|首次|双双|同比|整体|总体|再次|占比|分别|历史性){1,4}$/;

/** Forms 1 and 4: the items stand in front of the quoted term, directly or with 的, 等, 这 or （以下简称 between. */
export function readBefore(text: string, candidate: Candidate, blockStart: number): Reading | null {
  const { numeric, quoted, term } = candidate;
  if (numeric && numeric.expected === null) return null;
  if (stops.test(text.charAt(quoted.start - 1))) return null;
  const count = numeric?.expected ?? initialsOf(term).length;
  const least = Math.max(blockStart, quoted.start - longestReach);
  if (count < 2) return null;
  // The list of a word without numeral spells it, or stands in quotes of its own.
  const range = { start: least, end: quoted.start };
  if (!numeric && !standInOrder(text, range, initialsOf(term)) && indexIn(text, '”', least, quoted.start) < 0)
    return null;
  const before = text.slice(least, quoted.start);
  if (!/[、，和与及—→]|”“/.test(before)) return null;
  const tail = before.slice(-14);
  const link =
    (linkEnds.includes(tail.at(-1) as string) ? (abbreviated.exec(tail) ?? connective.exec(tail)) : null) ??
    naming.exec(tail);
  // 以党建为引领、以服务为核心的: where the piece in front has its own 为, the last 为 is part of the list too.
  const inList = link?.[0].startsWith('为') && /为[^、，]{2}、[^、，为]+$/.test(before.slice(0, -link[0].length));
  const end = quoted.start - (inList ? 1 : ((link ?? course.exec(tail))?.[0].length ?? 0));
  const start = clauseStart(text, least, end, clauseStop);
  if (end - start < 2 || '、，。；：！？“（'.includes(text.charAt(end - 1))) return null;
  const places = itemMarks(text, start, end);
  // The last mark may be a word (和), and so may be the one item more.
  const listed = places >= count - 2 ? lastItems(text, { start, end }, count, candidate, link === null) : null;
  const flat = listed ?? clauses(text, least, end, count, candidate);
  const list =
    flat ??
    quotedItems(text, start, end, count) ??
    quotedRow(text, { start, end }, candidate) ??
    pairs(text, { start, end }, candidate);
  if (!list) {
    const counted = places > 1 && !inList ? otherCount(text, { start, end }, candidate, link !== null) : null;
    return counted ?? (link || places < 2 ? null : oneShort(text, { start, end }, candidate));
  }
  const spelled = spell(text, list);
  const whole = link ? spelled : withoutOwner(spelled);
  const items = flat && numeric?.parts.length === 1 ? withoutSummary(whole, term) : whole;
  // What the first item loses, it loses in front.
  const itemsStart = (list[0] as TextRange).end - (items[0] as string).length;
  return {
    form: link ? 'items-of-term' : 'items-before',
    fit: { kind: 'exact', ...(flat && numeric ? byCounts(items, numeric) : { items }) },
    strong: false,
    itemsRange: { start: itemsStart, end },
    spanStart: itemsStart,
    spanEnd: quoted.end,
  };
}

/** 门前卫生包干、秩序包干｜的门前“三包”: what the last item alone has behind 的 belongs to the term. */
function withoutOwner(items: readonly string[]): readonly string[] {
  const last = items.at(-1) ?? '';
  const at = last.lastIndexOf('的');
  const owned = at > 1 && last.length - at <= 4 && !items.slice(0, -1).some((item) => item.includes('的'));
  return owned ? [...items.slice(0, -1), last.slice(0, at)] : items;
}

/** At how many places `readList` could part `[start, end)` into items: a look at it that costs little. */
function itemMarks(text: string, start: number, end: number): number {
  let places = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const circled = code >= 0x2460 && code <= 0x2473;
    // “甲”“乙” and 《甲》《乙》 are parted by nothing.
    if (code === 0x3001 || circled || code === 0x201c || code === 0x300a || code === 0x2014 || code === 0x2192)
      places++;
  }
  return places;
}

/** 划定红线、蓝线、绿线、黄线的“三线”: one item more or less than the numeral says, where each ends with what it counts. */
function otherCount(
  text: string,
  clause: TextRange,
  { numeric, quoted, term }: Candidate,
  linked: boolean,
): Reading | null {
  const noun = countedNoun(term);
  const { ranges, open } = readList(text, clause, '、');
  const [first, ...others] = ranges;
  if (!first || !noun || open || numeric?.parts.length !== 1 || numeric.expected === null || ranges.length < 3)
    return null;
  if (Math.abs(ranges.length - numeric.expected) !== 1) return null;
  const start = cutLeadIn(text, first, spell(text, others));
  const items = [text.slice(start, first.end), ...spell(text, others)];
  const [size = 0] = others.map((range) => range.end - range.start);
  const even = linked && size > 2 && items.every((item) => item.length === size);
  const meant = even || items.every((item) => item.length > noun.length && item.length <= 12 && item.endsWith(noun));
  if (!meant || items.some((item) => /[“《]/.test(item) || holdsConjunction(item))) return null;
  const fit = { kind: 'short', items } as const;
  const form = linked ? 'items-of-term' : 'items-before';
  return { form, fit, strong: true, itemsRange: { start, end: clause.end }, spanStart: start, spanEnd: quoted.end };
}

/** 大力发展黄桃、脐橙、油茶、蜂蜜“五大特产”: one item less than the numeral says, in a list of short items that are alike. */
function oneShort(text: string, clause: TextRange, { numeric, quoted }: Candidate): Reading | null {
  const ranges = readList(text, clause, '、').ranges;
  const [first, ...others] = ranges;
  if (!first || ranges.length < 3 || numeric?.parts.length !== 1 || ranges.length + 1 !== numeric.expected) return null;
  const start = cutLeadIn(text, first, spell(text, others));
  const items = [text.slice(start, first.end), ...spell(text, others)];
  const lengths = items.map((item) => item.length);
  const even = Math.max(...lengths) - Math.min(...lengths) < 2 && Math.max(...lengths) <= 8;
  const plain = items.every(
    (item) => item.length > 1 && isItem(item) && !/[“《]/.test(item) && !holdsConjunction(item),
  );
  // 镇安监站会同派出所、消防站、供电所“四部门”: whoever stands in front is one of them.
  const joined = /(?:会同|联合|携手|协同|[和与同跟及])$/.test(text.slice(clause.start, start));
  if (start === first.start || joined || !even || !plain || endsInVerb(items.at(-1) as string)) return null;
  const fit = { kind: 'short', items } as const;
  const itemsRange = { start, end: clause.end };
  return { form: 'items-before', fit, strong: true, itemsRange, spanStart: start, spanEnd: quoted.end };
}

/** 做到“小事不出村、大事不出镇、矛盾不上交”的“三不”: the list stands in quotes of its own. */
export function quotedItems(text: string, start: number, end: number, count: number): TextRange[] | null {
  if (text.charAt(end - 1) !== '”') return null;
  const open = text.lastIndexOf('“', end - 1);
  if (open < start) return null;
  for (const separators of ['、', '，,', '；;', '—']) {
    const { ranges } = readList(text, { start: open + 1, end: end - 1 }, separators);
    if (ranges.length === count && spell(text, ranges).every((item) => item.length > 1 && isItem(item, 40)))
      return [...ranges];
  }
  return null;
}

/** “青苗”“头雁”“归雁”“三大工程”: each item in quotes of its own, and no mark between. */
function quotedRow(text: string, { start, end }: TextRange, { numeric }: Candidate): TextRange[] | null {
  const count = numeric?.loose === false ? (numeric.expected ?? 0) : 0;
  if (count < 3 || text.charAt(end) !== '“') return null;
  const row: TextRange[] = [];
  for (
    let at = end;
    row.length <= count && at > start && text.charAt(at - 1) === '”';
    at = (row[0] as TextRange).start
  ) {
    const open = text.lastIndexOf('“', at - 2);
    if (open < start || at - open > 32) break;
    row.unshift({ start: open, end: at });
  }
  const named = row.some((one) => parseNumericTerm(text.slice(one.start + 1, one.end - 1)) !== null);
  return row.length === count && !named ? row : null;
}

/** 以水定城、以水定地、以水定人、以水定产的“四水四定”: one item for each pair. */
function pairs(text: string, clause: TextRange, candidate: Candidate): TextRange[] | null {
  const parts = candidate.numeric?.parts ?? [];
  const count = pairCount(parts);
  const list = count === null ? null : lastItems(text, clause, count, candidate, true);
  return list && areNamed(spell(text, list), parts) ? list : null;
}

/** 区、街道、社区“三级”: levels have names of one character. */
const level = /^[国省市县区镇乡村组]$/;

/** The last `count` pieces of the clause, the first without its lead-in; null where they are no list of items for the term. */
function lastItems(
  text: string,
  clause: TextRange,
  count: number,
  candidate: Candidate,
  direct: boolean,
): TextRange[] | null {
  // 发现—上报—处置: dashes part items where nothing else does.
  const dashed = /[—→]/.test(text.slice(clause.start, clause.end)) && indexIn(text, '、', clause.start, clause.end) < 0;
  let ranges = readList(text, trimmed(text, clause.start, clause.end), dashed ? '—→' : '、').ranges as TextRange[];
  const last = ranges.at(-1);
  if (!last) return null;
  if (ranges.length === count - 1) {
    const two = splitLast(text, last, ranges[0] === last ? '' : text.slice(ranges[0]?.start, ranges[0]?.end));
    if (!two) return null;
    ranges = [...ranges.slice(0, -1), ...two];
  }
  // One item more than the numeral says in an unbroken list is a miscount or another list: neither defines the term.
  if (ranges.length !== count) return null;
  const rest = ranges.slice(1).map((piece) => text.slice(piece.start, piece.end));
  const first = ranges[0] as TextRange;
  const start = cutLeadIn(text, first, rest);
  const items = [text.slice(start, first.end), ...rest];
  const single = items.length > 2 && items.every((item) => item.length === 1);
  if (
    !items.every(
      (item, i) => (single || item.length > 1 || (i < items.length - 1 && level.test(item))) && isItem(item, 40),
    ) ||
    endsInVerb(items.at(-1) as string)
  )
    return null;
  if (waits(items)) return null;
  if (namesTerms(items) || hasPredicate(items.at(-1) as string, items.slice(0, -1))) return null;
  if (!isEvident(text, items, candidate, direct)) return null;
  if (!candidate.numeric && fitInitials(text, { start, end: clause.end }, candidate.term).kind !== 'exact') return null;
  return [{ start, end: first.end }, ...ranges.slice(1)];
}

import type { TextRange } from '../text/range.ts';
import { indexIn, splitAt, splitNeighbours, trimmed } from './lists.ts';

const enumerator =
  /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.．、]|[①-⑳]|[一二三四五六七八九十]{1,2}[是要])\s*/;
/** What an enumerator starts with. */
const enumerates = new Set('（(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
const openEnd =
  /(?:[，,]?(?<!(?<!水)平|同|均)等{1,4}|[，,]?(?<!(?<!水)平|同|均)等(?:方面|领域|内容|工作|环节|措施|问题|事项|机制|制度|功能)?|……|…)$/;
const closedEnd = /[，,]?等(?:[一二三四五六七八九十两]{1,2}|\d{1,2})[个大项条种类方面].{0,8}$/;
const noItem =
  /^(?:详见|见附|见下|参见|附件|附后|来源|资料|记者|通讯员|摄影|下同|略|含|不含|除(?=.{0,20}外)|其中|如(?![期愿实何厕意约数常流画一])|例如|比如|以下|简称|[图表](?=[\d一二三四五六七八九：:]|$)|试行|暂行|修订)/;
const date = /^\d{2,4}(?:年|[.-]\d)|^\d{1,2}月/;

/** The items of a list that is split at `separators`, without their enumerators; `open` where it ends in 等. */
export interface ItemList {
  readonly ranges: readonly TextRange[];
  readonly open: boolean;
}

/** Splits a list into its items and cleans each of them. */
export function readList(text: string, range: TextRange, separators: string): ItemList {
  const circled = indexIn(text, '②', range.start, range.end) >= 0;
  const pieces: TextRange[] = [];
  for (const piece of splitAt(text, range.start, range.end, separators)) {
    if (circled || '“《'.includes(text.charAt(piece.start))) pieces.push(...splitCircled(text, piece));
    else pieces.push(piece);
  }
  const ranges: TextRange[] = [];
  let open = false;
  for (const [i, piece] of pieces.entries()) {
    const start = behindEnumerator(text, piece);
    let { end } = piece;
    while (end > start && '。；;，,、：:'.includes(text.charAt(end - 1))) end--;
    if (i === pieces.length - 1) {
      const tail = etcetera(text.slice(start, end));
      if (tail && tail.match.index > 0) end = start + tail.match.index;
      open = tail?.open ?? false;
    }
    const item = trimmed(text, start, end);
    if (item.end > item.start) ranges.push(item);
  }
  return { ranges, open };
}

/** Where an item starts behind its enumerator. */
function behindEnumerator(text: string, { start, end }: TextRange): number {
  if (!enumerates.has(text.charAt(start))) return start;
  const mark = enumerator.exec(text.slice(start, Math.min(end, start + 6)));
  return mark && mark[0].length < end - start ? start + mark[0].length : start;
}

/** The 等 or …… at the end of a list; 等三个方面 says that there is no more. */
function etcetera(slice: string): { readonly match: RegExpExecArray; readonly open: boolean } | null {
  const closed = slice.includes('等') ? closedEnd.exec(slice) : null;
  if (closed) return { match: closed, open: false };
  const match = openEnd.exec(slice);
  return match && { match, open: true };
}

/** ①甲②乙③丙: circled figures part items that nothing else parts. */
function splitCircled(text: string, piece: TextRange): TextRange[] {
  const slice = text.slice(piece.start, piece.end);
  if (!slice.includes('②')) return splitNeighbours(text, piece);
  return [...slice.matchAll(/[①-⑳][^①-⑳]+/g)].map((match) => ({
    start: piece.start + match.index,
    end: piece.start + match.index + match[0].length,
  }));
}

/** True where `slice` can be an item: no sentence, no date, no pointer to somewhere else. */
export function isItem(slice: string, longest = 60): boolean {
  if (!slice.length || slice.length > longest || noItem.test(slice) || date.test(slice)) return false;
  return !/[。？！?!\n]|是指|指的是|命名为|被评为/.test(bare(slice)) && /[\p{L}\d]/u.test(slice);
}

const person = /^[老小]?\p{Script=Han}{1,3}$/u;
const surname =
  /^[老小]?[王李张刘陈杨赵周吴徐孙胡朱何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛潘杜戴汪姜姚谭廖邹郝崔秦侯邵孟]/;
const rarerSurname = /^[老小]?[黄马高林于曾叶阎余钟田任范方石熊金陆孔白康毛邱江史顾龙万段雷钱汤尹黎易常武乔贺赖龚文夏]/;

/** True where a list names people (王军、李强、老赵): whoever was chosen, they are not what a term stands for. */
export function namesPeople(items: readonly string[]): boolean {
  if (items.length < 2 || !items.every((item) => item.length < 4 && person.test(item))) return false;
  const sure = items.filter((item) => surname.test(item)).length;
  return sure * 2 > items.length && items.every((item) => surname.test(item) || rarerSurname.test(item));
}

/** The item without what stands in quotes, book marks or brackets. */
export const bare = (item: string): string => item.replace(/“[^”]{0,200}”|《[^》]{0,200}》|（[^）]{0,200}）/g, '');

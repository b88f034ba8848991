/** Nouns that stand between a term and what unfolds it: “三会”制度（…）. */
const classNoun =
  /(?:工作法|制度|机制|工程|项目|原则|理念|体系|行动|方式|模式|要求|工作|方法|做法|标准|目标|战略|政策|举措|措施|活动|格局|布局|思路|任务|计划|方案|路径|平台|品牌|网络|服务|改革|建设|精神|作风|问题|群体|人员|企业|产业|产品|队伍|清单|指标|能力|结构|融合|联动|经济|园区|思想|意识|教育|治理|管理|监督|责任|保障|对策|关系|效应|优势|特色|文化|课堂|法|圈|线|区|办法|规定|规范|总要求|总思路|总体思路|发展思路|工作机制|工作制度|工作模式|工作体系|工作思路|工作要求|工作格局|治理模式|治理机制|治理体系|服务模式|服务体系|产业体系|发展格局|发展战略|空间布局|发展布局|发展模式|专项行动|重点任务|重点工作|协商机制|联动机制|管理模式|管理机制|运行机制|行动计划)$/;
const noTail = '的了和与在是为等把被将对从向以及或即指这那就都也';
const linkWords = new Set(['包括', '包含', '涵盖', '分别', '具体', '主要', '简称']);
/** Characters of the noun behind a term. */
export const longestTail = 8;

/** Of every code unit, whether it may stand in the noun behind a term: 2 where it may also open a link word. */
const tailKinds = new Uint8Array(0x10000).fill(1, 0x4e00, 0xa000);
for (const char of noTail) tailKinds[char.charCodeAt(0)] = 0;
for (const word of linkWords) tailKinds[word.charCodeAt(0)] = 2;

const inWord = /^[倾导方走动趋]向|^.就[业医学诊近餐]|^.对[象接]|^[对均]等/;

function isTail(text: string, at: number): boolean {
  const kind = tailKinds[text.charCodeAt(at)];
  // 倾向, 就业: words of the noun that hold one of them.
  if (kind === 0) return inWord.test(text.slice(Math.max(0, at - 1), at + 2));
  return kind === 1 || (kind === 2 && !linkWords.has(text.slice(at, at + 2)));
}

/** The noun behind a quoted term: 工作, or the 办法 of 的办法. */
export interface Tail {
  readonly start: number;
  readonly end: number;
}

/** The noun behind a term that ends at `from`. */
export function tailOf(text: string, from: number, end: number): Tail {
  const start = text.charAt(from) === '的' && isTail(text, from + 1) ? from + 1 : from;
  let at = start;
  while (at < end && at - start < longestTail && isTail(text, at)) at++;
  return { start, end: at };
}

/** True where the noun is a usual class noun, perhaps with more in front, or there is none. */
export function isKnown(text: string, { start, end }: Tail): boolean {
  return start === end || classNoun.test(text.slice(start, end));
}

/** 即 that is no beginning of another word (即使, 即将, 即日起), though an item may open with one (即日常巡查). */
const thatIs = '即(?!使(?![用命])|将|时(?![间限代令])|便(?![民利捷携])|日(?![常均间产用照])|可(?!回收|燃|再生|持续))';
/** What says of a term what it is. */
export const says =
  `${thatIs}|分别是|分别为|分别指|分别代表|分别对应|指的(?:就)?是|是指|也就是说?|就是说?|就是指|亦即|也即|意即|意为|意指|意思(?:就)?是|说的(?:就)?是|讲的(?:就)?是` +
  '|具体(?:来说|说来|而言)?[，,]?(?:就是|是|为|指|体现为|表现为)|具体(?:来说|说来|而言)';

/** The same at the front of a list. */
export const bracketLead = new RegExp(`^(?:${says}|指(?![导标出挥引])|包括|包含|简称)[：:，,]?\\s*`);

/** How a text goes from a term to its list. */
export interface Link {
  /** `says`: 即, 指, 分别是; `mark`: a colon or a dash; `lists`: 包括, 分为; `is`: 是 or 为, which may begin any sentence. */
  readonly kind: 'says' | 'mark' | 'lists' | 'is';
  /** Where the list starts. */
  readonly end: number;
  /** True for ，是: what follows a comma is rather said of the term (“三个代表”，是立党之本、…). */
  readonly apart?: true;
}

const link = new RegExp(
  `(?<says>(?:是什么|是啥|是哪些?[个条项种]?|指什么|指的是什么|有哪些|怎么做|说的是什么)[？?](?:${says}|是)?[：:，,]?|[，,]?\\s*(?:即为(?![民了人])|${says}|指(?![导标出挥引数]))[：:，,]?)\\s*|(?<mark>[：:]|——|—)\\s*` +
    '|(?<lists>[，,]?\\s*(?:主要|具体|一般|共|细|划|又)?(?:包括|包含|涵盖|囊括|(?:细|划)?分[为成]))(?<colon>[：:])?\\s*' +
    '|(?:(?<apart>[，,])?\\s*(?:主要)?(?:是|(?<![，,成作])为(?!了|主|重|核|抓|引))(?!否|不))(?<called>[：:])?\\s*',
  'y',
);

/** The characters with which a link can start, white space aside. */
const linkStarts = '，,即分指是也就具：:—主包涵为亦说讲意一共细划又囊代有怎';

/** The link at an offset, or null. */
export function linkAt(text: string, at: number): Link | null {
  const code = text.charCodeAt(at);
  // All white space lies below the ideographs.
  if (code > 0x3000 && code !== 0xfeff && !linkStarts.includes(text.charAt(at))) return null;
  link.lastIndex = at;
  const found = link.exec(text)?.groups;
  if (!found) return null;
  const end = link.lastIndex;
  // “三项纪律”是：… says as much as the colon alone.
  if (found.says !== undefined || found.colon !== undefined || found.called !== undefined) return { kind: 'says', end };
  if (found.mark !== undefined) return { kind: 'mark', end };
  return found.lists !== undefined ? { kind: 'lists', end } : { kind: 'is', end, ...(found.apart && { apart: true }) };
}

import type { TextRange } from '../text/range.ts';

/** Verbs and other words that lead into a list of items: 做好｜科技金融、绿色金融… */
const leads =
  '全面推进|全力推进|深入推进|统筹推进|协同推进|扎实推进|持续推进|加快推进|大力推进|积极推进|稳步推进|推进|推动|推行|推广|坚持|坚定|坚决|做好|做优|做强|做大|做实|做到|落实|实施|实行|实现|开展|开办|创新|建立|建设|建成|建好|建强|建优|构建|组建|健全|完善|优化|强化|深化|细化|量化|净化|加强|加快|加大|加速|提升|提高|提供|提出|打造|打好|打通|打响|擦亮|培育|培养|发展|发挥|发扬|围绕|聚焦|紧扣|紧盯|紧抓|瞄准|着眼|着力|着重|突出|突破|贯彻|践行|弘扬|弘大|传承|牢记|牢固树立|树立|树牢|增强|增进|形成|探索|探索形成|总结|总结出|提炼|创建|创造|创设|设立|设置|成立|组织|组成|整合|统筹|融合|汇聚|凝聚|集聚|盘活|激活|激发|调动|动员|发动|引导|引领|倡导|鼓励|支持|扶持|服务|保障|保持|确保|维护|守护|守牢|守住|筑牢|夯实|巩固|拓展|扩大|延伸|开发|利用|运用|用好|用活|用足|抓好|抓实|抓牢|抓紧|抓住|把握|把好|把|将|以|对|从|按照|根据|依托|依靠|通过|借助|采取|采用|遵循|严格执行|严格落实|严格|执行|履行|遵守|学习|宣传|解决|破解|整治|治理|防范|化解|反对|克服|纠正|杜绝|消除|清理|淘汰|改善|改进|改造|改革|更新|促进|助力|赋能|带动|拉动|撬动|注重|重视|关注|关心|关爱|满足|回应|办好|管好|建立健全|建立完善|编制|制定|出台|印发|梳理|归纳|归集|划分|划定|分为|包括|涵盖|涉及|针对|面向|立足|突显|彰显|体现|展现|展示|呈现|成为|作为|具有|拥有|具备|完成|达到|达成|取得|获得|荣获|争创|争取|争当|配齐|配强|选优|选好|选派|搭建|搭好|搭牢|架起|开通|启动|启用|投入|投用|召开|举办|承办|主办|参加|参与|统一|规范|创优|开设|开辟|运行|实现了|形成了|建立了|打造了|推行了|构建了|探索了|创新了|落实了|完善了|健全了|推出|推出了|培育了|主抓|狠抓|深抓|严抓|力抓|大抓|抓|重点做好|重点抓好|重点发展|重点推进|大力发展|大力实施|大力弘扬|积极发展|积极探索|积极构建|积极开展|全面落实|全面实施|全面实行|全面提升|全面加强|全面推行|深入实施|深入开展|深入落实|扎实开展|扎实做好|认真落实|切实做好|切实加强|切实抓好|努力打造|努力实现|努力构建|着力打造|着力构建|着力推进|着力提升|持续深化|持续优化|持续加强|进一步|协调|一体|一体推进|同步|同步推进|的|了|在|由|是|为|用|与|和|及|有|并|既|让|使|要|再|就|也|还|着';

const leadList = leads.split('|').filter(Boolean);
const leadSet = new Set(leadList);
const longestLead = Math.max(...leadList.map((lead) => lead.length));
/** Lead-ins of one character are only looked for where items are short of any other sign. */
const verbs = leadList.filter((lead) => lead.length > 1);
const verbSet = new Set(verbs);

/** True where `slice` ends with a verb that still waits for its object (…、做到“两个维护”): it is no item. */
export function endsInVerb(slice: string): boolean {
  for (let length = 1; length <= Math.min(longestLead, slice.length); length++) {
    const tail = slice.slice(-length);
    if (
      length === 1
        ? /[的了把将以对从为是有和与及在向等由按]/.test(tail)
        : verbSet.has(tail) &&
          !/(?:化|新|展|合|务|障|护|理|造|革|善|升|强|领|导|固|通|动|用|握|调|范|发|放|学习|组织|建设|保持|改进|提高|增进|促进|传承|监督|治理|整治)$/.test(
            tail,
          )
    )
      return true;
  }
  return false;
}

/** True where `slice` opens with a lead-in verb of two characters or more. */
export function opensWithVerb(slice: string): boolean {
  for (let length = Math.min(longestLead, slice.length - 1); length > 1; length--)
    if (verbSet.has(slice.slice(0, length))) return true;
  return false;
}

/**
 * Where the first item of a list starts inside its first piece, which may carry the verb and more in front: the other items
 * show the pattern (common beginning, common ending, length). Returns an offset of `text` inside `piece`.
 */
export function cutLeadIn(text: string, piece: TextRange, others: readonly string[]): number {
  const slice = text.slice(piece.start, piece.end);
  if (!others.length) return piece.start;
  const starts = cutsOf(slice);
  const prefix = commonPrefix(others);
  const byPrefix = prefix ? slice.lastIndexOf(prefix) : -1;
  if (byPrefix > 0 && slice.length - byPrefix >= prefix.length + 1 && !isInsideQuotes(slice, byPrefix))
    return piece.start + byPrefix;
  if (byPrefix === 0) return piece.start;
  let best = 0;
  let bestScore = Infinity;
  for (const start of starts) {
    const score = misfit(slice.slice(start), start, others);
    if (score < bestScore) [best, bestScore] = [start, score];
  }
  return piece.start + best;
}

/** Places where an item may start: the front, behind each lead-in, and where the length of all others asks for it. */
function cutsOf(slice: string): number[] {
  const cuts = [0];
  for (let at = 0; at < slice.length - 1; at++) {
    for (let length = 1; length <= longestLead && at + length < slice.length; length++) {
      if (!leadSet.has(slice.slice(at, at + length)) || isInsideQuotes(slice, at + length)) continue;
      cuts.push(at + length);
    }
  }
  const quote = slice.search(/[“《]/);
  if (quote > 0) cuts.push(quote);
  return [...new Set(cuts)];
}

function isInsideQuotes(slice: string, at: number): boolean {
  let depth = 0;
  for (let i = 0; i < at; i++) {
    if ('“《（'.includes(slice.charAt(i))) depth++;
    else if ('”》）'.includes(slice.charAt(i))) depth--;
  }
  return depth > 0;
}

function misfit(item: string, cut: number, others: readonly string[]): number {
  const lengths = others.map((other) => other.length);
  const least = Math.min(...lengths);
  const most = Math.max(...lengths);
  let score = 0;
  if (item.length > most) score += (item.length - most) * (least === most ? 2 : 1);
  if (item.length < least) score += (least - item.length) * 3;
  const verbs = others.filter(opensWithVerb).length;
  if (opensWithVerb(item) !== verbs * 2 > others.length) score += 4;
  const quoted = others.every((other) => /^[“《]/.test(other));
  if (quoted !== /^[“《]/.test(item)) score += 4;
  // Between equal fits the cut that takes less away wins.
  return score + cut * 0.05;
}

/** The longest common beginning of at least two items. */
export function commonPrefix(items: readonly string[]): string {
  const [first = '', ...rest] = items;
  if (!rest.length) return '';
  let length = 0;
  while (length < first.length && rest.every((item) => item[length] === first[length])) length++;
  return first.slice(0, Math.min(length, 4));
}

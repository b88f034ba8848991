import type { TextRange } from '../text/range.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What may stand in front of the verb: 要扎实｜推进. */
const adverbs = words(
  '要 应 须 将 就 必须 需要 还要 既要 更要 坚决 扎实 全面 大力 积极 深入 持续 着力 努力 切实 不断 认真 全力 坚定 坚定不移 继续 进一步 更好 更加 加快 稳步 有序 有效 严格 牢牢 紧紧 始终 奋力 加力 合力 协同 同步 一体 一体化 率先 主动 自觉 充分 重点 突出 我们 全镇 全县 全市 全区 全省 我镇 我县 我市 我区 我省 各级 各地 各村 各社区 近年来 今年 去年 今年以来 会议强调 会议指出 在',
);

/** Verbs that lead into a list and are no part of its items: 做好｜科技金融、绿色金融… */
const verbs = words(
  '推进 推动 推行 推广 坚持 坚定 做好 做优 做强 做大 做实 做到 做细 落实 实施 实行 实现 开展 开办 建立 建成 建好 建强 建优 构建 组建 健全 完善 强化 深化 细化 加强 加快 加大 加速 打造 打好 打通 打响 擦亮 发挥 发扬 围绕 聚焦 紧扣 紧盯 紧抓 瞄准 着眼 着力 着重 贯彻 践行 弘扬 传承 牢记 牢固树立 树立 树牢 增强 增进 形成 探索 探索形成 探索建立 探索推行 总结 总结出 总结推广 提炼 提炼出 创造 创设 设立 设置 成立 汇聚 凝聚 集聚 盘活 激活 激发 调动 动员 倡导 鼓励 扶持 确保 守护 守牢 守住 筑牢 夯实 巩固 拓展 扩大 延伸 运用 用好 用活 用足 抓好 抓实 抓牢 抓紧 抓住 把握 把好 按照 根据 依托 依靠 通过 借助 采取 采用 遵循 执行 履行 遵守 解决 破解 杜绝 消除 淘汰 助力 带动 拉动 撬动 注重 重视 关注 关心 满足 回应 办好 管好 建立健全 建立完善 编制 制定 出台 印发 梳理 归纳 划分 划分为 划定 分为 包括 涵盖 涉及 针对 面向 立足 彰显 体现 展现 展示 呈现 成为 作为 具有 拥有 具备 完成 达到 达成 取得 获得 争创 争取 争当 配齐 配强 选优 选派 搭建 搭好 开通 启动 投入 投用 召开 举办 承办 开设 开辟 实现了 形成了 建立了 打造了 推行了 构建了 探索了 落实了 完善了 健全了 推出 推出了 培育了 狠抓 深抓 严抓 力抓 以 把 将 对 从 由 让 使 为 抓 用 走 聚合 贯通 统领 擘画 绘就 谱写 搞好 搞活 念好 唱好 下好 走好 补齐 拉长 锻造 营造 优化提升 融入 对标 锚定 做活 兑现 兜牢 兜住 稳住 稳定',
);

/** Verbs that are as often part of an item (城市更新, 社会治理): they lead in only at the front of the clause. */
const nominal = words(
  '发展 服务 改革 治理 建设 创新 保障 改造 更新 监督 管理 组织 学习 宣传 统筹 融合 引导 引领 支持 保持 提升 提高 提供 优化 改善 改进 创建 培育 培养 开发 利用 维护 整治 防范 化解 统一 规范 协调 参与 发动 突破 突出 净化 关爱 反对 克服 纠正 清理 促进 赋能 深入开展 梳理 整合 增加 减少 减轻 免除 补助 降低 扩大 压降 保护 引进 引育 帮助 帮扶 救助',
);
const longestWord = 6;

/** Verbs that still wait for an object at the end of a clause, whatever stands in front (…、做到“两个维护”). */
const waiting = words(
  '推进 推动 推行 坚持 坚定 做好 做到 落实 实施 实行 实现 开展 建立 构建 健全 完善 强化 深化 加强 加快 打造 打好 围绕 聚焦 紧扣 贯彻 践行 弘扬 牢记 树立 树牢 增强 形成 探索 确保 筑牢 夯实 巩固 拓展 运用 用好 抓好 抓实 把握 遵循 执行 履行 遵守 破解 注重 办好 搭建 推出 成为 作为 达到 通过 按照 根据 依托 拥护 坚决做到 捍卫 忠诚拥护 深刻领悟 领悟 保持 铭记 厚植 捍牢 擦亮 唱响 叫响 打响 奏响 聚力 克服 整治 纠治 反对 破除 力戒 抵制 狠刹 严查 兜牢 扎牢 启动 入选 荣获 获评 获得 创成 建成 创建 争创 完成 参加 召开 举办 组织 发布 印发 出台 签订 签署 提出 总结 提炼 凝练 推广 发扬 传承 赓续 学习 领会 宣传 设立 成立 组建 开设 开通 上线 投用 推介 培育 认定 评选 评出 突出 持续 深入 全面 大力 以及 包括 具有 体现 彰显 展现 提升 优化 提高 改善 促进',
);

/** True where `slice` ends with a verb or another word that waits for what follows: it is no item. */
export function endsInVerb(slice: string): boolean {
  if (/[的了把将以对从为是有和与及在向等由按着之]$/.test(slice)) return true;
  for (let length = 2; length <= Math.min(longestWord, slice.length); length++) {
    const tail = slice.slice(-length);
    // 组织建设提升 is an item, 努力实现 is none: a verb that also names a thing only waits where it stands alone.
    if (waiting.has(tail) && (length === slice.length || !nominal.has(tail))) return true;
  }
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
 * Where the first item of a list starts inside its first piece, which may carry the verb and more in front: the other items
 * show the pattern (common beginning, verb or no verb, length). Returns an offset of `text` inside `piece`.
 */
export function cutLeadIn(text: string, piece: TextRange, others: readonly string[]): number {
  const slice = text.slice(piece.start, piece.end);
  if (!others.length) return piece.start;
  const prefix = commonPrefix(others);
  const byPrefix = prefix ? slice.lastIndexOf(prefix) : -1;
  if (byPrefix >= 0 && slice.length - byPrefix > prefix.length && !isInsideQuotes(slice, byPrefix))
    return piece.start + byPrefix;
  let best = 0;
  let bestScore = Infinity;
  for (const [cut, bonus] of cutsOf(slice, others)) {
    const score = misfit(slice.slice(cut), others) - bonus;
    if (score < bestScore) [best, bestScore] = [cut, score];
  }
  return piece.start + best;
}

/** Places where an item may start, each with what speaks for it: the front, behind the clause's verb, behind other verbs, a quote. */
function cutsOf(slice: string, others: readonly string[]): ReadonlyMap<number, number> {
  const cuts = new Map<number, number>([[0, 0.5]]);
  const add = (cut: number, bonus: number): void => {
    if (cut < slice.length && !isInsideQuotes(slice, cut)) cuts.set(cut, Math.max(bonus, cuts.get(cut) ?? -1));
  };
  for (let at = 1; at < slice.length; at++) {
    for (let length = 1; length <= longestWord && at + length < slice.length; length++) {
      if (verbs.has(slice.slice(at, at + length)) && length > 1) add(at + length, 1);
    }
    if (at > 1 && '的了在于'.includes(slice.charAt(at - 1))) add(at, 0);
  }
  const lead = leadEnd(slice);
  add(lead, 5);
  const quote = slice.search(/[“《]/);
  if (quote > 0 && others.every((other) => /^[“《]/.test(other))) add(quote, 6);
  const [size = 0] = others.map((other) => other.length);
  // Three items or more of one length are no chance: 粮食播种面积、单产、总产.
  if ((!lead || size > 3) && others.length > 1 && others.every((other) => other.length === size))
    add(slice.length - size, 0);
  return cuts;
}

/** Where the adverbs and the first verb at the front of a clause end; 0 where it opens with none. */
function leadEnd(slice: string): number {
  let at = 0;
  for (let next = wordAt(slice, at, adverbs); next > at; next = wordAt(slice, at, adverbs)) at = next;
  let end = wordAt(slice, at, verbs) || wordAt(slice, at, nominal);
  // 深化运用…, 坚持以…: a second verb or a preposition may follow the first.
  const second = wordAt(slice, end, verbs);
  if (end && second > end && slice.length - second > 2) end = second;
  while (end && '以把将对从了好'.includes(slice.charAt(end)) && end < slice.length - 2) end++;
  return end;
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

function misfit(item: string, others: readonly string[]): number {
  const lengths = others.map((other) => other.length);
  const least = Math.min(...lengths);
  const most = Math.max(...lengths);
  // One other item says little about the length, several of one length say much.
  const even = least === most && others.length > 1;
  let score = 0;
  if (item.length > most) score += (item.length - most) * (even ? 2 : 1);
  if (item.length < least) score += (least - item.length) * (even ? 4 : others.length > 1 ? 2 : 1);
  const verbal = others.filter(opensWithVerb).length * 2 > others.length;
  if (opensWithVerb(item) !== verbal) score += verbal ? 6 : 2;
  return score;
}

/** The longest common beginning of at least two items, up to four characters. */
export function commonPrefix(items: readonly string[]): string {
  const [first = '', ...rest] = items;
  if (!rest.length) return '';
  let length = 0;
  while (length < first.length && rest.every((item) => item[length] === first[length])) length++;
  return first.slice(0, Math.min(length, 4));
}

import { CharClass, charClass } from '../text/charClass.ts';
import { mendedUnit, readsAlike } from './radicals.ts';

/**
 * Words of Chinese that repeat each character (AABB): they look like overprinted bold and are none.
 * A run that can be cut into such words and single repeated ones (常常) is left alone.
 */
const reduplicated = new Set(
  (
    '大小 高兴 千万 方面 点滴 上下 里外 家户 时刻 分秒 年岁 岁年 世代 风雨 实在 扎实 认真 踏实 清楚 明白 干净 整齐 热闹 ' +
    '平安 安稳 稳当 稳妥 快乐 欢喜 和睦 和气 客气 许多 零碎 零星 多少 来往 进出 出进 前后 左右 老少 男女 山水 村寨 街巷 ' +
    '条块 桩件 件桩 日夜 朝暮 早晚 生世 形色 花草 红火 火热 轰烈 浩荡 堂正 勤恳 兢业 战兢 诚恳 老实 规矩 本分 真切 的确 确实 完全 ' +
    '彻底 断续 陆续 反复 起伏 跌撞 摇晃 吞吐 遮掩 躲闪 隐约 依稀 仔细 从容 大方 郁葱 葱郁 密麻 疏落 满当 圆满 熙攘 纷扬 洋洒 ' +
    '婆妈 口声 字句 笔划 斤两 亲密 甜蜜 恩爱 吵闹 打闹 说笑 唱跳 蹦跳 指点 比划 修补 缝补 敲打 拉扯 推搡 寻觅 影绰 弯曲 坎坷 ' +
    '曲折 长久 永远 久长 世辈 祖辈 子孙 代世 三两 千百 万千 行业 层级 级层 处时 时处 事物 物事 人事 马虎 慌张 匆忙 急忙 忙碌 ' +
    '辛苦 苦甜 酸甜 冷清 凄惨 鬼祟 偷摸 拖拉 唠叨 支吾 嘻哈 松垮 空洞 虚实 正反 严密 严实 结实 壮实 白胖 高低 长短 深浅 远近 ' +
    '粗细 厚薄 新旧 好坏 是非 恭敬 端正 方正 周正 斯文 秀气 漂亮 美满 富裕 宽敞 亮堂 清爽 利落 利索 麻利 爽快 痛快 舒服 舒坦 ' +
    '顺当 顺利 太平 安分 安静 静悄 空荡 孤单 冷落 浑噩 昏沉 迷糊 糊涂 含糊 模糊 星点 点星 丝缕 缕丝 层叠 重叠 颤巍 战兢 抖索 ' +
    '哭啼 啼哭 忐忑 惶恐 惊慌 犹豫 疑惑 将就 凑合 商量 研究 打扫 收拾 拾掇 整理 洗涮 洗刷 涂抹 勾画 写画 描画 吃喝 喝吃 走停 ' +
    '停走 看停 听看 读写 写算 想念 惦念 牵挂 嘱咐 叮嘱 念叨 村组 门户 户门 楼栋 栋楼 条框 沟坎 坑洼 洼坑 枝叶 瓶罐 坛罐 锅碗 箱包'
  ).split(/\s+/),
);

const isWordChar = (code: number) => {
  const value = charClass[code];
  return value === CharClass.Wide || value === CharClass.Radical;
};

/**
 * True where the pairs of a run (each char printed twice) are words that Chinese really repeats.
 * @param singles the run read once: `大小` for 大大小小
 * @param single true where single characters that stand repeated count too: 家家亮亮堂堂
 */
function isReduplication(singles: string, single = false): boolean {
  for (let i = 0; i < singles.length;) {
    if (reduplicated.has(singles.slice(i, i + 2))) i += 2;
    else if (single && repeated.has(singles[i] as string)) i++;
    else return false;
  }
  return true;
}

const isOneCharacter = (text: string) => text === (text[0] as string).repeat(text.length);

/** Characters that Chinese repeats by themselves: 常常, 人人, 看看. */
const repeated = new Set(
  '常天人家处时事步样个代年岁日夜月层点滴谢爸妈哥姐弟妹爷奶叔婶公婆伯舅姑宝星慢好快早静轻悄渐偏频屡刚仅多少大小高远深浅满红绿白黑黄亮暗甜香热暖冷凉圆胖长细粗看听想说笑走跑跳坐试谈问读写学练玩用尝数念讲聊动查件条句字桩户村镇街里外门面声行色种座篇页张块片群队排串对双次回遍趟番阵场轮届期批',
);

/**
 * Decides whether a run of pairs is overprinted bold. Marks are hardly ever repeated, so a pair of them weighs much; digits
 * repeat often, so they weigh nothing. Two ordinary pairs might be a word that no list holds: they count only in a line
 * that is known to be overprinted or set as a heading.
 */
function isOverprinted(singles: string, bold: boolean, single: boolean): boolean {
  let words = 0;
  let marks = 0;
  for (let i = 0; i < singles.length; i++) {
    const code = singles.charCodeAt(i);
    if (isWordChar(code)) words++;
    else if (charClass[code] !== CharClass.Digit && charClass[code] !== CharClass.Latin) marks++;
  }
  if (words >= 1 && marks >= 1) return true;
  if (bold && marks >= 1) return true;
  // 哈哈哈 is a laugh.
  if (words > 1 && words === singles.length && isOneCharacter(singles)) return bold;
  if (words === 1 && singles.length === 1) return single && !repeated.has(singles);
  if (!words || (words < 2 && !(bold && singles.length >= 2))) return false;
  if (words === singles.length && isReduplication(singles, !bold)) return false;
  return bold || words >= 3;
}

const none: readonly number[] = [];

/**
 * Overprinted runs of a stretch of text: each printed character stands twice.
 * @param bold true where the stretch is already known to be bold, so that short runs count too
 * @param single true where even one pair counts: in the headings of a page that was overprinted here and there
 * @returns the offsets of the second code unit of every pair, ascending
 */
export function findDoubled(
  text: string,
  start: number,
  end: number,
  bold: boolean,
  single = false,
): readonly number[] {
  let removed: number[] | undefined;
  let someOnce: boolean | undefined;
  const printedOnce = () => (someOnce ??= hasSingle(text, start, end));
  for (let i = start; i + 1 < end;) {
    if (!isPair(text, i)) {
      i++;
      continue;
    }
    const run = runAt(text, i, end, printedOnce);
    const whole = run.seconds.length * 2 >= (end - start) * 0.9;
    const singles = whole ? run.singles : withoutWords(run.singles, run.seconds);
    if (isOverprinted(singles, bold, single)) {
      removed ??= [];
      for (const second of run.seconds) if (second) removed.push(second);
    }
    i = run.end;
  }
  return removed ?? none;
}

/** Pairs in a row. */
interface Run {
  /** What they read once. */
  readonly singles: string;
  /** For each character of `singles` the offset of its second print, or 0 where it was printed once. */
  readonly seconds: number[];
  readonly end: number;
}

/** @param printedOnce whether a character of the stretch was printed once */
function runAt(text: string, from: number, end: number, printedOnce: () => boolean): Run {
  // As a string that grows, its end could be read in linear time only.
  const read: string[] = [];
  let part = 0;
  let at = from;
  const seconds: number[] = [];
  for (; at + 1 < end;) {
    const code = text.charCodeAt(at);
    if (charClass[code] === CharClass.Space) {
      // Overprinting goes on behind a space that was printed once or twice.
      const after = charClass[text.charCodeAt(at + 1)] === CharClass.Space ? at + 2 : at + 1;
      if (after + 1 < end && isPair(text, after)) {
        part = seconds.length;
        at = after;
        continue;
      }
      break;
    }
    if (!isPair(text, at)) break;
    const own = charClass[code] === CharClass.Radical ? String.fromCharCode(mendedUnit(code)) : (text[at] as string);
    const length = runLength(text, at, end);
    const twice = readsTwice(text, at, end, length, read, printedOnce);
    read.push(own);
    if (twice) read.push(own);
    if (!twice) seconds.push(at + 1);
    else seconds.push(length === 4 ? at + 1 : 0, length === 4 ? at + 3 : length === 3 ? at + 2 : 0);
    at += length > 4 ? 2 : length;
  }
  // Behind a space a word that repeats itself may start another phrase.
  if (part && at < end && isReduplication(read.slice(part).join(''), true)) {
    read.length = part;
    seconds.length = part;
  }
  return { singles: read.join(''), seconds, end: at };
}

/**
 * True where a character that stands `length` times in a row reads twice: 处处处 is a word that repeats it, with one of the two printed
 * twice; 小小 beside 大大大 or 大大大大 is the half of a word like 大大小小 that was printed once. Behind such a half it may as well open
 * the next word, unless something else of the stretch was printed once too.
 */
function readsTwice(
  text: string,
  at: number,
  end: number,
  length: number,
  before: readonly string[],
  printedOnce: () => boolean,
): boolean {
  if (length !== 2) return length < 5;
  const own = text[at] as string;
  const next = at + 2;
  // Few characters stand three times, so the word is looked up last.
  if (next + 2 < end && runLength(text, next, end) > 2 && reduplicated.has(own + (text[next] as string))) return true;
  const last = before.at(-1);
  return before.length > 1 && last === before.at(-2) && reduplicated.has(last + own) && printedOnce();
}

/** How often a character stands in a row, 5 for five times and more. */
function runLength(text: string, at: number, end: number): number {
  let length = 2;
  while (length < 5 && at + length < end && isPair(text, at + length - 1)) length++;
  return length;
}

/** True where a character of the stretch was printed once: it stands an odd number of times in a row. */
function hasSingle(text: string, start: number, end: number): boolean {
  for (let i = start; i < end;) {
    const pair = i + 1 < end && isPair(text, i);
    if (!pair && charClass[text.charCodeAt(i)] !== CharClass.Space) return true;
    i += pair ? 2 : 1;
  }
  return false;
}

/** Words that mostly stand repeated: 家家户户 is more likely than 家户 printed twice. */
const seldomSingle = new Set(
  '大小 家户 千万 高兴 实在 热闹 红火 明白 干净 老少 日夜 风雨 欢喜 说笑 点滴 世代 条块 村寨'.split(' '),
);

/** Takes words that repeat themselves off the ends of a run: 实实在在 before what was printed twice is a word. */
function withoutWords(singles: string, seconds: number[]): string {
  let from = 0;
  let to = singles.length;
  while (to - from > 2 && seldomSingle.has(singles.slice(from, from + 2))) from += 2;
  while (to - from > 2 && seldomSingle.has(singles.slice(to - 2, to))) to -= 2;
  if (to - from === singles.length) return singles;
  seconds.splice(to);
  seconds.splice(0, from);
  return singles.slice(from, to);
}

function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const after = text.charCodeAt(at + 1);
  if (code !== after && charClass[code] !== CharClass.Radical && charClass[after] !== CharClass.Radical) return false;
  const value = charClass[code];
  // Two em dashes are one Chinese dash, two ellipses one Chinese ellipsis, ## is a person's mark; surrogates are halves, not characters.
  if (value === CharClass.Space || value === CharClass.Dash || value === CharClass.Newline) return false;
  if (code === 0x2026 || code === 0x23) return false;
  if (value === CharClass.HighSurrogate || value === CharClass.LowSurrogate || value === CharClass.Ignorable)
    return false;
  return readsAlike(code, after);
}

import { CharClass, charClass } from '../text/charClass.ts';

/**
 * Code points that PDF extraction puts in place of an ideograph. Unicode gives the CJK Radicals Supplement (U+2E80–2EFF) no
 * compatibility mapping, so the simplified forms that stand for whole characters are listed here; the Kangxi Radicals
 * (U+2F00–2FDF) and the compatibility ideographs (U+F900–FAFF) are mended by NFKC.
 */
const supplement = new Map(
  Object.entries({
    '⺁': '厂',
    '⺅': '亻',
    '⺇': '几',
    '⺈': '刀',
    '⺉': '刂',
    '⺋': '卩',
    '⺌': '小',
    '⺒': '巳',
    '⺓': '幺',
    '⺕': '彐',
    '⺖': '忄',
    '⺗': '心',
    '⺘': '扌',
    '⺙': '攵',
    '⺛': '旡',
    '⺜': '日',
    '⺝': '月',
    '⺟': '母',
    '⺠': '民',
    '⺡': '氵',
    '⺢': '水',
    '⺣': '灬',
    '⺤': '爪',
    '⺥': '爪',
    '⺦': '丬',
    '⺨': '犭',
    '⺩': '王',
    '⺫': '目',
    '⺬': '示',
    '⺭': '礻',
    '⺮': '竹',
    '⺯': '糸',
    '⺰': '纟',
    '⺱': '网',
    '⺲': '罒',
    '⺳': '网',
    '⺴': '网',
    '⺶': '羊',
    '⺷': '羊',
    '⺸': '羊',
    '⺹': '老',
    '⺺': '聿',
    '⺼': '肉',
    '⺽': '臼',
    '⺾': '艹',
    '⺿': '艹',
    '⻀': '艹',
    '⻁': '虎',
    '⻂': '衤',
    '⻃': '西',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻇': '角',
    '⻈': '讠',
    '⻉': '贝',
    '⻊': '足',
    '⻋': '车',
    '⻌': '辶',
    '⻍': '辶',
    '⻎': '辶',
    '⻏': '邑',
    '⻐': '钅',
    '⻑': '長',
    '⻒': '镸',
    '⻓': '长',
    '⻔': '门',
    '⻕': '阜',
    '⻖': '阜',
    '⻗': '雨',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻞': '飠',
    '⻟': '飠',
    '⻠': '饣',
    '⻡': '首',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻧': '卤',
    '⻨': '麦',
    '⻩': '黄',
    '⻪': '黾',
    '⻫': '斉',
    '⻬': '齐',
    '⻭': '歯',
    '⻮': '齿',
    '⻯': '竜',
    '⻰': '龙',
    '⻱': '龜',
    '⻲': '亀',
    '⻳': '龟',
  }),
);

/** True where two code units read as one character: one of them may be a radical. */
export function readsAlike(a: number, b: number): boolean {
  if (a === b) return true;
  if (charClass[a] !== CharClass.Radical && charClass[b] !== CharClass.Radical) return false;
  return mendedUnit(a) === mendedUnit(b);
}

/** What code units read as, 0 where one was not asked for yet: normalizing is slow, and a page holds the same few. */
const units = new Uint16Array(0x10000);

/** The code unit that one reads as, see `mendRadical`. */
export function mendedUnit(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code;
  return (units[code] ||= mendRadical(String.fromCharCode(code)).charCodeAt(0));
}

/** The ideograph a radical or compatibility code point stands for, or the character itself where there is none. */
export function mendRadical(char: string): string {
  const normal = supplement.get(char) ?? char.normalize('NFKC');
  return normal.length === 1 ? normal : char;
}

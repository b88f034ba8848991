/**
 * Names that open with a numeral and count nothing that a list could spell out: plans (十五, 十四五, 八五普法), days (五四, 三八),
 * party congresses and plenary sessions, parties, places, grades, set phrases.
 */
const fixedName = new RegExp(
  [
    '^(?:十[一二三四五六七]?|[一二三四五六七八九])五(?:$|规划|计划|时期|期间|末|初|普法|发展|开局|收官)',
    '^(?:十[一二三四五六七八九]|二十[一二三四五六七八九]?)(?:大|届)',
    '^(?:十大|二十大|七大|八大)(?:$|报告|代表|精神|以来|召开)',
    '^[一二三四五六七八]中全会',
    '^(?:五四|五一|六一|七一|八一|十一|三八|九九|七夕|双十一|双十二|五五|五二〇|一二九|九一八|七七事变|三一五)',
    '^(?:九三学社|三八红旗|八八战略|七一勋章|八一勋章)',
    '^(?:四明|四川|三亚|三峡|三明|三门(?:县|峡|湾)|三江源|三沙|九江|六安|六盘水|五常|五台山|九寨|八达岭|十堰|万宁|千岛湖|百色|双鸭山|四平市|一汽|二汽|三星|三甲|三国|九龙坡|五粮|百度|千里马)',
    '^[二三四五一两]星',
    '^(?:百年|百姓|百强|百花|千秋|千家|千万|万家|万众|万象|万里|万物|万一|万元|千方百计|百货)',
    '^(?:数据|数字|数智|数治|数转|数量|数控|数学|数码|多元|多方|多样|多彩|多维|多层|多能|多种|多边|多数|多媒体|双方(?!案)|双向$|双语|双元制|几何)',
    '^(?:两岸|两旁|两侧|两地|两会)(?:$|关系|同胞|精神|期间|召开|青年|三通)',
    '^[一二三四五六七八九十\\d]+[月日号时点年岁周](?!.*[一二三四五六七八九十].)',
    '^[一二三四五六七八九十\\d]+[期楼层幢栋室村组队班连排营团军路街弄桥]$',
    '^\\d+条',
    '^(?:几字[弯形]|双1[12]$)',
    '^(?:一亩三分地|三分之|五味杂陈|八仙过海|三天两头|两面派|两面性|三言两语|千方百计|三心二意|五湖四海|四面八方|七上八下|五花八门|百花齐放|千家万户|千山万水|四通八达|三令五申|五彩缤纷|四季如春|两全其美|双管齐下|一心一意|一五一十|一一)',
  ].join('|'),
);

/** Terms that everybody unfolds in the same way although they are names: nothing is counted against them. */
export const openCountNames: ReadonlySet<string> = new Set(['三农']);

const units =
  /(?:分钟|小时|天|年|个月|月|日|周|岁|元|亿|万元|公里|千米|米|平方|吨|公斤|％|%|℃|度|倍|级公路|[.．·∶:/／]|[A-WYZa-mo-wyz])/y;

/** Words in which 一 and its like count nothing, as [text, place of the numeral in it]. */
const words: readonly (readonly [string, number])[] = [
  ['统一', 1], ['第一', 1], ['唯一', 1], ['万一', 1], ['单一', 1], ['同一', 1], ['合一', 1], ['如一', 1], ['归一', 1], ['之一', 1],
  ['进一步', 1], ['一体', 0], ['一起', 0], ['一致', 0], ['一样', 0], ['一律', 0], ['一般', 0], ['一直', 0], ['一定', 0], ['一切', 0],
  ['一线', 0], ['一流', 0], ['一百', 0], ['一点', 0], ['一批', 0], ['不二', 1], ['第二', 1], ['第三', 1], ['第四', 1], ['第五', 1],
  ['多一', 1], ['多元', 0], ['多样', 0], ['多方', 0], ['数字', 0], ['数据', 0], ['数智', 0], ['数量', 0], ['双向', 0], ['双方', 0],
  ['最多', 1], ['很多', 1], ['更多', 1], ['许多', 1], ['众多', 1], ['指数', 1], ['参数', 1], ['人数', 1], ['无数', 1], ['智数', 1],
  ['一步', 0], ['百姓', 0], ['万元', 0], ['千瓦', 0], ['十分', 0], ['几何', 0], ['少数', 1], ['次数', 1],
]; // prettier-ignore

/** Set phrases inside a term: the numerals of 三个千方百计 behind the first one count nothing. */
const idioms = [
  ...['千方百计', '五湖四海', '四面八方', '千家万户', '百花齐放', '一心一意', '千军万马', '千头万绪', '百年大计'],
  ...['万众一心', '百家争鸣', '万无一失', '一点一滴', '一砖一瓦', '一言一行', '一草一木', '千山万水', '三心二意'],
];

/** True where the whole term is a name, not a count. */
export function isFixedName(plain: string): boolean {
  return fixedName.test(plain);
}

/** True where what stands at `end`, right behind a numeral, measures (分钟, 年, %) instead of naming things. */
export function takesUnit(plain: string, end: number): boolean {
  units.lastIndex = end;
  return units.test(plain);
}

/** True where the numeral at `[at, end)` is part of a word that counts nothing (统一, 一律, 第一). */
export function notNumeralAt(plain: string, at: number, end: number): boolean {
  if (plain[at - 1] === '第') return true;
  if (end - at > 1) return false;
  // 看一看, 找一找 count nothing.
  if (plain[at] === '一' && at > 0 && plain[at - 1] === plain[end]) return true;
  // 两多一少 holds no 多一.
  if (/[一二三四五六七八九两]多$/.test(plain.slice(0, at))) return false;
  // 清单一张网 holds no 单一.
  if (/[清名订菜]单$/.test(plain.slice(0, at))) return false;
  const idiom = idioms.some((word) => {
    const start = plain.indexOf(word);
    return start > 0 && at >= start && at < start + word.length;
  });
  return idiom || words.some(([word, place]) => plain.startsWith(word, at - place) && at >= place && at > 0);
}

const numeral = /[第一二三四五六七八九十百千万两双零〇几数\d０-９.．]/;
const startsWithNumeral = /^[一二三四五六七八九十百千万两双几\d]/;
/** What may follow a short term that stands without quotes, so that it is read as a term: 三会制度, 双减政策, 三微项目. */
const noun =
  /^(?:制度|机制|工作|融合|联动|政策|项目|工程|改革|行动|体系|理念|原则|方式|模式|建设|经费|活动|精神|要求|目标|战略|治理|问题|作风|人员|企业|产业|产品|农产品|经济|服务|平台|格局|标准|清单|改造|合一|整治|创建|同步|并举|并进|一体|协同|统筹|共治|底线|支出|举措|措施|任务|成果|规划|计划|方案|示范|试点|教育|管理|监管|执法|下乡|监督|责任)/;
/** What turns a short term into another word where it follows at once: 三会议室, 一会儿, 两会员. */
const continues = /^[议员场馆长计儿堂所院社徽标费籍史诊师]/;

/**
 * True where `[start, end)` may be a term of its own. In quotes it always is. Without quotes it must not continue a numeral
 * (二十三会, 第三会议室). Terms of two characters are ordinary words too often (三会, 双减, 三农): one the document itself defines
 * needs a following character that makes no other word of it, one from a glossary a class noun (三会制度).
 */
export function mayStandAlone(text: string, start: number, end: number, defined: boolean): boolean {
  if (isQuoted(text, start, end)) return true;
  const before = start > 0 ? text.charAt(start - 1) : '';
  const after = text.charAt(end);
  const first = text.charCodeAt(start);
  if (before && (first < 0x80 || startsWithNumeral.test(text.charAt(start))) && numeral.test(before)) return false;
  if (first < 0x80) {
    // Figures alone are ordinary numbers, and 1+3 must not be cut out of 1+35.
    if (/[\d.+＋%％]/.test(after) || /^[\dNn+＋]+$/.test(text.slice(start, end))) return false;
  }
  if (end - start > 2) return true;
  return defined ? !continues.test(after) : noun.test(text.slice(end, end + 3));
}

/** True where `[start, end)` stands between quotation marks. */
export function isQuoted(text: string, start: number, end: number): boolean {
  return start > 0 && isQuote(text.charAt(start - 1)) && isQuote(text.charAt(end));
}

function isQuote(char: string): boolean {
  return (
    char === '“' || char === '”' || char === '「' || char === '」' || char === '"' || char === '『' || char === '』'
  );
}

const date = /^(?:[12]\d{3}年\d{1,2}月(?:\d{1,2}日)?|[12]\d{3}[-./]\d{1,2}(?:[-./]\d{1,2})?)$/u;
const number =
  /^(?:星期[一二三四五六日天]|第?[A-Z]?\d{1,3}版?|第[一二三四五六七八九十]{1,2}版|(?:[12]\d{3}年)?总?第\d{1,4}期|[（(]总第?\d{1,4}期?[）)])$/u;
const name = /^[\p{Script=Han}·]{2,10}$/u;
/** What ends a title, which may have a date beside it too. */
const document =
  /(?:大事记|总结|计划|安排|纪要|记录|公告|公示|通知|通报|报告|汇报|方案|要点|情况|名单|清单|统计表|一览表|讲话|发言|致辞|倡议书?|日程)$/u;
/** Longest line that may be one, in UTF-16 code units. */
const longest = 48;

/**
 * True for a running head that white space divides: the paper's name, the date, the page and its section, in any order, as in
 * 青禾新闻　2025年3月20日　评论.
 * @param line the line as it was printed, without white space at its ends
 */
export function isRunningHead(line: string): boolean {
  if (line.length > longest) return false;
  const parts = line.split(/[\s|｜]+/u);
  if (parts.length < 2) return false;
  let dates = 0;
  let names = 0;
  for (const part of parts) {
    if (date.test(part)) dates++;
    else if (name.test(part) && !document.test(part)) names++;
    else if (!number.test(part)) return false;
  }
  return dates === 1 && names > 0 && names <= 2;
}

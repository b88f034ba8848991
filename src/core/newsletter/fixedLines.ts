import { CharClass } from '../text/charClass.ts';
import { LineFlag, type Lines } from './lines.ts';
import { isLabelled, plainText, spacedText } from './lineText.ts';
import { findJumps, type InlineJump } from './jumpLines.ts';
import { Fixed } from './fixed.ts';
import { readMarker } from './markers.ts';
import { numbersOf } from './sheetMemory.ts';
import { markTables } from './tables.ts';
import { markStanzas, markVerse } from './verse.ts';
import { reach } from './columns.ts';
import type { Layout } from './layout.ts';
import { isRunningHead } from './runningHead.ts';

/** Lines known by their wording, and jump lines inside other lines. */
export interface FixedLines {
  readonly kind: Uint8Array;
  readonly jumps: readonly InlineJump[];
}

const date =
  /^[（(]?(?:[12]\d{3}|[二一][〇○零Oo0一二三四五六七八九]{3})年(?:[01]?\d|十?[一二三四五六七八九十])月(?:[0-3]?\d|[一二三]?十?[一二三四五六七八九十]?)日?[）)]?$/u;
const author =
  /(?:通讯员|记者|供稿|撰稿|投稿|摄影|报道组|作者|整理|文图|图文|文字|来源|编辑部|融媒体?|媒体|信息中心|信息办|宣传办|宣传部|宣统|党政办|党建办|办公室|居委会?|村委会?|居民区|[文图]\/|[文图]／|本报综合|综合报道)/u;
const authorLine =
  /^[□■◇◆○●▪◎※]?(?:(?:本报|本刊)(?:记者|通讯员|实习|见习|特约|首席|综合|编辑)|见习记者|实习记者|特约|首席记者|文\/|图\/|文／|图／|文图|图文|摄影|撰稿|供稿|作者|来源|整理|记者|通讯员)/u;
const office =
  /(?:主席|理事长|会长|省长|市长|州长|县长|区长|镇长|乡长|主任|书记|院长|检察长|局长|厅长|处长|科长|校长|所长|站长)[ \u3000\u00a0\t]+\p{Script=Han}{1,2}[ \u3000\u00a0\t]?\p{Script=Han}{1,2}$/u;
const furnitureToken =
  /(?:[12]\d{3}年\d{1,2}月\d{1,2}日|[12]\d{3}[-./]\d{1,2}[-./]\d{1,2}|二[〇○零]..年.{1,3}月.{1,3}日|星期[一二三四五六日天]|农历.{2,8}|第?[A-Za-z]?\d{1,3}版|第[一二三四五六七八九十]{1,2}版|[A-Z]?\d{1,2}版|总?第\d{1,4}期|[（(]总第?\d{1,4}期?[）)]|第\d{1,3}页|共\d{1,3}页|(?:责任|执行|本版|版面|视觉)?(?:编辑|主编|责编|美编|校对|排版|版式|审核|审签|签发|监制)[：:/／]?|(?:新闻|服务|咨询|投稿|联系|监督)?(?:热线|电话|邮箱)[：:]?|准印证|内部资料|免费(?:交流|赠阅)|主办(?:单位)?|承办(?:单位)?|编印|印发|要闻|综合新闻|[a-z\d._]{1,64}@[a-z\d.]+)/giu;
const issue =
  /^(?:[12]\d{3}年)?[（(]?(?:总?第[\d一二三四五六七八九十百〇]{1,4}期|[12]\d{3}年第\d{1,3}期)(?:[（(]?总第?\d{1,4}期?[）)]?)?[）)]?(?:[12]\d{3}年\d{1,2}月(?:\d{1,2}日)?)?$/u;
/** 《工作参考》2024年第4期 3月18日: the paper's name and issue on one line. */
const namedIssue =
  /^《?\p{Script=Han}{2,12}》?(?:[12]\d{3}年)?[（(]?总?第[\d一二三四五六七八九十百〇]{1,4}期[）)]?(?:(?:[12]\d{3}年)?\d{1,2}月(?:\d{1,2}日)?)?$/u;
/** 青政办〔2024〕18号 (GB/T 9704-2012, 7.2.5). */
const documentNumber = /^\p{Script=Han}{0,10}[〔[［（(][12]\d{3}[〕\]］）)]第?\d{1,4}号$/u;
/** 3 综合新闻: the number of the page and what it is called. */
const folio =
  /^(?:第?[A-Z]?\d{1,2}版?[ \u3000\u00a0]{1,4}\p{Script=Han}{2,5}|\p{Script=Han}{2,5}[ \u3000\u00a0]{1,4}第?[A-Z]?\d{1,2}版?)$/u;
const rule = /^[-—―─━=_*＊·•.…~～]{3,}$/u;
const pageNumber = /^(?:[-—―─·•]{1,3}|第|P\.?)?[ ]?\d{1,3}[ ]?(?:[-—―─·•]{1,3}|页|版)?$/iu;
/** 青禾镇人民政府 2026年4月18日: who issues it and when, on one line. */
const issuedBy = /^\p{Script=Han}{4,24}[12]\d{3}年\d{1,2}月\d{1,2}日(?:印发|编印)?$/u;
/** The distribution list at the foot of a bulletin. */
const distribution = /^(?:[主抄分呈]?[报送]|[报发分]送|印?发)[：:]/u;
/** （共印60份） under it. */
const copies = /^[（(]?(?:共印|印数[：:]?)\d{1,5}份?[）)]?$/u;
const organ =
  /(?:政府|委员会|办公室|党委|党工委|办事处|中心|居委会?|村委会?|局|指挥部|领导小组|支部|总支|学校|公司|协会|联合会|编辑部|镇|区|市|省)$/u;
/** What else may stand in the brackets of a byline or sign a page. */
const smallOffice = /(?:办|站|所|院|队|会|社|科|股|处|社区|村|街道)$/u;

/** Finds jump lines, bylines, page furniture and signatures by what they say. Cuts inline jump lines off their lines. */
export function findFixedLines(lines: Lines, layout: Layout): FixedLines {
  const kind = numbersOf(Uint8Array, lines.count);
  const jumps = findJumps(lines, kind);
  for (let i = 0; i < lines.count; i++) {
    if (kind[i] || !mayBeFixed(lines, layout, i)) continue;
    kind[i] = kindOf(lines, kind, i);
  }
  markIssuer(lines, kind);
  markAuthors(lines, kind);
  markSignatures(lines, kind);
  markFoot(lines, kind);
  markVerse(lines, kind);
  markStanzas(lines, layout, kind);
  markTables(lines, kind);
  for (let at = 0; at < lines.count; at++) if (isMarked(lines, at)) kind[at] = Fixed.None;
  return { kind, jumps };
}

/** Most lines of a page are the inside of paragraphs: full, or cut by commas and full stops. */
function mayBeFixed(lines: Lines, layout: Layout, i: number): boolean {
  const width = lines.width[i] as number;
  const flags = lines.flags[i] as number;
  if (width > 100 || (flags & (LineFlag.Comma | LineFlag.Sentence) && !isAuthorNote(lines, i))) return false;
  const tail = lines.tail[i] as number;
  if (tail === CharClass.Comma || tail === CharClass.Semicolon || (tail === CharClass.Terminal && width > 8))
    return false;
  const column = layout.column[i] as number;
  if (!column || i < 6 || i >= lines.count - 5 || reach(lines, i) <= column - 4) return true;
  const head = lines.head[i] as number;
  return (head === CharClass.Open && tail === CharClass.Close) || head === CharClass.Bullet || endsBlock(lines, i);
}

/** （作者系退休教师，现居青禾镇）: who wrote the piece above, in a clause or two. */
const isAuthorNote = ({ raw, start, head, tail }: Lines, i: number) =>
  head[i] === CharClass.Open && tail[i] === CharClass.Close && raw.startsWith('作者', (start[i] as number) + 1);

/** True for a line a person marked as a heading: their word counts. */
function isMarked({ raw, start }: Lines, i: number): boolean {
  const at = start[i] as number;
  return raw.charCodeAt(at) === 0x23 && /^#{1,4}\s/u.test(raw.slice(at, at + 5));
}

/** True where the line before ends a sentence, so that a full line may stand for itself. */
const endsBlock = (lines: Lines, i: number) => lines.tail[i - 1] === CharClass.Terminal && !(lines.flags[i] as number);

function kindOf(lines: Lines, kind: Uint8Array, i: number): number {
  const text = withPlainDigits(plainText(lines, i));
  if (readMarker(text, 0, text.length) && lines.tail[i] !== CharClass.Dash && !/^\d/.test(text)) return Fixed.None;
  if (rule.test(text) || (pageNumber.test(text) && /\d/.test(text))) return Fixed.Furniture;
  if (issue.test(text) || (i < topLines && (documentNumber.test(text) || (i < 3 && namedIssue.test(text)))))
    return Fixed.Issue;
  if (i < 2 || i >= lines.count - 2) {
    const line = withPlainDigits(spacedText(lines, i));
    if (folio.test(line) || isRunningHead(line)) return Fixed.Furniture;
  }
  if (copies.test(text)) return Fixed.Signature;
  if ('日发印'.includes(text.at(-1) as string) && issuedBy.test(text) && !continues(lines, i))
    return i < 6 ? Fixed.Issue : Fixed.Signature;
  if (isByline(lines, i, text)) return Fixed.Byline;
  return isFurniture(text, atEdge(lines, kind, i)) && !isParticular(lines, i, text) ? Fixed.Furniture : Fixed.None;
}

function withPlainDigits(text: string): string {
  if (!/[０-９]/u.test(text)) return text;
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** 联系电话：… among 受理部门：… and 联系地址：… is what a notice says. */
function isParticular(lines: Lines, i: number, text: string): boolean {
  if (!contact.test(text)) return false;
  const particular = (at: number) =>
    at >= 0 &&
    at < lines.count &&
    ((lines.flags[at] as number) & LineFlag.Label) > 0 &&
    lines.tail[at] !== CharClass.Terminal &&
    !furnitureLabel.test(plainText(lines, at));
  return particular(i - 1) || particular(i + 1);
}

const contact = /^(?:联系|咨询|监督|举报|报名|值班)(?:电话|热线|邮箱)[：:]/u;
const furnitureLabel = /编辑|主编|校对|排版|主办|承办|编印|投稿|热线|邮箱|准印|地址：.{0,40}邮编/u;

function isByline(lines: Lines, i: number, text: string): boolean {
  const length = text.length;
  if (length > 40 || length < 2) return false;
  const bracketed = /^[（(][^（）()]+[）)]$/u.test(text);
  if (bracketed) {
    const inner = text.slice(1, -1);
    if (isAuthor(inner) || isPlaceAndName(lines.raw.slice(lines.start[i], lines.end[i]))) return !continues(lines, i);
    if (/[。！？；]/u.test(inner) || date.test(inner)) return false;
    if (inner.startsWith('作者')) return !continues(lines, i);
    return /^\p{Script=Han}{2,3}$/u.test(inner) && !continues(lines, i) && (lines.width[i] as number) <= 16;
  }
  if (/[。！？；，]/u.test(text) || continues(lines, i)) return false;
  if (i < 4 && /^(?:来源|作者|发布(?:时间|日期))[：:].{1,20}$/u.test(text)) return true;
  if (isLabelled(lines, i)) return false;
  // 记者：… asks.
  if (authorLine.test(text) && length <= 30 && !/^[^：:]{2,4}[：:].{9}/u.test(text)) return true;
  const spaced = ((lines.flags[i] as number) & LineFlag.Space) > 0;
  return length <= 16 && spaced && office.test(lines.raw.slice(lines.start[i], lines.end[i]));
}

const isOffice = (text: string) => organ.test(text) || smallOffice.test(text);

const surnames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边净阴闫',
);

/** A name of two or three characters. */
export const isName = (text: string) =>
  /^\p{Script=Han}{2,3}$/u.test(text) && surnames.has(text[0] as string) && !/[摄图绘]$/u.test(text);

/** True for what stands in the brackets of a byline: who wrote the article, or the office it comes from. */
export function isAuthor(inner: string): boolean {
  if (/[。！？；，]/u.test(inner) || date.test(inner)) return false;
  return author.test(inner) || (inner.length <= 14 && isOffice(inner));
}

/** （育才小学 文静）: an office or place, a space, a name. */
export function isPlaceAndName(bracketed: string): boolean {
  return /^[（(][^（）()。！？；，、：\d]{2,14}[ \u3000\u00a0]+\p{Script=Han}[ \u3000\u00a0]?\p{Script=Han}{1,3}[）)]$/u.test(
    bracketed,
  );
}

/** True where the line before breaks off in a sentence, so that this one cannot stand by itself. */
function continues(lines: Lines, i: number): boolean {
  if (!i) return false;
  const tail = lines.tail[i - 1];
  return tail === CharClass.Comma || ((lines.flags[i - 1] as number) & LineFlag.Opens) > 0;
}

/** Furniture stands at the head and the foot of a page, or beside other furniture. */
function atEdge(lines: Lines, kind: Uint8Array, i: number): boolean {
  return i < 6 || i >= lines.count - 5 || (kind[i - 1] as number) >= Fixed.Furniture;
}

function isFurniture(text: string, edge: boolean): boolean {
  // 咨询电话：…； 监督电话： is what the page says.
  if (/[；;]|[：:]$/u.test(text) || (!edge && !/[版期页]/u.test(text))) return false;
  furnitureToken.lastIndex = 0;
  if (!furnitureToken.test(text)) return false;
  furnitureToken.lastIndex = 0;
  let tokens = 0;
  const rest = text.replace(furnitureToken, () => {
    tokens++;
    return '';
  });
  const words = rest.replace(/[\s|｜:：/／·•,，、（）()—-]/gu, '').length;
  if (date.test(text)) return false;
  if (!edge) return words === 0;
  if (tokens >= 2) return words <= 4 + 4 * tokens;
  if (/[版期]/u.test(text)) return words <= 5;
  // 每月一次电话 is no way to reach anybody.
  const reaches = phoneNumber.test(text) || /[：:]|[a-z\d._]@/iu.test(text);
  return words <= (/编辑|校对|责编|主办|承办|印发/u.test(text) || (reaches && /电话|邮箱|热线/u.test(text)) ? 12 : 0);
}

/** 021-5812203 */
const phoneNumber = /\d(?:-?\d){6,12}/u;

/** Lines at the top within which the paper's own name, issue and office stand. */
const topLines = 8;

/** Under the number of the issue stands the office that issues it, with the date or a date below. */
function markIssuer(lines: Lines, kind: Uint8Array): void {
  for (let i = 1; i < Math.min(topLines, lines.count); i++) {
    if (kind[i - 1] !== Fixed.Issue || kind[i] || (lines.width[i] as number) > 60) continue;
    const text = plainText(lines, i);
    if (date.test(text) || organ.test(text.replace(/(?:主办|编印?|印)$/u, '')) || /(?:主办|编印?)$/u.test(text))
      kind[i] = Fixed.Issue;
  }
}

/** At the foot of a page: to whom the issue goes, line by line, or who signs without a date. */
function markFoot(lines: Lines, kind: Uint8Array): void {
  let last = lines.count - 1;
  while (last > 0 && kind[last] === Fixed.Furniture) last--;
  for (let i = Math.max(1, last - 7); i <= last; i++) {
    if (!distribution.test(plainText(lines, i)) || continues(lines, i)) continue;
    for (let at = i; at <= last; at++) if (kind[at] !== Fixed.Furniture) kind[at] = Fixed.Signature;
    return;
  }
  if (last < 2 || kind[last] || lines.tail[last - 1] !== CharClass.Terminal || (lines.width[last] as number) > 40)
    return;
  if ((lines.flags[last] as number) & (LineFlag.Comma | LineFlag.Sentence)) return;
  if (isOffice(plainText(lines, last))) kind[last] = Fixed.Signature;
}

/** Under an overprinted headline, or under the headline of a page, stands who wrote the article: a name or an office, not overprinted. */
function markAuthors(lines: Lines, kind: Uint8Array): void {
  for (let i = 1; i < lines.count; i++) {
    if (kind[i] || (lines.width[i] as number) > 28 || lines.tail[i] !== CharClass.Wide) continue;
    const flags = lines.flags[i] as number;
    const above = lines.flags[i - 1] as number;
    if (flags & (LineFlag.Doubled | LineFlag.Comma | LineFlag.Sentence | LineFlag.Label)) continue;
    if (lines.tail[i - 1] === CharClass.Comma || kind[i - 1]) continue;
    const bold = (above & LineFlag.Doubled) > 0 && !(above & (LineFlag.BoldStart | LineFlag.Sentence));
    if (!bold && !isUnderHeadline(lines, kind, i)) continue;
    const text = plainText(lines, i);
    const named = isName(text) ? text.length === 3 || flags & LineFlag.Space : team.test(text);
    const near = bold && !lines.gap[i] && (lines.width[i] as number) <= 24;
    if (named || (near && isOffice(text))) kind[i] = Fixed.Byline;
  }
}

/** Who writes for an office: …课题组. */
const team = /^\p{Script=Han}{2,}(?:课题组|调研组|写作组|编写组|评论员|编辑部)$/u;

/** Longest headline over who wrote the article, in lines. */
const longestHeadline = 3;

/** True where nothing but furniture and a headline stands before a line. */
function isUnderHeadline(lines: Lines, kind: Uint8Array, i: number): boolean {
  let at = i - 1;
  for (; at >= 0 && !kind[at]; at--) {
    if (i - at > longestHeadline || (lines.flags[at] as number) & LineFlag.Sentence) return false;
    const tail = lines.tail[at] as number;
    if (tail === CharClass.Terminal || tail === CharClass.Comma || tail === CharClass.Semicolon) return false;
  }
  for (; at >= 0; at--) if (kind[at] !== Fixed.Furniture && kind[at] !== Fixed.Issue) return false;
  return true;
}

/** A date that stands alone is a signature's; the short lines without a mark in front of it are who signs. */
function markSignatures(lines: Lines, kind: Uint8Array): void {
  for (let i = 0; i < lines.count; i++) {
    if (kind[i] || (lines.width[i] as number) > 40 || !endsAsDate(lines, i) || !date.test(plainText(lines, i)))
      continue;
    // Over the first headline stands the date of the paper.
    kind[i] = i === 0 || (i < 4 && kind[i - 1] === Fixed.Furniture) ? Fixed.Furniture : Fixed.Signature;
    for (let before = i - 1; before >= Math.max(1, i - 3); before--) {
      if (kind[before] || (lines.width[before] as number) > 44 || !signs(plainText(lines, before))) break;
      if (continues(lines, before)) break;
      kind[before] = Fixed.Signature;
    }
  }
}

const signs = (text: string) => isOffice(text) || isName(text) || department.test(text);

/** 县委社会工作部 signs; 全部 and 内部 do not. */
const department = /^\p{Script=Han}{3,}(?<![全内局大])部$/u;

/** A date ends with 日 or 月, in brackets or not. */
function endsAsDate(lines: Lines, i: number): boolean {
  const last = lines.raw.charCodeAt((lines.end[i] as number) - 1);
  return last === 0x65e5 || last === 0x6708 || last === 0x2f47 || last === 0x2f49 || lines.tail[i] === CharClass.Close;
}

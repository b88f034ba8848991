/**
 * Tells newsletters from the many other things that are called `.txt`. Everything here counts; nothing looks for one paper.
 */

/** What speaks for and against a text being a newsletter; `score` adds it up, 1 and more is one. */
export interface NewsletterEvidence {
  readonly score: number;
  /** Share of Chinese characters among all that are not white space, 0 to 1. */
  readonly chinese: number;
  /** Words of public administration per hundred Chinese characters. */
  readonly vocabulary: number;
  /** Numbered headings, jump lines, bylines, bullets with a lead. */
  readonly structure: number;
  /** Quoted numeric terms (“三清两建”). */
  readonly terms: number;
}

/** How much of a text is looked at, in UTF-16 code units. */
const looked = 40_000;
/** A text with fewer Chinese characters says too little to be judged. */
const fewest = 40;

const words =
  /党[建委组支政群员风纪]|街道|社区|居委|居民区|村委|村民|乡镇|网格|支部|书记|干部|群众|治理|推进|落实|贯彻|部署|会议|工作|建设|发展|服务|机制|整治|提升|振兴|示范|创建|民生|政府|政策|督查|专项|志愿|行动|责任|精神|组织|部门|单位|企业|项目|改革|安全|生态|产业|通知|办法|方案|规定|实施|任务|简报|公告/g;
const structureLines =
  /^[ \t　]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百0-9]{1,5}条|[—―]{2,}[^\n]{2,40}。|[●■◆▲★○][^\n]{2,40}。?)/gm;
const jumps = /（[ ]*(?:上接|下转|上转|下接|转|接)[ ]*(?:第[ ]*)?[0-9A-Z一二三四五六七八九十]{1,4}[ ]*版/g;
const bylines =
  /（[^（）\n。]{0,12}(?:通讯员|记者|供稿|中心|办公室|街道|社区|镇|村|局|宣传|报道)[^（）\n。]{0,12}）[ \t　]*$/gm;
const issueLines = /第[ ]*[0-9一二三四五六七八九十百]{1,5}[ ]*期|简[ 　]*报|工作动态|情况通报|政府工作报告/g;
const quotedNumerals = /“[^“”\n]{0,10}[一二三四五六七八九十两双百千N0-9][^“”\n]{1,12}”/g;
const doubledRuns = /(?:([一-鿿“”])\1){4}/g;
const dialogues = /[说道问喊叫答笑骂嚷][：:，,]?[“「]|[”」](?:[他她我你]|[一-鿿]{1,3}[说道问喊])/g;
const machineLines =
  /^[ \t]*(?:\[?\d{2,4}[-/:]\d{1,2}[-/:]\d{1,2}|\[?(?:INFO|WARN|ERROR|DEBUG|TRACE)\b|[{}<>#;@$]|\/\/|\d+\s*$|[\w.$]+\s*[=:({])/gm;
const cells = /[,\t|;]/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function chineseCharacters(text: string): { readonly chinese: number; readonly visible: number } {
  let chinese = 0;
  let visible = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 0x3000 || code === 0xa0 || code === 0xfeff) continue;
    visible++;
    // Radical code points and Chinese punctuation count too: extraction leaves both.
    if ((code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff01 && code <= 0xff5e))
      chinese++;
    else if (code === 0x201c || code === 0x201d || code === 0x2014) chinese++;
  }
  return { chinese, visible };
}

/**
 * Weighs the evidence for `raw` being a policy newsletter. Only the first 40,000 code units are looked at; any string is
 * accepted.
 */
export function newsletterEvidence(raw: string): NewsletterEvidence {
  const text = raw.slice(0, looked);
  const { chinese, visible } = chineseCharacters(text);
  const share = visible === 0 ? 0 : chinese / visible;
  const none = { score: 0, chinese: share, vocabulary: 0, structure: 0, terms: 0 };
  if (chinese < fewest || share < 0.6 || raw.slice(0, 8000).includes('\0')) return none;
  const joined = text.replace(/[ \t　\r\n]+/g, '');
  const lines = Math.max(1, count(text, /[^\s][^\n]*/g));
  const vocabulary = (100 * count(joined, words)) / chinese;
  const structure =
    count(text, structureLines) + 3 * count(text, jumps) + 2 * count(text, bylines) + 2 * count(text, issueLines);
  const terms = count(joined, quotedNumerals);
  const perThousand = 1000 / Math.max(chinese, 300);
  const against =
    (2 * count(text, machineLines)) / lines +
    Math.max(0, count(text, cells) / lines - 1) +
    0.35 * count(joined, dialogues) * perThousand;
  const score =
    Math.min(1.1, vocabulary * 0.28) +
    Math.min(0.5, structure * 0.12 * perThousand) +
    Math.min(0.4, terms * 0.15 * perThousand) +
    Math.min(0.3, count(text, doubledRuns) * 0.1) -
    against;
  return { score, chinese: share, vocabulary, structure, terms };
}

/** True for a text that reads like a policy newsletter; short, foreign, machine-written and literary texts do not. */
export function readsLikeNewsletter(raw: string): boolean {
  return newsletterEvidence(raw).score >= 1;
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];
/** The most members that the marks can number. */
export const mostMembers = ordinals.length;

/** How the members of an enumeration are numbered. */
export interface Style {
  /** The marks that member `n` (from 0) may have, the longest first. */
  readonly marks: (n: number) => readonly string[];
  /** True where they also stand inside a paragraph. */
  readonly inline: boolean;
  /** True where they never number the headings of a document (一是, 首先). */
  readonly spoken?: boolean;
  /** How many characters at the end of a mark belong to the member: 抓 of 一抓产业. */
  readonly kept?: number;
}

const one = (mark: (n: number) => string, more: Omit<Style, 'marks'>): Style => ({ marks: (n) => [mark(n)], ...more });
const spoken = { inline: true, spoken: true };

const measures = '个条本张支头边手端';

const styles: readonly Style[] = [
  one((n) => `${ordinals[n]}是`, spoken),
  one((n) => `${ordinals[n]}要`, spoken),
  one((n) => String.fromCharCode(0x2460 + n), { inline: true }),
  one((n) => `（${ordinals[n]}）`, { inline: true }),
  one((n) => `（${n + 1}）`, { inline: true }),
  one((n) => `第${ordinals[n]}，`, spoken),
  { marks: (n) => ['步，', '步：', '步是', '步', '是', '个是'].map((end) => `第${ordinals[n]}${end}`), ...spoken },
  { marks: (n) => ['，', '是', '为'].map((end) => `其${ordinals[n]}${end}`), ...spoken },
  { marks: inTurn, ...spoken },
  one((n) => `${n + 1}.`, { inline: true }),
  one((n) => `${n + 1}．`, { inline: true }),
  one((n) => `${n + 1}、`, { inline: true }),
  one((n) => `${ordinals[n]}、`, { inline: false }),
];

/** 首先, 其次, 再次, 最后, each perhaps with ， or 是 or 要. */
function inTurn(n: number): readonly string[] {
  const words = n ? ['其次', '再次', '然后', '最后'] : ['首先'];
  return words.flatMap((word) => [`${word}，`, `${word}是`, `${word}要`, word]);
}

/** 一本是…，一本是…: every member has the same mark. */
const repeated: readonly Style[] = [...measures].map((measure) => one(() => `一${measure}是`, spoken));

/** The styles in which the members of a term may be numbered; with 抓 of “五抓” also 一抓, 二抓. */
export function stylesFor(noun: string): readonly Style[] {
  const [verb = ''] = noun;
  const own =
    noun && !`是要${measures}`.includes(verb) ? [one((n) => `${ordinals[n]}${verb}`, { ...spoken, kept: 1 })] : [];
  return [...styles, ...own, ...repeated];
}

/** True where the mark of a first member may stand at an offset (一是, 一、, ①, （一）, 第一，, 1.): nearly all places leave here. */
export function mayOpen(text: string, at: number, noun: string): boolean {
  const char = text.charAt(at);
  const next = text.charAt(at + 1);
  switch (char) {
    case '①':
      return true;
    case '一':
      return '是要、'.includes(next) || next === noun.charAt(0) || (measures.includes(next) && text[at + 2] === '是');
    case '（':
      return next === '一' || next === '1';
    case '1':
      return next === '.' || next === '．' || next === '、';
    case '第':
    case '其':
      return next === '一';
    case '首':
      return next === '先';
    default:
      return false;
  }
}

/** True where what follows a link is enumerated (一是聚焦主业，…；二是…) and must be read as such. */
export function opensEnumeration(slice: string, noun: string): boolean {
  if (/^\s*(?:一[是要]|第一[，,是个步]|首先|其一)/.test(slice)) return true;
  // 一门 opens a list of its own (“三门”：一门…), 一抓 an enumeration.
  return noun.length === 1 && slice.trimStart().startsWith(`一${noun}`);
}

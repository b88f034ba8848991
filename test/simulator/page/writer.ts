import type { SourceDefinition } from './model.ts';
import type { Random } from './random.ts';
import * as words from './words.ts';

const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1–99 as Chinese numbering writes it. */
export function chinese(value: number): string {
  if (value <= 10) return numerals[value] as string;
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? numerals[tens] : ''}十${value % 10 ? numerals[value % 10] : ''}`;
}

/**
 * Writes prose, titles and definitions for one page and keeps account of the definitions it has stated. No sentence it writes
 * states a definition by accident: what it quotes holds no numeral.
 */
export class Writer {
  readonly random: Random;
  readonly definitions: SourceDefinition[] = [];
  readonly mismatches: { term: string }[] = [];
  readonly town: string;
  readonly #used = new Set<string>();

  constructor(random: Random) {
    this.random = random;
    this.town = random.pick(words.places);
  }

  pick<T>(choices: readonly T[]): T {
    return this.random.pick(choices);
  }

  int(low: number, high: number): number {
    return this.random.int(low, high);
  }

  /** What `make` gives, `low` to `high` times. */
  times<T>(low: number, high: number, make: (index: number) => T | readonly T[]): T[] {
    return Array.from({ length: this.int(low, high) }, (_, i) => make(i)).flat() as T[];
  }

  /** A choice that this page has not made before, while there is one. */
  fresh(make: () => string): string {
    let made = make();
    for (let tries = 0; tries < 30 && this.#used.has(made); tries++) made = make();
    this.#used.add(made);
    return made;
  }

  person(): string {
    return this.pick(words.surnames) + this.pick(words.givenNames);
  }

  community(): string {
    return this.pick(words.communities);
  }

  author(): string {
    const { random } = this;
    return random.pick([
      () => this.town + random.pick(words.authors),
      () => `通讯员 ${this.person()}`,
      () => random.pick(words.authors),
    ])();
  }

  date(year = 2026): string {
    return `${year}年${this.int(1, 12)}月${this.int(1, 28)}日`;
  }

  figure(): string {
    const { random } = this;
    return random.pick([
      () => `完成${random.int(3, 99)}个点位的${random.pick(words.works)}`,
      () => `同比增长${random.int(1, 29)}.${random.int(1, 9)}%`,
      () => `受理诉求${random.int(120, 9999)}件`,
      () => `投入资金${random.int(20, 980)}万元`,
      () => `惠及居民${random.int(200, 8800)}户`,
      () => `满意率达到${random.int(90, 99)}.${random.int(1, 9)}%`,
      () => `开展活动${random.int(12, 300)}场次，参与${random.int(900, 9000)}人次`,
    ])();
  }

  /** A clause of 8 to 25 characters without a mark at its end. */
  clause(): string {
    const { random } = this;
    const topic = () => random.pick(words.topics);
    const verb = () => random.pick(words.verbs);
    const noun = () => random.pick(words.nouns);
    return random.pick([
      () => `${this.town}坚持把${topic()}摆在突出位置`,
      () => `${verb()}${topic()}和${topic()}各项工作`,
      () => `${this.community()}组织${random.pick(words.people)}参加${topic()}`,
      () => `围绕${topic()}、${topic()}、${topic()}等重点任务`,
      () => `把${random.pick(words.works)}作为为民办实事的重要抓手`,
      () => `不断${verb()}${random.pick(words.qualities)}${noun()}的成色`,
      () => `让${random.pick(words.people)}得到看得见、摸得着的实惠`,
      () => `推出“${random.pick(words.phrases)}”服务`,
      () => `${verb()}“${random.pick(words.phrases)}”，${verb()}“${random.pick(words.phrases)}”`,
      () => `按照《${random.pick(words.documents)}》的要求`,
      () => this.figure(),
      () => `${random.pick(words.people)}的参与热情越来越高`,
      () => `解决了${random.pick(words.people)}反映强烈的${topic()}难题`,
      () => `${random.pick(words.roles)}${this.person()}带着${random.pick(words.people)}逐户走访`,
      () => `从${noun()}到${noun()}、从${topic()}到${topic()}`,
      () => `通过“线上＋线下”的方式听取意见建议`,
      () => `建立健全${topic()}的长效机制`,
      () => `${noun()}${verb()}见实效，${noun()}${verb()}有新招`,
    ])();
  }

  sentence(low = 2, high = 4): string {
    const { random } = this;
    const clauses = this.times(low, high, () => this.clause());
    const text = clauses.reduce((all, clause) => `${all}${random.chance(0.07) ? '；' : '，'}${clause}`);
    if (random.chance(0.06)) return `“${text}。”${random.pick(words.roles)}${this.person()}说。`;
    return `${text}${random.chance(0.04) ? '！' : '。'}`;
  }

  /** Running text of `low` to `high` sentences. */
  prose(low = 2, high = 5): string {
    return this.times(low, high, () => this.sentence()).join('');
  }

  /** An opening phrase that makes paragraphs sound like ones. */
  opening(): string {
    return this.pick([
      `近年来，`,
      `今年以来，`,
      `${this.int(2, 12)}月${this.int(1, 28)}日，`,
      `连日来，`,
      `走进${this.community()}，`,
      `据了解，`,
      `下一步，`,
      `在${this.community()}，`,
      '',
      '',
    ]);
  }

  /** A paragraph of a page. */
  text(low = 1, high = 5): string {
    return this.opening() + this.prose(low, high);
  }

  /** A title of 4 to 12 characters that is no sentence. */
  title(): string {
    const { random } = this;
    const verb = () => random.pick(words.verbs);
    const noun = () => random.pick(words.nouns);
    return this.fresh(() =>
      random.pick([
        () => verb() + random.pick(words.topics),
        () => `${verb()}${random.pick(words.qualities)}${noun()}`,
        () => `${noun()}${verb()}聚合力`,
        () => `以${noun()}${verb()}${noun()}`,
        () => `${noun()}里的${random.pick(words.qualities)}${noun()}`,
        () => `${verb()}“${random.pick(words.phrases)}”`,
        () => `${random.pick(words.topics)}${verb()}再发力`,
      ])(),
    );
  }

  /** Two lines of one length, without marks at their ends. */
  couplet(): [string, string] {
    const { random } = this;
    const verb = () => random.pick(words.verbs);
    const noun = () => random.pick(words.nouns);
    const quality = () => random.pick(words.qualities);
    const tail = () => random.pick(['聚合力', '开新局', '见真情', '添活力', '绘新篇', '促和谐', '惠万家', '暖人心']);
    const frame = random.pick([
      () => verb() + quality() + noun(),
      () => noun() + verb() + tail(),
      () => verb() + noun() + tail(),
      () => `${noun()}层面${verb()}到位`,
      () => `把${noun()}${noun()}${verb()}得更实`,
      () => `${quality()}${noun()}、${verb()}${noun()}`,
    ]);
    return [this.fresh(frame), this.fresh(frame)];
  }

  /** A headline of 10 to 30 characters. */
  headline(): string {
    const { random } = this;
    return this.fresh(() =>
      random.pick([
        () => `${this.town}召开${random.pick(words.topics)}工作推进会`,
        () => `${this.community()}：${random.pick(words.verbs)}${random.pick(words.nouns)}有妙招`,
        () =>
          `${this.town}${random.pick(words.verbs)}“${random.pick(words.phrases)}”，${random.pick(words.topics)}显成效`,
        () => `${random.pick(words.works)}的“${random.pick(words.phrases)}”怎样炼成`,
        () => `${this.community()}开展${random.pick(words.topics)}主题活动`,
        () => `${random.pick(words.topics)}让${this.community()}旧貌换新颜`,
      ])(),
    );
  }
}

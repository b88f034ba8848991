/** A small generator of pseudo-random numbers (mulberry32), so that every run measures the same text. */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const words =
  '推进 建设 社区 治理 居民 群众 服务 发展 工作 项目 党员 干部 全面 深入 持续 提升 完善 机制 基层 网格 环境 整治 楼组 志愿者 活动 开展 组织 学习 宣传 安全 隐患 排查 产业 企业 招商 引资 创新 改革 乡村 振兴 文明 创建 垃圾 分类 加装 电梯 老旧 小区 改造 公共 空间 更新 微 协商 议事 平台 联动 共建 共治 共享 品牌 特色 亮点 成效 显著 目标 任务 落实 责任 清单 考核 督导 问题 整改 到位 长效 管理 监督 检查 审批 营商 优化 办事 窗口 数字 智慧 平安 稳定 矛盾 化解 调解 法治 教育 培训 就业 养老 助餐 托育 医疗 卫生 健康 文化 体育 设施 道路 河道 绿化 生态 保护 节能 农业 合作社 增收 村民 种植 丰收 春耕 防汛 防台 应急 演练 值守'.split(
    ' ',
  );
const numerals = '三四五六七八两';
const nouns = '会 微 美 清 化 到位 联动 必访 百 员 上门 公开 服务 更新 进 送 优先'.split(' ');

/** Makes pages of hard-wrapped newsletter text until `units` UTF-16 code units are reached; no page comes twice. */
export function newsletterText(units: number, seed: number): string {
  const random = randomSource(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const lines: string[] = [];
  let length = 0;
  const put = (line: string): void => {
    lines.push(line);
    length += line.length + 1;
  };
  const phrase = (cells: number): string => {
    let text = '';
    while (text.length < cells) text += pick(words);
    return text.slice(0, cells);
  };
  const term = (): string => {
    let text = pick([...numerals]) + pick(nouns);
    while (random() < 0.2) text += pick([...numerals]) + pick(nouns);
    return text;
  };
  const sentence = (): string => {
    const clauses = Array.from({ length: 1 + Math.floor(random() * 4) }, () => phrase(5 + Math.floor(random() * 12)));
    if (random() < 0.25) clauses.push(`推进“${term()}”${phrase(4)}`);
    if (random() < 0.04) {
      const items = [phrase(4), phrase(4), phrase(4)];
      clauses.push(`落实“三${pick(nouns)}”（${items.join('、')}）制度`);
    }
    if (random() < 0.15) clauses.push(`完成${Math.floor(random() * 900)}个${phrase(3)}`);
    return `${clauses.join(random() < 0.1 ? '、' : '，')}${pick(['。', '。', '。', '。', '；', '！'])}`;
  };
  const paragraph = (cells: number): void => {
    let text = random() < 0.15 ? `●${phrase(8)}。` : '';
    for (let n = 2 + Math.floor(random() * 6); n > 0; n--) text += sentence();
    let at = 0;
    for (let first = true; at < text.length; first = false) {
      const width = first ? cells - 2 : cells;
      let line = text.slice(at, at + width);
      at += width;
      if (random() < 0.12) line = line.replace(/，/, '， ');
      if (random() < 0.05) line = line.replace(/(\d+)/, ' $1 ');
      put(line);
    }
  };
  while (length < units) {
    const cells = pick([15, 16, 16, 22, 28]);
    const title = phrase(9);
    put(random() < 0.2 ? [...title].map((char) => char + char).join('') : title);
    put(phrase(9));
    for (let n = 4 + Math.floor(random() * 8); n > 0; n--) {
      if (random() < 0.15) put(phrase(8));
      if (random() < 0.1) put('');
      paragraph(cells);
    }
    put(random() < 0.5 ? '（媒体信息中心）' : `（通讯员 ${phrase(3)}）`);
  }
  return flat(lines.join('\n').slice(0, units));
}

/** The same text as one flat two-byte string: ropes and slices of other strings read slower. */
export function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Terms of two to eight characters, the way newsletters form them, `count` different ones. */
export function glossaryTerms(count: number, seed: number): string[] {
  const random = randomSource(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const terms = new Set<string>();
  while (terms.size < count) {
    let term = random() < 0.6 ? pick([...numerals]) + pick(nouns) : pick(words) + pick(words) + pick(words);
    while (random() < 0.55) term += random() < 0.5 ? pick([...numerals]) + pick(nouns) : pick(words);
    if (term.length <= 12) terms.add(term);
  }
  return [...terms];
}

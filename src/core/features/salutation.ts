import type { BlockKind } from '../newsletter/model.ts';

/** The longest line that names readers; lists of offices (主送机关) can be long, in UTF-16 code units. */
const longest = 120;

const opensPolitely = /^(?:尊敬|敬爱|亲爱)的/u;
const endsWithReaders =
  /(?:们|朋友|同志|同胞|乡亲|居民|村民|市民|业主|住户|家长|女士|先生|单位|部门|机关|机构|企业|公司|组织|局|委|办|办公室|政府|街道|镇|乡|村|社区|区|县|市|省|会|院|校|站|所|处|科|中心|支部)(?:（[^（）]*）)?[：:]$/u;

/**
 * True for a paragraph that is nothing but the readers it speaks to (各位居民朋友：, or the 主送机关 of GB/T 9704-2012, 7.3.2). Where it
 * opens a letter it starts at the left margin.
 */
export function namesReaders(kind: BlockKind, text: string): boolean {
  if (kind !== 'paragraph' || text.length > longest || !/[：:]$/u.test(text)) return false;
  if (/[。！？；\d“]|如下/u.test(text)) return false;
  return opensPolitely.test(text) || endsWithReaders.test(text);
}

const heads: ReadonlySet<BlockKind> = new Set(['masthead', 'subhead', 'byline', 'jump']);

/** True for what a letter can be opened below: its title and what belongs to that, or nothing at all. */
export function mayOpenLetter(before: { readonly kind: BlockKind; readonly level?: number } | undefined): boolean {
  return before === undefined || heads.has(before.kind) || (before.kind === 'heading' && before.level === 1);
}

import type { Expansion } from '../abbreviations/model.ts';

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': ')',
  '《': '》',
  '「': '」',
  '『': '』',
};

/** The items of an expansion as a newsletter prints them: 、 between items, ； between the groups of a composite. */
export function expansionText({ items, parts }: Expansion): string {
  if (parts?.length) return parts.map((part) => listText(part.items)).join('；');
  return listText(items ?? []);
}

function listText(items: readonly string[]): string {
  return items.map((item) => (splits(item) ? `“${item}”` : item)).join('、');
}

/** True where an item holds a separator outside of quotation marks and brackets, and so would read as two. */
function splits(item: string): boolean {
  if (!/[、；]/u.test(item)) return false;
  const open: string[] = [];
  for (const character of item) {
    if (character === open.at(-1)) open.pop();
    else if (pairs[character]) open.push(pairs[character]);
    else if (open.length === 0 && (character === '、' || character === '；')) return true;
  }
  return false;
}

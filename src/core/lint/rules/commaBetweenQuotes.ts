import type { Rule } from '../rule.ts';

/** 、 between neighbouring “” or 《》, where usually none is set (GB/T 15834-2011, 4.5.3.5). A matter of house style, so opt-in. */
export const commaBetweenQuotes: Rule = {
  code: 'punctuation/enumeration-comma-between-quotes',
  defaultSeverity: 'hint',
  optIn: 'rule',
  check({ reading: { text }, marks }, report) {
    for (const at of marks.points) {
      if (text.charCodeAt(at) !== 0x3001) continue;
      const pair = text.charAt(at - 1) + text.charAt(at + 1);
      if (pair !== '”“' && pair !== '》《') continue;
      report({ start: at, end: at + 1 }, { message: 'Usually no 、 stands between {0}', args: [pair] });
    }
  },
  fix({ range }) {
    return [{ title: { message: 'Remove 、' }, edits: [{ ...range, text: '' }], preferred: true }];
  },
};

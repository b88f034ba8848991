import type { Fix } from '../model.ts';
import type { Rule } from '../rule.ts';

/** ， 。 、 ； ： – marks that never follow one another. ？ and ！ may (GB/T 15834-2011, 4.2 and 4.3). */
function isPause(code: number): boolean {
  return code === 0xff0c || code === 0x3002 || code === 0x3001 || code === 0xff1b || code === 0xff1a;
}

/** Two or more of ，。、；： in a row. Three full stops stand for an ellipsis. */
export const repeatedMark: Rule = {
  code: 'punctuation/repeated-mark',
  defaultSeverity: 'hint',
  check({ reading: { text }, marks }, report) {
    for (let i = 0; i + 1 < marks.length; i++) {
      const start = marks[i] as number;
      let end = start + 1;
      if (marks[i + 1] !== end || !isPause(text.charCodeAt(start))) continue;
      while (end < text.length && isPause(text.charCodeAt(end))) end++;
      if (end - start < 2) continue;
      const run = text.slice(start, Math.min(end, start + 12));
      report({ start, end }, { message: 'Marks in a row: {0}', args: [run] }, { data: { run } });
      while (i + 1 < marks.length && (marks[i + 1] as number) < end) i++;
    }
  },
  fix({ range, data }) {
    const run = String(data?.['run'] ?? '');
    const single = [...new Set(run)];
    const choices = /^。{3,}$/.test(run) ? ['……', '。'] : single;
    return choices.map((mark): Fix => ({
      title: { message: 'Change to {0}', args: [mark] },
      edits: [{ ...range, text: mark }],
      preferred: single.length === 1 && mark === choices[0],
    }));
  },
};

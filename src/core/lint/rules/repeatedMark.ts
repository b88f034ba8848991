import type { Fix } from '../model.ts';
import type { Rule } from '../rule.ts';

/**
 * Two or more of ，。、；： in a row; three full stops stand for an ellipsis. ？ and ！ may be repeated (GB/T 15834-2011, 4.2 and 4.3).
 */
export const repeatedMark: Rule = {
  code: 'punctuation/repeated-mark',
  defaultSeverity: 'hint',
  check({ reading: { text }, marks: { points } }, report) {
    for (let i = 0; i + 1 < points.length; i++) {
      const start = points[i] as number;
      let end = start + 1;
      if (points[i + 1] !== end) continue;
      while (points[i + 1] === end) {
        end++;
        i++;
      }
      const run = text.slice(start, Math.min(end, start + 12));
      report({ start, end }, { message: 'Marks in a row: {0}', args: [run] }, { data: { run } });
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

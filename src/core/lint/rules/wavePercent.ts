import { isDigit } from '../marks.ts';
import type { Rule } from '../rule.ts';

/** Signs and multipliers that change the value of a figure, so the first figure of a range needs them too. */
const units = '%％‰万亿';

function endOfFigure(text: string, from: number): number {
  let i = from;
  while (i < text.length && (isDigit(text.charCodeAt(i)) || (text[i] === '.' && isDigit(text.charCodeAt(i + 1))))) i++;
  return i;
}

/** 63～68% for 63%～68%, 9～16亿 for 9亿～16亿 (GB/T 15835-2011, 4.1.1 and 5.1.3). Opt-in. */
export const wavePercent: Rule = {
  code: 'punctuation/wave-percent',
  defaultSeverity: 'hint',
  optIn: 'rule',
  check({ reading: { text }, marks }, report) {
    for (const at of marks.joins) {
      if (!isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) continue;
      const end = endOfFigure(text, at + 1);
      const unit = text.charAt(end);
      if (unit === '' || !units.includes(unit)) continue;
      let start = at - 1;
      while (start > 0 && at - start < 16 && (isDigit(text.charCodeAt(start - 1)) || text[start - 1] === '.')) start--;
      report(
        { start, end: end + 1 },
        {
          message: 'Both figures of a range take {0}: {1}',
          args: [unit, `${text.slice(start, at)}${unit}${text.slice(at, end + 1)}`],
        },
        { data: { unit, at: at - start } },
      );
    }
  },
  fix({ range, data }, { reading }) {
    const at = reading.toReading(range.start) + Number(data?.['at']);
    const unit = String(data?.['unit']);
    const edits = [reading.editToRaw({ start: at, end: at, text: unit })];
    return [{ title: { message: 'Insert {0}', args: [unit] }, edits, preferred: true }];
  },
};

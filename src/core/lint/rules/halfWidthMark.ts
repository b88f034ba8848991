import { isIdeograph } from '../marks.ts';
import type { Rule } from '../rule.ts';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};

/** Ideographs and the closing marks that stand behind them. */
function endsChinese(code: number): boolean {
  return isIdeograph(code) || code === 0x201d || code === 0x300b || code === 0xff09;
}

/** Ideographs, the marks that open in front of them, and the end of a line. */
function startsChinese(code: number): boolean {
  return (
    isIdeograph(code) ||
    code === 0x201c ||
    code === 0x300a ||
    code === 0xff08 ||
    Number.isNaN(code) ||
    code === 10 ||
    code === 13
  );
}

/** A half-width comma, stop, colon, semicolon, question or exclamation mark in Chinese text (GB/T 15834-2011, 5.1: a mark takes a cell). */
export const halfWidthMark: Rule = {
  code: 'punctuation/half-width-mark',
  defaultSeverity: 'hint',
  check({ reading: { text }, marks }, report) {
    for (const at of marks.halfWidth) {
      const full = fullWidth[text.charAt(at)];
      if (!full || !endsChinese(text.charCodeAt(at - 1)) || !startsChinese(text.charCodeAt(at + 1))) continue;
      report(
        { start: at, end: at + 1 },
        { message: 'Half-width {0} between Chinese characters', args: [text.charAt(at)] },
        { data: { mark: text.charAt(at) } },
      );
    }
  },
  fix({ range, data }) {
    const full = fullWidth[String(data?.['mark'])];
    if (!full) return [];
    return [{ title: { message: 'Change to {0}', args: [full] }, edits: [{ ...range, text: full }], preferred: true }];
  },
};

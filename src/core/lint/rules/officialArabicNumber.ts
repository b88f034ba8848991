import { readMarker } from '../../newsletter/markers.ts';
import type { Rule } from '../rule.ts';

/** `1、` for `1.`: an Arabic number takes a stop in the line's middle third (GB/T 9704-2012, 7.3.3). */
export const officialArabicNumber: Rule = {
  code: 'official/arabic-number-stop',
  defaultSeverity: 'hint',
  optIn: 'official',
  check({ reading: { text }, newsletter: { blocks } }, report) {
    for (const block of blocks) {
      if (block.marker === undefined) continue;
      if (readMarker(text, block.start, block.end)?.kind !== 'digit') continue;
      const at = text.indexOf('、', block.start);
      if (at < 0 || at > block.start + 2) continue;
      const number = text.slice(block.start, at);
      report({ start: at, end: at + 1 }, { message: 'A stop follows an Arabic number: {0}', args: [`${number}.`] });
    }
  },
  fix({ range }) {
    return [{ title: { message: 'Change to .' }, edits: [{ ...range, text: '.' }], preferred: true }];
  },
};

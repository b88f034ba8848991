import { readMarker } from '../../newsletter/markers.ts';
import type { Rule } from '../rule.ts';

/** （一）、 and （1）. : no punctuation mark stands behind a bracketed number (GB/T 9704-2012, 7.3.3; GB/T 15834-2011, annex B.3). */
export const officialNumberMark: Rule = {
  code: 'official/mark-after-bracket',
  defaultSeverity: 'hint',
  optIn: 'official',
  check({ reading: { text }, newsletter: { blocks } }, report) {
    for (const block of blocks) {
      if (block.marker === undefined) continue;
      const marker = readMarker(text, block.start, block.end);
      if (marker?.kind !== 'bracket-numeral' && marker?.kind !== 'bracket-digit') continue;
      const end = block.start + marker.length;
      if (!'、，．.：'.includes(text.charAt(end)) || end >= block.end) continue;
      report(
        { start: end, end: end + 1 },
        { message: 'No mark stands behind {0}', args: [text.slice(block.start, end)] },
      );
    }
  },
  fix({ range }) {
    return [{ title: { message: 'Remove the mark' }, edits: [{ ...range, text: '' }], preferred: true }];
  },
};

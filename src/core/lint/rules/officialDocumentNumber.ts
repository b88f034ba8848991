import { isDigit } from '../marks.ts';
import type { Rule } from '../rule.ts';

/** A year in brackets of any kind and the number behind it, read from the opening bracket. */
const documentNumber = /^[〔[［（(【]((?:19|20)\d\d)年?[〕\]］）)】]\s?(第?)(0*)(\d{1,5})(?=号)/;
const longest = 20;

/** A document number not written as 〔2026〕3号: hexagonal brackets, no 第, no zero padding (GB/T 9704-2012, 7.2.5). */
export const officialDocumentNumber: Rule = {
  code: 'official/document-number',
  defaultSeverity: 'hint',
  optIn: 'official',
  check({ reading: { text }, marks }, report) {
    for (const at of marks.pairs) {
      if (!isDigit(text.charCodeAt(at + 1)) || !isDigit(text.charCodeAt(at + 4))) continue;
      const found = documentNumber.exec(text.slice(at, at + longest));
      if (!found) continue;
      const proper = `〔${found[1]}〕${found[4]}`;
      if (found[0] === proper) continue;
      report(
        { start: at, end: at + found[0].length },
        { message: 'A document number is written {0}', args: [`${proper}号`] },
        { data: { proper } },
      );
    }
  },
  fix({ range, data }, { reading }) {
    const proper = String(data?.['proper']);
    const edits = [reading.editToRaw({ ...reading.readingRange(range), text: proper })];
    return [{ title: { message: 'Change to {0}', args: [`${proper}号`] }, edits, preferred: true }];
  },
};

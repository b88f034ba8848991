import type { TermUse } from '../../abbreviations/model.ts';
import type { TextEdit, TextRange } from '../../text/range.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { isComposite, quotesAround } from '../terms.ts';

/** Composite terms that stand in quotation marks mostly, but not always. */
function usuallyQuoted(text: string, terms: readonly TermUse[]): ReadonlySet<string> {
  const balance = new Map<string, { quoted: number; bare: number }>();
  for (const use of terms) {
    let seen = balance.get(use.term);
    if (!seen) balance.set(use.term, (seen = { quoted: 0, bare: 0 }));
    const { opens, closes } = quotesAround(text, use);
    if (opens && closes) seen.quoted++;
    else seen.bare++;
  }
  const mixed = [...balance].filter(([, { quoted, bare }]) => bare > 0 && quoted > bare);
  return new Set(mixed.map(([term]) => term).filter(isComposite));
}

/** Tells of offsets asked in ascending order whether they lie inside a pair of quotation marks or brackets. */
function insideTester(outermost: readonly number[]): (offset: number) => boolean {
  let at = 0;
  return (offset) => {
    while (at < outermost.length && (outermost[at + 1] as number) < offset) at += 2;
    return at < outermost.length && (outermost[at] as number) < offset;
  };
}

/** A use with only one of its marks, and that mark without a partner elsewhere: the mark's place is returned. */
function lonelyMark(use: TermUse, text: string, unpaired: ReadonlySet<number>): TextRange | undefined {
  const { opens, closes } = quotesAround(text, use);
  if (opens === closes) return undefined;
  const at = opens ? use.start - 1 : use.end;
  if (!unpaired.has(at)) return undefined;
  return opens ? { start: at, end: use.end } : { start: use.start, end: at + 1 };
}

function reportUnquoted(
  { reading: { text }, terms, definitions, pairing }: RuleContext,
  report: (use: TermUse) => void,
) {
  const quoted = usuallyQuoted(text, terms);
  if (quoted.size === 0) return;
  const headwords = new Set(definitions.map((definition) => definition.range.start));
  const inside = insideTester(pairing.outermost);
  for (const use of terms) {
    const { opens, closes } = quotesAround(text, use);
    if (opens || closes || !quoted.has(use.term) || headwords.has(use.start) || inside(use.start)) continue;
    report(use);
  }
}

/**
 * A term with only one of its quotation marks, or a composite one that stands without them although this document mostly
 * quotes it. A term inside a longer quotation or title needs none.
 */
export const missingQuote: Rule = {
  code: 'abbreviation/missing-quote',
  defaultSeverity: 'hint',
  scope: 'document',
  supersedes: 'punctuation/unpaired-quote',
  check(context, report) {
    const { text } = context.reading;
    const unpaired = new Set(context.pairing.unpaired.filter((mark) => !mark.bracket).map((mark) => mark.offset));
    for (const use of unpaired.size ? context.terms : []) {
      const range = lonelyMark(use, text, unpaired);
      if (range) report(range, { message: 'A quotation mark of “{0}” is missing', args: [use.term] });
    }
    reportUnquoted(context, (use) => {
      report(use, { message: '“{0}” stands without the quotation marks it has elsewhere', args: [use.term] });
    });
  },
  fix({ range }, { reading }) {
    const { start, end } = reading.readingRange(range);
    const edits: TextEdit[] = [];
    if (!'“‘「『'.includes(reading.text.charAt(start))) edits.push({ start, end: start, text: '“' });
    if (!'”’」』'.includes(reading.text.charAt(end - 1))) edits.push({ start: end, end, text: '”' });
    if (edits.length === 0) return [];
    return [
      {
        title: { message: edits.length === 2 ? 'Put it in quotation marks' : 'Insert the missing quotation mark' },
        edits: edits.map((edit) => insertionToRaw(edit)),
        preferred: true,
      },
    ];

    function insertionToRaw(edit: TextEdit): TextEdit {
      // An opening mark goes behind what a repair takes away in front of the term: behind a line's end, not before it.
      const at = reading.toRaw(edit.start, edit.text === '“' ? 'after' : 'before');
      return { start: at, end: at, text: edit.text };
    }
  },
};

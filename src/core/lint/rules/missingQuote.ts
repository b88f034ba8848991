import type { TermUse } from '../../abbreviations/model.ts';
import { movedRange, type TextEdit, type TextRange } from '../../text/range.ts';
import type { DocumentRule, RuleContext } from '../rule.ts';
import { isComposite, quotesAround } from '../terms.ts';

/** How often a term stands in quotation marks and without. */
interface Balance {
  quoted: number;
  bare: number;
}

/** What one sheet tells. */
interface Facts {
  /** Uses with one mark that has no partner, and where the two stand. */
  readonly lonely: readonly (TextRange & { readonly term: string })[];
  /** Of composite terms only. */
  readonly balance: ReadonlyMap<string, Balance>;
  /** Uses of composite terms without marks where they could stand. */
  readonly bare: readonly TermUse[];
}

function balanceOf(text: string, terms: readonly TermUse[]): ReadonlyMap<string, Balance> {
  const balance = new Map<string, Balance | null>();
  for (const use of terms) {
    let seen = balance.get(use.term);
    if (seen === undefined) balance.set(use.term, (seen = isComposite(use.term) ? { quoted: 0, bare: 0 } : null));
    if (!seen) continue;
    const { opens, closes } = quotesAround(text, use);
    if (opens && closes) seen.quoted++;
    else seen.bare++;
  }
  return new Map([...balance].filter((one): one is [string, Balance] => one[1] !== null));
}

/** Composite terms that stand in quotation marks mostly, but not always. */
function usuallyQuoted(balances: readonly ReadonlyMap<string, Balance>[]): ReadonlySet<string> {
  const sums = new Map<string, Balance>();
  for (const balance of balances) {
    for (const [term, { quoted, bare }] of balance) {
      const sum = sums.get(term);
      if (!sum) sums.set(term, { quoted, bare });
      else {
        sum.quoted += quoted;
        sum.bare += bare;
      }
    }
  }
  const mixed = [...sums].filter(([, { quoted, bare }]) => bare > 0 && quoted > bare);
  return new Set(mixed.map(([term]) => term));
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

/** The uses of composite terms that have no marks around them, nor stand inside a longer quotation, nor are just being defined. */
function bareUses(
  { reading: { text }, terms, definitions, pairing }: RuleContext,
  composites: ReadonlyMap<string, Balance>,
): readonly TermUse[] {
  if (composites.size === 0) return [];
  const headwords = new Set(definitions.map((definition) => definition.range.start));
  const inside = insideTester(pairing.outermost);
  return terms.filter((use) => {
    if (!composites.has(use.term) || headwords.has(use.start)) return false;
    const { opens, closes } = quotesAround(text, use);
    return !opens && !closes && !inside(use.start);
  });
}

/**
 * A term with only one of its quotation marks, or a composite one that stands without them although this document mostly
 * quotes it. A term inside a longer quotation or title needs none.
 */
export const missingQuote: DocumentRule<Facts> = {
  code: 'abbreviation/missing-quote',
  defaultSeverity: 'hint',
  supersedes: 'punctuation/unpaired-quote',
  gather(context) {
    const { terms, pairing } = context;
    const { text } = context.reading;
    const unpaired = new Set(pairing.unpaired.filter((mark) => !mark.bracket).map((mark) => mark.offset));
    const lonely = (unpaired.size ? terms : []).flatMap((use) => {
      const range = lonelyMark(use, text, unpaired);
      return range ? [{ ...range, term: use.term }] : [];
    });
    const balance = balanceOf(text, terms);
    return { lonely, balance, bare: bareUses(context, balance) };
  },
  conclude(sheets, report) {
    for (const { facts, start } of sheets) {
      for (const { term, ...range } of facts.lonely)
        report(movedRange(range, start), { message: 'A quotation mark of “{0}” is missing', args: [term] });
    }
    const quoted = usuallyQuoted(sheets.map(({ facts }) => facts.balance));
    for (const { facts, start } of quoted.size ? sheets : []) {
      for (const use of facts.bare) {
        if (!quoted.has(use.term)) continue;
        const message = '“{0}” stands without the quotation marks it has elsewhere';
        report(movedRange(use, start), { message, args: [use.term] });
      }
    }
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

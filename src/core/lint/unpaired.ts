import type { ReadingText } from '../text/readingText.ts';
import type { Finding, Fix } from './model.ts';
import { partnerOf } from './pairs.ts';
import type { Report, RuleContext } from './rule.ts';

/** How far a fix looks for the place of the missing partner. */
const reach = 60;
const stops = '，。；：、？！\n\r';

const messages = {
  turned: '{0} faces the wrong way',
  opens: '{0} is never closed',
  closes: '{0} was never opened',
};

/** Reports the unpaired brackets, or the unpaired quotation marks. */
export function reportUnpaired({ reading: { text }, pairing }: RuleContext, report: Report, bracket: boolean): void {
  for (const mark of pairing.unpaired) {
    if (mark.bracket !== bracket) continue;
    const sign = text.charAt(mark.offset);
    const message = messages[mark.turned ? 'turned' : mark.opens ? 'opens' : 'closes'];
    const data = { turned: mark.turned ? 1 : 0, opens: mark.opens ? 1 : 0 };
    report({ start: mark.offset, end: mark.offset + 1 }, { message, args: [sign] }, { data });
  }
}

/** Where the partner of an unpaired mark belongs: at the next or the previous stop, at the text's edge where there is none. */
function placeOfPartner(text: string, at: number, opens: boolean): number {
  const step = opens ? 1 : -1;
  let i = at + (opens ? 2 : -2);
  for (let n = 0; n < reach && i >= 0 && i < text.length; n++, i += step) {
    if (stops.includes(text.charAt(i))) return opens ? i : i + 1;
  }
  return Math.max(0, Math.min(text.length, i + (opens ? 0 : 1)));
}

/** Turns the mark round, inserts its partner at the nearest stop, or removes it. */
export function unpairedFixes(
  { range, data }: Finding,
  { reading }: { readonly reading: ReadingText },
): readonly Fix[] {
  const at = reading.toReading(range.start);
  const sign = reading.text.charAt(at);
  const partner = partnerOf(sign);
  if (partner === undefined) return [];
  const remove: Fix = { title: { message: 'Remove {0}', args: [sign] }, edits: [{ ...range, text: '' }] };
  if (data?.['turned']) {
    return [
      {
        title: { message: 'Turn it into {0}', args: [partner] },
        edits: [{ ...range, text: partner }],
        preferred: true,
      },
      remove,
    ];
  }
  const opens = data?.['opens'] === 1;
  const place = reading.toRaw(placeOfPartner(reading.text, at, opens), opens ? 'before' : 'after');
  return [
    { title: { message: 'Insert {0}', args: [partner] }, edits: [{ start: place, end: place, text: partner }] },
    remove,
  ];
}

import type { Rule } from '../rule.ts';
import { changeNumeral } from '../numerals.ts';

/** “四个到位” with three items: the numeral and the list do not agree. Both places are shown. */
export const itemCount: Rule = {
  code: 'abbreviation/item-count',
  defaultSeverity: 'warning',
  check({ mismatches }, report) {
    for (const { term, whole, range, itemsRange, expected, items } of mismatches) {
      const message = whole
        ? '“{3}” of “{0}” says {1}, but {2} items are listed'
        : '“{0}” says {1}, but {2} items are listed';
      report(
        range,
        { message, args: [whole ?? term, expected, items.length, ...(whole ? [term] : [])] },
        {
          related: [{ message: '{0} items are listed here', args: [items.length], range: itemsRange }],
          data: { term, expected, listed: items.length },
        },
      );
    }
  },
  fix({ range, data }, { reading }) {
    const place = reading.readingRange(range);
    const term = reading.text.slice(place.start, place.end);
    const changed = changeNumeral(term, Number(data?.['expected']), Number(data?.['listed']));
    if (changed === undefined) return [];
    return [
      {
        title: { message: 'Change to “{0}”', args: [changed] },
        edits: [reading.editToRaw({ ...place, text: changed })],
      },
    ];
  },
};

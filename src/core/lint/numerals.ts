const digits = '零一二三四五六七八九';
const values: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  双: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** The number written in Chinese numerals below 1000, as headings are numbered (十二, 一百零三); undefined for anything else. */
export function numberOf(numeral: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    if (character === '十' || character === '百') {
      total += (digit ?? 1) * (character === '十' ? 10 : 100);
      digit = undefined;
    } else {
      const value = values[character];
      if (value === undefined) return undefined;
      // Digits in a row are read in their places: 二〇.
      digit = (digit ?? 0) * 10 + value;
    }
  }
  return numeral === '' ? undefined : total + (digit ?? 0);
}

/** A number from 0 to 99 in Chinese numerals as headings are numbered: 十, 十二, 二十三. */
export function numeralOf(value: number): string {
  const tens = Math.floor(value / 10);
  if (tens === 0) return digits[value] ?? '';
  return `${tens > 1 ? digits[tens] : ''}十${value % 10 ? digits[value % 10] : ''}`;
}

/**
 * The term with its numeral changed from `from` to `to`: 四个到位 → 三个到位. Undefined where not exactly one numeral says `from`,
 * or where a number has no short form.
 */
export function changeNumeral(term: string, from: number, to: number): string | undefined {
  if (!(to >= 1 && to <= 20)) return undefined;
  const arabic = [...term.matchAll(/\d+/g)].filter(([number]) => Number(number) === from);
  const chinese = [...term.matchAll(/[一二两双三四五六七八九十]+/g)].filter(([number]) => numberOf(number) === from);
  const found = [...arabic, ...chinese];
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const counts = to === 2 ? '两' : numeralOf(to);
  return term.slice(0, only.index) + (arabic.length ? String(to) : counts) + term.slice(only.index + only[0].length);
}

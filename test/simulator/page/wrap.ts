/** Marks that may not start a line, and those that may not end one (GB/T 15834-2011, 5.1). */
const notFirst = '，。、；：？！”’）》〉】〕…％%·';
const notLast = '“‘（《〈【〔';

/** Width in half cells: a full-width character takes two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char <= '~' ? 1 : 2;
  return width;
}

const token = /[\da-zA-Z.:%/+-]+|——|……|./gsu;

/**
 * Breaks a text into lines of at most `cells` cells, the first one of `firstCells`. Numbers and words stay whole. A mark that may
 * not start a line hangs over the column, or takes the character before it down.
 */
export function wrap(text: string, cells: number, firstCells: number, hanging: boolean): string[] {
  const tokens = text.match(token) ?? [];
  const lines: string[] = [];
  let line: string[] = [];
  let width = 0;
  const limit = () => (lines.length === 0 ? firstCells : cells) * 2;
  const flush = (carried: string[]) => {
    lines.push(line.join('').trim());
    line = carried;
    width = widthOf(carried.join(''));
  };
  for (const next of tokens) {
    const own = widthOf(next);
    if (next === ' ' && (line.length === 0 || width >= limit())) continue;
    if (width + own <= limit() || line.length === 0) {
      line.push(next);
      width += own;
    } else if (notFirst.includes(next) && hanging && width <= limit()) {
      line.push(next);
      width += own;
    } else {
      const carried: string[] = [];
      if (notFirst.includes(next)) {
        do carried.unshift(line.pop() as string);
        while (line.length > 1 && notFirst.includes(carried[0] as string));
      }
      while (line.length > 1 && notLast.includes(line.at(-1) as string)) carried.unshift(line.pop() as string);
      flush([...carried, next]);
    }
  }
  if (line.length > 0) flush([]);
  return lines.filter((each) => each !== '');
}

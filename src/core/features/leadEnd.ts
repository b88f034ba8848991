/**
 * Where the run-in heading that ends at `at` stops being set as one: behind the mark that closes it. Offsets of `text`, which goes
 * on to `end`.
 */
export function leadEnd(text: string, at: number, end: number): number {
  return at < end && '。！？!?；：'.includes(text.charAt(at)) ? at + 1 : Math.min(at, end);
}

/**
 * True for the code units that never tell two terms apart: white space and line breaks of every kind, the ideographic
 * space, no-break spaces, zero-width characters and the byte order mark.
 */
export function isSkipped(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13);
  if (unit < 0x2000) return unit === 0x85 || unit === 0xa0 || unit === 0x1680;
  if (unit <= 0x2060) return unit <= 0x200d || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit >= 0x205f;
  return unit === 0x3000 || unit === 0xfeff;
}

/** The term without white space: two spellings that agree in it are the same term. */
export function termKey(term: string): string {
  let first = 0;
  while (first < term.length && !isSkipped(term.charCodeAt(first))) first++;
  if (first === term.length) return term;
  const kept: string[] = [term.slice(0, first)];
  for (let i = first; i < term.length; i++) if (!isSkipped(term.charCodeAt(i))) kept.push(term[i] as string);
  return kept.join('');
}

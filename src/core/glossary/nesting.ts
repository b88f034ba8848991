/** A glossary is some eight levels deep. */
const deepest = 100;

/**
 * True where a YAML (or JSON) text may be nested so deeply that a recursive reader runs out of stack, which can end the whole
 * extension host. Counts without reading: brackets in a row, and lines or dashes that stand further and further in.
 */
export function nestsTooDeep(text: string): boolean {
  const columns: number[] = [];
  let brackets = 0;
  let column = 0;
  let leads = true;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (character === '\n' || character === '\r') [column, leads] = [0, true];
    else {
      if (leads && character !== ' ' && character !== '\t') {
        while (columns.length > 0 && (columns.at(-1) as number) >= column) columns.pop();
        columns.push(column);
        // Another dash, or what follows it, stands one level further in.
        leads = '-?:'.includes(character) && ' \t'.includes(text[i + 1] ?? '');
      }
      if (character === '[' || character === '{') brackets++;
      else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
      column++;
    }
    if (columns.length + brackets > deepest) return true;
  }
  return false;
}

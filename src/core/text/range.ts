/** A half-open stretch of text, `[start, end)`, in UTF-16 code units. Which text it lies in is said where it is used. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replace `[start, end)` by `text`. Offsets are UTF-16 code units of the text before the edit. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/** The range as many code units further on. */
export function movedRange({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** True where `range` holds `offset`; a range that ends at `offset` counts, so a cursor behind a word still finds it. */
export function touches(range: TextRange, offset: number): boolean {
  return offset >= range.start && offset <= range.end;
}

/** True where the two ranges share at least one code unit. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * The text after `edits`, which must be sorted and must not overlap.
 * @throws RangeError where they are not, because a silent reordering would lose text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit [${edit.start}, ${edit.end}) overlaps or leaves the text`);
    }
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

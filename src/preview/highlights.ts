/** Marks stretches of the page by the browser's own highlights, which change nothing in the document. */
export function highlight(name: string, ranges: readonly Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

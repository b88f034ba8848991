/**
 * Marks stretches of the page by the browser's own highlights, which change nothing in the document.
 *
 * @param priority of two highlights of one stretch that of the higher one is seen
 */
export function highlight(name: string, ranges: readonly Range[], priority = 0): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const marked = new Highlight(...ranges);
  marked.priority = priority;
  CSS.highlights.set(name, marked);
}

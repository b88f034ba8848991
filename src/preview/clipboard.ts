import type { Node, Slice } from 'prosemirror-model';

/** The text of HTML, a line for each paragraph; scripts and styles are no text. */
export function textOfHtml(html: string): string {
  if (html === '') return '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('script, style, head')) element.remove();
  // White space between and inside elements of HTML is no line break.
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest('pre')) text.data = text.data.replace(/\s+/g, ' ');
  }
  for (const element of page.querySelectorAll('br')) element.after('\n');
  for (const element of page.querySelectorAll('p, div, li, tr, h1, h2, h3, h4, h5, h6, pre, blockquote')) {
    element.prepend('\n');
    element.append('\n');
  }
  return page.body.textContent ?? '';
}

/** The text of a selection, a line for each block and each line of a block. */
export function textOfSlice({ content }: Slice): string {
  return content.textBetween(0, content.size, '\n');
}

/** Blocks as HTML without any of the page's own classes: headings and paragraphs. */
export function htmlOfSlice(slice: Slice): string {
  const body = document.createElement('div');
  slice.content.forEach((node) => body.append(cleanElement(node)));
  return body.innerHTML;
}

function cleanElement(node: Node): HTMLElement {
  const { kind, level } = node.attrs as { kind: string; level: number | null };
  const made = document.createElement(kind === 'heading' ? `h${Math.min(6, level ?? 1)}` : 'p');
  for (const [i, line] of node.textContent.split('\n').entries()) {
    if (i > 0) made.append(document.createElement('br'));
    made.append(line);
  }
  return made;
}

import type { Node, Slice } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { cleanBlocks } from '../shared/cleanText.ts';
import { insertBlocks } from './keys.ts';

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

/** Puts what is selected on the clipboard, as text and as HTML; false where nothing is. */
export function copy({ state }: EditorView, event: ClipboardEvent): boolean {
  const { selection } = state;
  if (selection.empty || !event.clipboardData) return false;
  const slice = selection.content();
  event.preventDefault();
  event.clipboardData.setData('text/plain', textOfSlice(slice));
  event.clipboardData.setData('text/html', htmlOfSlice(slice));
  return true;
}

/** Takes out what is selected. */
export function cut(view: EditorView): boolean {
  view.dispatch(view.state.tr.deleteSelection().scrollIntoView());
  return true;
}

/** Puts clean text in the place of the selection. */
export function paste(view: EditorView, data: DataTransfer | null): boolean {
  const text = data?.getData('text/plain') || textOfHtml(data?.getData('text/html') ?? '');
  insertBlocks(cleanBlocks(text))(view.state, view.dispatch);
  return true;
}

/** Puts clean text where it was let go. */
export function drop(view: EditorView, event: DragEvent): boolean {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!at) return true;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
  event.preventDefault();
  return paste(view, event.dataTransfer);
}

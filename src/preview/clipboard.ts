/** The text of HTML, a line for each paragraph; scripts and styles are no text. */
export function textOfHtml(html: string): string {
  if (html === '') return '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('script, style, head')) element.remove();
  for (const element of page.querySelectorAll('p, div, li, tr, br, h1, h2, h3, h4, h5, h6')) element.append('\n');
  return page.body.textContent ?? '';
}

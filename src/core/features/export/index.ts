// All exports but DOCX, which brings a library of its own: what is loaded when one is first wanted.
export { exportHtml, htmlFragment } from './html.ts';
export { exportPage } from './page.ts';
export { exportText } from './text.ts';

import type { Layout } from '../layouts.ts';
import { paperStyles } from './paper.ts';
import { isCentred, isDistribution, lineText, tableCells, type ExportBlock, type ExportPage } from './page.ts';

/** How an HTML page looks. */
export interface HtmlOptions {
  readonly layout?: Layout;
  /** The style sheet of the preview's page, which this page then looks like. */
  readonly styles?: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, in elements and in attributes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] as string);

/** Whatever the text holds, no script of it can run and nothing is fetched, sent or framed. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

/** The page as one HTML file that needs no other: the elements and styles of the preview, print styles besides, and no script. */
export function exportHtml(
  { title, blocks }: ExportPage,
  { layout = 'newspaper', styles = '' }: HtmlOptions = {},
): string {
  const lines = [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${styles}\n${paperStyles(layout)}</style>`,
    '</head>',
    `<body class="print" data-layout="${layout}">`,
    '<main id="page"><div class="page">',
    ...blocks.map(pageElement),
    '</div></main>',
    '</body>',
    '</html>',
    '',
  ];
  return lines.join('\n');
}

/** An element as the preview has it: line breaks are kept as such. */
function pageElement(block: ExportBlock): string {
  const tag = block.kind === 'heading' ? `h${block.level ?? 2}` : 'p';
  const lines = block.lines.map((line) =>
    line
      .map(({ text, lead }) => (lead ? `<span class="lead level${lead}">${escaped(text)}</span>` : escaped(text)))
      .join(''),
  );
  return `<${tag} class="${classesOf(block)}">${lines.join('\n')}</${tag}>`;
}

function classesOf(block: ExportBlock): string {
  const { kind, lines, issue, salutation = false } = block;
  const extra = [
    lines.length > 1 && 'lines',
    issue && 'issue',
    isDistribution(block) && 'distribution',
    salutation && 'salutation',
  ];
  return ['block', kind, ...extra.filter((one) => one !== false)].join(' ');
}

/** The page as a piece of HTML for the clipboard: web editors drop classes, so what matters is written on the elements. */
export function htmlFragment({ blocks }: ExportPage): string {
  return blocks.map(plainElement).join('\n');
}

function plainElement(block: ExportBlock): string {
  const cells = tableCells(block);
  if (cells) return tableElement(cells);
  if (block.kind === 'table') return `<pre>${block.lines.map((line) => escaped(lineText(line))).join('\n')}</pre>`;
  const tag = block.kind === 'heading' ? `h${block.level ?? 2}` : 'p';
  const style = inlineStyle(block);
  const lines = block.lines.map((line) =>
    line.map(({ text, lead }) => (lead ? `<strong>${escaped(text)}</strong>` : escaped(text))).join(''),
  );
  return `<${tag}${style && ` style="${style}"`}>${lines.join('<br>')}</${tag}>`;
}

function tableElement(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<td>${escaped(text)}</td>`;
  return `<table><tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`;
}

function inlineStyle(block: ExportBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.salutation ? '' : 'text-indent:2em';
    case 'heading':
      return isCentred(block) ? 'text-align:center' : '';
    case 'byline':
    case 'jump':
      return 'text-align:right';
    case 'signature':
      if (block.issue) return 'text-align:center';
      return isDistribution(block) ? '' : 'text-align:right';
    case 'furniture':
      return block.issue ? 'text-align:center' : '';
    default:
      return 'text-align:center';
  }
}

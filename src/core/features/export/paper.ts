import type { Layout } from '../layouts.ts';

/**
 * What the preview takes from the editor's theme, as ink on paper, and what no page of a file needs: room below to scroll into.
 */
const paper = `
:root {
  color-scheme: light;
  --vscode-editor-foreground: #000;
  --vscode-editor-background: #fff;
  --vscode-sideBar-background: #fff;
  --vscode-descriptionForeground: #333;
  --vscode-panel-border: #777;
}
#page .page { min-height: 0; unicode-bidi: isolate; white-space: normal; }
#page .block:not(.table) { white-space: pre-wrap; }
body:not([data-layout='official']) #page .page { padding-bottom: 4em; }
@media print {
  #page .page { width: auto; max-width: none; padding: 0; box-shadow: none; orphans: 2; widows: 2; }
  #page .heading { break-after: avoid; }
  #page .block:first-child { margin-top: 0; }
  #page .table { overflow: visible; white-space: pre-wrap; }
}
`;

/** GB/T 9704-2012, 5.2: margins of A4; 7.5: the page number between dashes, outside. */
const officialSheet = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: '— ' counter(page) ' —'; font: 14pt SimSun, serif; padding-right: 1em; } }
@page :left { @bottom-left { content: '— ' counter(page) ' —'; font: 14pt SimSun, serif; padding-left: 1em; } }
`;

const plainSheet = `
@page { size: A4; margin: 20mm; }
`;

/** What an exported page has besides the styles of the preview. */
export function paperStyles(layout: Layout): string {
  return (paper + (layout === 'official' ? officialSheet : plainSheet)).trimStart();
}

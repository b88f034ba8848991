import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findDefinitions } from '../core/abbreviations/definitions.ts';
import { findTermUses } from '../core/abbreviations/uses.ts';
import { createGlossary } from '../core/glossary/glossary.ts';
import { harvestedLayer } from '../core/glossary/harvest.ts';
import type { GlossaryLayer } from '../core/glossary/model.ts';
import { isNumeric, quotesAround } from '../core/lint/terms.ts';
import { readPage } from '../core/newsletter/readPage.ts';
import { readBuiltinLayer } from './builtinGlossary.ts';
import { readText } from './readText.ts';

const usage = `Usage: npm run -s coverage -- [--local FILE] [--top N] FOLDER…

Of the quoted numeric abbreviations of all newsletters below FOLDER: the share that is explained by the document itself, by
another newsletter of the folder, by the built-in glossary, through its parts, or by nothing, with and without the built-in
glossary; and the most frequent ones that stay unexplained. A term counts once for each newsletter that uses it.

  --local FILE  terms that a place has coined for itself, one a line: figures without them besides
  --top N       how many unexplained terms are listed (default 50)`;

const sources = ['document', 'workspace', 'builtin', 'composition', 'none'] as const;
type Source = (typeof sources)[number];

/** One newsletter with what its quoted numeric terms are explained by. */
interface Page {
  readonly file: string;
  readonly text: string;
  readonly blocks: ReturnType<typeof readPage>['newsletter']['blocks'];
  readonly definitions: ReturnType<typeof findDefinitions>['definitions'];
}

async function readPages(folders: readonly string[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const folder of folders) {
    for (const name of (await readdir(folder, { recursive: true })).sort()) {
      if (!/\.(?:txt|newsletter|jianbao)$/i.test(name)) continue;
      const { reading, newsletter } = readPage(await readText(join(folder, name), undefined));
      const { text } = reading;
      const { definitions } = findDefinitions(text, newsletter.blocks);
      pages.push({ file: join(folder, name), text, blocks: newsletter.blocks, definitions });
    }
  }
  return pages;
}

/** What explains each quoted numeric term of one page; the first use of a term speaks for all. */
function termsOf(page: Page, layers: readonly GlossaryLayer[]): Map<string, Source> {
  const others = layers.filter((layer) => layer.id !== page.file);
  const found = new Map<string, Source>();
  for (const use of findTermUses(page.text, page.blocks, page.definitions, createGlossary(others))) {
    const { opens, closes } = quotesAround(page.text, use);
    if (!opens || !closes || !isNumeric(use.term) || found.has(use.term)) continue;
    found.set(use.term, use.explainedBy ?? 'none');
  }
  return found;
}

function share(terms: readonly (readonly [string, Source])[]): string {
  const of = (source: Source) => terms.filter(([, by]) => by === source).length;
  const explained = terms.length - of('none');
  const percent = terms.length ? ((100 * explained) / terms.length).toFixed(1) : '–';
  return `${percent} % of ${terms.length} explained: ${sources.map((source) => `${source} ${of(source)}`).join(', ')}`;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      local: { type: 'string' },
      top: { type: 'string', default: '50' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || !positionals.length) {
    console.log(usage);
    return values.help ? 0 : 1;
  }
  const local = new Set(values.local ? (await readFile(values.local, 'utf8')).split(/\r?\n/).filter(Boolean) : []);
  const pages = await readPages(positionals);
  const harvested = pages.map(({ file, definitions }) => harvestedLayer(file, file, definitions));
  const missing = new Map<string, number>();
  for (const [title, layers] of [
    ['without the built-in glossary', harvested],
    ['with it', [...harvested, readBuiltinLayer()]],
  ] as const) {
    const terms = pages.flatMap((page) => [...termsOf(page, layers)]);
    console.log(`${title}: ${share(terms)}`);
    if (local.size) console.log(`  local coinages aside: ${share(terms.filter(([term]) => !local.has(term)))}`);
    missing.clear();
    for (const [term, by] of terms) if (by === 'none') missing.set(term, (missing.get(term) ?? 0) + 1);
  }
  const most = [...missing].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, Number(values.top));
  console.log(`\nunexplained, most frequent first (${missing.size} in all):`);
  for (const [term, count] of most)
    console.log(`${String(count).padStart(4)}  ${term}${local.has(term) ? '  (local)' : ''}`);
  return 0;
}

process.exitCode = await main();

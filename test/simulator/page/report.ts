import { analyze } from '../../../src/core/analyze.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';
import type { SimulatedPage } from './page.ts';
import { f1, scorePage, type PageScore, type Tally } from './score.ts';

const measures = ['outline', 'nesting', 'paragraphs', 'text', 'definitions', 'counts'] as const;
type Sums = Record<(typeof measures)[number], Tally> & { pages: number };

const emptySums = (): Sums => ({
  pages: 0,
  ...(Object.fromEntries(measures.map((name) => [name, { asked: 0, hit: 0, extra: 0 }])) as Omit<Sums, 'pages'>),
});

function add(sums: Sums, score: PageScore): void {
  sums.pages++;
  for (const name of measures) {
    sums[name].asked += score[name].asked;
    sums[name].hit += score[name].hit;
    sums[name].extra += score[name].extra;
  }
}

/** The defects a page was printed with, by name. */
function defectsOf({ style }: SimulatedPage): string[] {
  const width = style.cells === 0 ? 'unwrapped' : style.cells <= 20 ? '13–20' : style.cells <= 34 ? '21–34' : '35–50';
  return [
    `column ${width}`,
    `indent ${style.indent}`,
    `paragraph gaps ${style.paragraphGaps}`,
    ...Object.entries(style)
      .filter(([name, value]) => !['cells', 'indent', 'paragraphGaps'].includes(name) && value && value !== 'none')
      .map(([name, value]) => (typeof value === 'string' ? `${name} ${JSON.stringify(value)}` : name)),
  ];
}

const cell = (tally: Tally, name: string) =>
  (name === 'text' || name === 'nesting' ? tally.hit / Math.max(1, tally.asked) || (tally.asked ? 0 : 1) : f1(tally))
    .toFixed(4)
    .padStart(12);

const row = (name: string, sums: Sums) =>
  `${name.padEnd(26)}${String(sums.pages).padStart(6)}${measures.map((each) => cell(sums[each], each)).join('')}`;

/** Reads pages and tells how well, in all, by kind and by defect, and the worst of them with their faults. */
export function reportOn(pages: readonly SimulatedPage[], worst: number): string {
  const glossary = createGlossary([]);
  const all = emptySums();
  const groups = new Map<string, Sums>();
  const scored = pages.map((page) => {
    const score = scorePage(page, analyze(page.text, glossary));
    add(all, score);
    for (const name of [page.kind, ...defectsOf(page)]) {
      const sums = groups.get(name) ?? emptySums();
      groups.set(name, sums);
      add(sums, score);
    }
    return { page, score };
  });
  const lines = [
    `${''.padEnd(26)} pages${measures.map((name) => name.padStart(12)).join('')}`,
    row('all', all),
    ...[...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sums]) => row(name, sums)),
  ];
  const faulty = scored.filter(({ score }) => score.faults.length > 0);
  faulty.sort((a, b) => b.score.faults.length - a.score.faults.length);
  for (const { page, score } of faulty.slice(0, worst)) {
    lines.push(
      '',
      `${page.kind}, seed ${page.seed}: ${defectsOf(page).join(', ')}`,
      ...score.faults.map((fault) => `  ${fault}`),
    );
  }
  return lines.join('\n');
}

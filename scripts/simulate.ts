// npm run simulate -- [--seed S] [--count N] [--kind KIND] [--out DIR | --show N]
// With --out it writes simulated pages and their structure as NAME.txt and NAME.json; without, it reads them and prints how well,
// by kind of page and by defect, and the N worst pages with what went wrong.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goldOf } from '../test/simulator/page/gold.ts';
import { pageKinds, simulatePage, type SimulatedPage } from '../test/simulator/page/page.ts';
import { reportOn } from '../test/simulator/page/report.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    kind: { type: 'string' },
    show: { type: 'string', default: '10' },
  },
});

async function writePages(pages: readonly SimulatedPage[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [i, page] of pages.entries()) {
    const name = join(folder, `${String(i).padStart(4, '0')}-${page.kind}`);
    await writeFile(`${name}.txt`, page.text);
    await writeFile(`${name}.json`, `${JSON.stringify(goldOf(page), null, 1)}\n`);
  }
}

if (values.kind && !pageKinds.includes(values.kind)) {
  console.error(`--kind ${pageKinds.join('|')}`);
  process.exit(2);
}
const pages = Array.from({ length: Number(values.count) }, (_, i) =>
  // Every kind comes up as often as the others.
  simulatePage(Number(values.seed) * 10_007 + i, { kind: values.kind ?? (pageKinds[i % pageKinds.length] as string) }),
);
if (values.out) await writePages(pages, values.out);
else console.log(reportOn(pages, Number(values.show)));

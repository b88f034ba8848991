// npm run simulate -- --out DIR [--seed S] [--count N] [--kind KIND]: writes simulated pages and their structure as NAME.txt and NAME.json.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goldOf } from '../test/simulator/page/gold.ts';
import { pageKinds, simulatePage } from '../test/simulator/page/page.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '50' },
    kind: { type: 'string' },
  },
});

if (!values.out || (values.kind && !pageKinds.includes(values.kind))) {
  console.error(`npm run simulate -- --out DIR [--seed S] [--count N] [--kind ${pageKinds.join('|')}]`);
  process.exit(2);
}

await mkdir(values.out, { recursive: true });
for (let i = 0; i < Number(values.count); i++) {
  // Every kind comes up as often as the others.
  const kind = values.kind ?? (pageKinds[i % pageKinds.length] as string);
  const page = simulatePage(Number(values.seed) * 10_007 + i, { kind });
  const name = join(values.out, `${String(i).padStart(3, '0')}-${kind}`);
  await writeFile(`${name}.txt`, page.text);
  await writeFile(`${name}.json`, `${JSON.stringify(goldOf(page), null, 1)}\n`);
}

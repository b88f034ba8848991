// npm run bench: how fast the extension is, against the physical limit and the best there is. With --json one JSON object.
// --only analysis,match,… runs a part of it.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildExtension } from '../../scripts/build.ts';
import { cache, root } from '../../scripts/paths.ts';
import { run, runNpm } from '../../scripts/processes.ts';
import { installOnce } from '../../scripts/vscode/install.ts';
import { measureActivation } from './activation.ts';
import { goals, meets } from './goals.ts';
import { peers, peersFolder } from './peers.ts';
import { median } from './timing.ts';

type Figures = Record<string, number>;

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const tell = (line: string): void => console.error(line);
const folder = join(cache, 'bench');
const program = join(folder, 'child.cjs');
const coldRuns = 11;

/** Each part in processes of its own, so that none finds the machine warmed up by another. */
const parts: Readonly<Record<string, () => Promise<Figures>>> = {
  analysis: () => inChild('analysis'),
  match: () => inChild('match'),
  tools: () => inChild('tools'),
  keystroke: () => inChild('keystroke'),
  page: measurePages,
  memory: () => inChild('memory'),
  bundle: measureBundle,
  activation: measureActivation,
};

async function main(): Promise<void> {
  const chosen = values.only?.split(',') ?? Object.keys(parts);
  await bundleChild();
  await buildExtension();
  const figures: Figures = {};
  for (const name of chosen) {
    const part = parts[name];
    if (!part) throw new Error(`There is no part "${name}"; choose from ${Object.keys(parts).join(', ')}.`);
    if (!values.json) tell(`Measuring ${name} …`);
    try {
      Object.assign(figures, await part());
    } catch (error) {
      // The other figures are worth having.
      tell(`${name}: ${(error as Error).message}`);
      process.exitCode = 1;
    }
  }
  if (values.json) console.log(JSON.stringify(figures));
  else printTable(figures);
}

/** What is measured is bundled and minified as the extension is: its code runs as people get it. */
async function bundleChild(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(root, 'test/bench/child.ts')],
    outfile: program,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
}

async function inChild(measure: string): Promise<Figures> {
  const env = { ...process.env, [peersFolder]: await installPeers() };
  const { code, output } = await run(process.execPath, ['--expose-gc', program, measure], { env, cwd: root });
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`The measure "${measure}" failed:\n${output}`);
  return JSON.parse(lastLine) as Figures;
}

function installPeers(): Promise<string> {
  return installOnce(`bench-peers-${peers.join('-').replace(/[^\w.]+/g, '-')}`, tell, async (into) => {
    const args = ['install', '--prefix', into, '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    const { code, output } = await runNpm([...args, ...peers], into);
    if (code !== 0) throw new Error(`The packages to measure against could not be installed:\n${output}`);
  });
}

async function measurePages(): Promise<Figures> {
  const runs: Figures[] = [];
  for (let i = 0; i < coldRuns; i++) runs.push(await inChild('page'));
  const cold = median(runs.map((one) => one['cold_ms'] ?? NaN));
  const warm = median(runs.map((one) => one['warm_ms'] ?? NaN));
  return { page_cold_x_warm: cold / warm, page_cold_ms: cold, page_warm_ms: warm };
}

async function measureBundle(): Promise<Figures> {
  return { bundle_kb: (await stat(join(root, 'dist/desktop/extension.cjs'))).size / 1024 };
}

function printTable(figures: Figures): void {
  for (const goal of goals) {
    const figure = figures[goal.key];
    if (figure === undefined) continue;
    const wanted =
      goal.atLeast !== undefined ? `≥ ${goal.atLeast}` : goal.atMost !== undefined ? `≤ ${goal.atMost}` : '';
    const sign = meets(goal, figures) ? '✓' : '✗';
    console.log(`${sign} ${goal.key.padEnd(24)} ${rounded(figure).padStart(8)} ${wanted.padEnd(7)} ${goal.what}`);
  }
  const others = Object.entries(figures).filter(([key]) => !goals.some((goal) => goal.key === key));
  console.log(`\n${others.map(([key, figure]) => `${key} ${rounded(figure)}`).join(' · ')}`);
}

function rounded(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});

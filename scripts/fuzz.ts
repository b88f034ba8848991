// npm run fuzz -- [--minutes N] [--seed N] [--target NAME,…]: random and hostile input for everything that reads some.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FuzzNews, FuzzOrder } from '../test/fuzz/worker.ts';
import { root } from './paths.ts';

const workerFile = pathToFileURL(join(root, 'test/fuzz/worker.ts')).href;

/** A run on one input that takes longer than this hangs, in milliseconds. */
const longestRun = 60_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    target: { type: 'string' },
  },
});
const only = values.target?.split(',');
const order: FuzzOrder = { minutes: Number(values.minutes), seed: Number(values.seed), ...(only && { only }) };
if (!(order.minutes > 0) || !Number.isSafeInteger(order.seed)) {
  console.error('npm run fuzz -- [--minutes N] [--seed N] [--target NAME,…]');
  process.exit(2);
}

/** What was found already: a fault that many inputs show is told once. */
const told = new Set<string>();
const done = new Map<string, { runs: number; ms: number }>();
let findings = 0;
let current: Extract<FuzzNews, { type: 'begins' }> | undefined;
let since = Date.now();

console.log(`Fuzzing for ${order.minutes} minutes from seed ${order.seed}`);
// A worker of Node 20 takes no loader by option.
const bootstrap = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(workerFile)})))`;
const worker = new Worker(bootstrap, { eval: true, workerData: order });
const watch = setInterval(() => {
  if (!current || Date.now() - since < longestRun) return;
  report(current.target, order.seed, current.input, `It has not ended after ${longestRun / 1000} s.`);
  finish();
}, 1000);
worker.on('message', (news: FuzzNews) => {
  since = Date.now();
  if (news.type === 'begins') current = news;
  else if (news.type === 'found') report(news.target, news.seed, news.input, news.message);
  else if (news.type === 'did') count(news.target, news.runs, news.ms);
  else finish();
});
worker.on('error', (error) => {
  report(current?.target ?? 'start', order.seed, current?.input, error.stack ?? error.message);
  finish();
});
// What is stopped tells what it did until then.
process.on('SIGINT', finish).on('SIGTERM', finish);

function count(target: string, runs: number, ms: number): void {
  const before = done.get(target) ?? { runs: 0, ms: 0 };
  done.set(target, { runs: before.runs + runs, ms: before.ms + ms });
  current = undefined;
}

function report(target: string, seed: number, input: unknown, message: string): void {
  findings++;
  if (told.has(`${target} ${message}`)) return;
  told.add(`${target} ${message}`);
  console.log(`\n✗ ${target}, seed ${seed}\n${JSON.stringify(input)?.slice(0, 4000)}\n${message.slice(0, 3000)}\n`);
}

function finish(): void {
  clearInterval(watch);
  for (const [target, { runs, ms }] of done)
    console.log(`  ${target.padEnd(10)} ${String(runs).padStart(9)} runs  ${Math.round(ms / 1000)} s`);
  console.log(`${findings} findings`);
  void worker.terminate().then(() => process.exit(findings === 0 ? 0 : 1));
}

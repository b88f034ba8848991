// The fuzzers themselves, on a thread of their own that can be ended when it hangs. Started by scripts/fuzz.ts.
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { giants, works } from './giants.ts';
import { targets } from './targets.ts';

/** What the main thread asks for. */
export interface FuzzOrder {
  readonly seed: number;
  readonly minutes: number;
  readonly only?: readonly string[];
}

/** What the worker tells: what it is about to do, what it did, what it found. */
export type FuzzNews =
  | { readonly type: 'begins'; readonly target: string; readonly input: unknown }
  | { readonly type: 'did'; readonly target: string; readonly runs: number; readonly ms: number }
  | {
      readonly type: 'found';
      readonly target: string;
      readonly seed: number;
      readonly input: unknown;
      readonly message: string;
    }
  | { readonly type: 'end' };

const order = workerData as FuzzOrder;
const tell = (news: FuzzNews): void => parentPort?.postMessage(news);
const wanted = (target: string): boolean => !order.only || order.only.includes(target);

/** Time for one target in one round, in milliseconds. */
const slice = 3000;

async function main(): Promise<void> {
  const end = Date.now() + order.minutes * 60_000;
  const growths = growthChecks();
  for (let round = 0; Date.now() < end; round++) {
    for (const target of Object.keys(targets).filter(wanted)) {
      const left = end - Date.now();
      if (left > 0) await fuzz(target, order.seed + round, Math.min(slice, left));
    }
    for (const until = Math.min(end, Date.now() + slice); wanted('growth') && Date.now() < until;) growths.next();
  }
  tell({ type: 'end' });
}

async function fuzz(target: string, seed: number, ms: number): Promise<void> {
  const started = Date.now();
  const property = targets[target] as fc.IRawProperty<unknown> & { predicate: (...input: unknown[]) => unknown };
  const { predicate } = property;
  // Told beforehand, so that the input of a run that never ends is known.
  property.predicate = (...input: unknown[]) => {
    tell({ type: 'begins', target, input });
    return predicate(...input);
  };
  const details = await fc.check(property, { seed, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: ms });
  property.predicate = predicate;
  if (details.failed) {
    const message =
      details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : String(details.errorInstance);
    tell({ type: 'found', target, seed, input: details.counterexample, message });
  }
  tell({ type: 'did', target, runs: details.numRuns, ms: Date.now() - started });
}

/** Linear work on four times the text takes four times as long, quadratic work sixteen times. */
const steepest = 9;
const shortest = 4000;

/** Checks one kind of work on one text at each step, round and round. */
function* growthChecks(): Generator<void> {
  const pairs = Object.keys(works).flatMap((work) => Object.keys(giants).map((giant) => [work, giant] as const));
  for (let at = order.seed; ; at += 7919) {
    const [work, giant] = pairs[at % pairs.length] as readonly [string, string];
    const started = Date.now();
    tell({ type: 'begins', target: 'growth', input: { work, giant } });
    try {
      const ratios = [1, 2, 4]
        .map((times) => growth(work, giant, shortest * times))
        .filter((ratio) => ratio !== undefined);
      if (ratios.length === 3 && ratios.every((ratio) => ratio >= steepest))
        found(work, giant, `grows ${ratios.map((ratio) => ratio.toFixed(1)).join(', ')} times with 4 times the text`);
    } catch (error) {
      found(work, giant, error instanceof Error ? (error.stack ?? '') : String(error));
    }
    tell({ type: 'did', target: 'growth', runs: 1, ms: Date.now() - started });
    yield;
  }
}

function found(work: string, giant: string, message: string): void {
  tell({ type: 'found', target: 'growth', seed: order.seed, input: { work, giant }, message });
}

/** How much longer the work takes on four times the text; undefined where it is too quick to tell, which ends the matter. */
function growth(work: string, giant: string, length: number): number | undefined {
  const run = works[work] as (text: string) => void;
  const make = giants[giant] as (length: number) => string;
  const best = (text: string, times: number) => Math.min(...Array.from({ length: times }, () => timed(run, text)));
  const large = best(make(length * 4), 1);
  if (large < 60) return undefined;
  return Math.min(large, best(make(length * 4), 1)) / best(make(length), 3);
}

function timed(run: (text: string) => void, text: string): number {
  const started = performance.now();
  run(text);
  return performance.now() - started;
}

await main();

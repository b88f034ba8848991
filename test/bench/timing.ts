/** One thing to be timed; `round` counts up, so that each round can take another text. */
export type Contender = (round: number) => unknown;

/**
 * Milliseconds that one call takes: by the clock, or by the processor time of all threads where that is less. The clock counts what
 * others do on a busy machine, the processor time what other threads do for us; neither is less than what the call itself needs.
 */
export function timeOf(contender: Contender, round: number): number {
  const used = process.cpuUsage();
  const start = performance.now();
  sink = contender(round);
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return Math.min(elapsed, Math.max(user + system, 1) / 1000);
}

/** Keeps results alive, so that nothing is optimised away. */
export let sink: unknown;

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The figure that a share of all figures does not exceed, by nearest rank. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** How often things are run before and while they are timed. */
export interface Rounds {
  readonly warmUp: number;
  readonly timed: number;
}

/**
 * Times several things by turns, so that what else the machine does hits all of them alike.
 * @returns the median of each in milliseconds
 */
export function race<Name extends string>(
  { warmUp, timed }: Rounds,
  contenders: Readonly<Record<Name, Contender>>,
): Record<Name, number> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < warmUp + timed; round++) {
    for (const name of names) {
      const time = timeOf(contenders[name], round);
      if (round >= warmUp) times[name].push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

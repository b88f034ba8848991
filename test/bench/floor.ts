import { median, timeOf } from './timing.ts';

/** The physical limit: a loop that reads every code unit and does nothing else worth a word. */
export function readEveryUnit(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

const repeats = 10;

/** One reading is too short for the clock. */
function readManyTimes(text: string): number {
  let sum = 0;
  for (let i = 0; i < repeats; i++) sum = (sum + readEveryUnit(text)) | 0;
  return sum;
}

/** Milliseconds of the floor on a text: the median of many runs. */
export function floorOf(texts: readonly string[]): number {
  const times: number[] = [];
  for (let run = 0; run < 60; run++) {
    const text = texts[run % texts.length] as string;
    const time = timeOf(() => readManyTimes(text), run);
    if (run >= 20) times.push(time / repeats);
  }
  return median(times);
}

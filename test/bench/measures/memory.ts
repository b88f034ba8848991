import { analyze } from '../../../src/core/analyze.ts';
import { glossaryOf, megabyte } from '../material.ts';
import { newsletterText } from '../text.ts';
import { median } from '../timing.ts';

/** Heap that one open document holds, raw text included, over the size of that text. Needs `--expose-gc`. */
export function measureMemory(): Record<string, number> {
  const glossary = glossaryOf(10_000);
  const held: unknown[] = [analyze(newsletterText(megabyte, 300), glossary)];
  const shares: number[] = [];
  for (let i = 0; i < 9; i++) {
    const before = heapInUse();
    held.push(analyze(newsletterText(megabyte, 301 + i), glossary));
    shares.push((heapInUse() - before) / (megabyte * 2));
  }
  if (held.length !== 10) throw new Error('Something that is measured was let go.');
  return { memory_x_text: median(shares) };
}

function heapInUse(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('Memory is measured with --expose-gc.');
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

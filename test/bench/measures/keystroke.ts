import { deepEqual } from 'node:assert/strict';
import { analyze, Analyzer } from '../../../src/core/analyze.ts';
import type { Analysis } from '../../../src/core/analysis.ts';
import { glossaryOf, megabyteTexts } from '../material.ts';
import { seeded } from '../../simulator/page/random.ts';
import { flat } from '../text.ts';
import { median, percentile, timeOf } from '../timing.ts';

const strokes = 300;
const typed = '的区镇三微“”，。（）会推进\n 1';

/** All that an analysis says; the map of offsets shows in the repairs. */
const told = ({ reading, ...others }: Analysis) => ({
  raw: reading.raw,
  text: reading.text,
  repairs: reading.repairs,
  ...others,
});

/** Re-analysis after one typed character as a share of a full analysis; each result is compared with a fresh one. */
export function measureKeystroke(): Record<string, number> {
  const glossary = glossaryOf(10_000);
  const random = seeded(5);
  let text = megabyteTexts(1)[0] as string;
  const analyzer = new Analyzer();
  let made = analyzer.analyze(text, glossary);
  const full: number[] = [];
  const again: number[] = [];
  for (let stroke = 0; stroke < strokes; stroke++) {
    const at = random.int(0, text.length);
    const char = random.pick([...typed]);
    const next = flat(text.slice(0, at) + char + text.slice(at));
    const time = timeOf(() => (made = analyzer.analyze(next, glossary)), stroke);
    let fresh = made;
    const freshTime = timeOf(() => (fresh = analyze(next, glossary)), stroke);
    if (stroke >= 20) {
      again.push(time);
      full.push(freshTime);
    }
    deepEqual(told(made), told(fresh));
    text = next;
  }
  const whole = median(full);
  return {
    keystroke_share_p99: percentile(again, 0.99) / whole,
    keystroke_share_median: median(again) / whole,
    keystroke_ms_p99: percentile(again, 0.99),
  };
}

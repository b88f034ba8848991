import { analyze } from '../../../src/core/analyze.ts';
import { glossaryOf, page } from '../material.ts';
import { newsletterText } from '../text.ts';
import { median, timeOf } from '../timing.ts';

/** The first page of a fresh process, then warm ones. One cold figure a process: it is run many times. */
export function measurePage(): Record<string, number> {
  const glossary = glossaryOf(10_000);
  const pages = Array.from({ length: 400 }, (_, i) => newsletterText(page, 1000 + i));
  const times = pages.map((text, i) => timeOf(() => analyze(text, glossary), i));
  return { cold_ms: times[0] ?? NaN, warm_ms: median(times.slice(200)) };
}

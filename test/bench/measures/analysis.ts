import { analyze } from '../../../src/core/analyze.ts';
import { floorOf } from '../floor.ts';
import { glossaryOf, megabyte, megabyteTexts, turn } from '../material.ts';
import { newsletterText } from '../text.ts';
import { race } from '../timing.ts';

/** The full analysis against the floor, and how its time grows with the text. */
export function measureAnalysis(): Record<string, number> {
  const texts = megabyteTexts(4);
  const long = newsletterText(megabyte * 8, 51);
  const glossary = glossaryOf(10_000);
  const times = race(
    { warmUp: 8, timed: 15 },
    {
      one: (round) => analyze(turn(texts, round), glossary),
      eight: (round) => (round % 2 ? analyze(long, glossary) : undefined),
    },
  );
  const eight = race({ warmUp: 1, timed: 9 }, { eight: () => analyze(long, glossary) }).eight;
  const floor = floorOf(texts);
  return {
    analysis_x_floor: times.one / floor,
    growth: eight / 8 / times.one,
    analysis_ms: times.one,
    floor_ns_per_unit: (floor * 1e6) / megabyte,
  };
}

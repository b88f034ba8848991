import fc from 'fast-check';
import { targets } from './targets.ts';

/** A fixed seed: what fails here fails everywhere. `npm run fuzz` takes new ones for as long as it is let. */
const seed = 20221016;

/** Runs of each target, about a second's worth; 300 where nothing is said. */
const runs: Readonly<Record<string, number>> = { repair: 400, pasted: 5000, host: 1500, client: 1500, docx: 40 };

describe('Whatever is fed to it', () => {
  for (const [target, property] of Object.entries(targets)) {
    it(`the fuzzer “${target}” finds nothing wrong in a short run`, async () => {
      await fc.assert(property, { seed, numRuns: runs[target] ?? 300 });
    });
  }
});

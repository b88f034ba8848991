import assert from 'node:assert/strict';
import { simulate } from '../simulator/simulation.ts';

/** Random interleavings that are played each time. */
const interleavings = 10_000;
const firstSeed = 20221016;

/** Seeds that once failed: edits of one gesture grew into each other. */
const keptSeeds = [20221652];

describe('Preview, editor and other programs on one document', () => {
  for (const seed of keptSeeds) {
    it(`come to one text with the seed ${seed}, which once failed`, () =>
      simulate(seed, 24, 1 + ((seed - firstSeed) % 2)));
  }

  it(`come to one text without losing a letter in ${interleavings} random interleavings`, async function () {
    this.timeout(600_000);
    let gestures = 0;
    for (let i = 0; i < interleavings; i++) {
      const seed = firstSeed + i;
      try {
        gestures += (await simulate(seed, 24, 1 + (i % 2))).gestures;
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
    assert.ok(gestures > interleavings * 5);
  });
});

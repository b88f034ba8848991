import type { Layout } from './layout.ts';
import { LineFlag, type Lines } from './lines.ts';
import type { Marker } from './markers.ts';

/** Log-odds of what cannot be. */
export const impossible = -1e6;
/** Odds of what a person has marked: more than any evidence against it. */
export const marked = 25;
/** Odds of what need not be looked at. */
export const unlikely = -30;

/** What the evidence is read from; `headingOdds` is filled line by line. */
export interface PageEvidence {
  readonly lines: Lines;
  readonly layout: Layout;
  readonly markers: readonly (Marker | null)[];
  readonly headingOdds: Float32Array;
  /** What each line is by its wording, see `Fixed`. */
  readonly fixed: Uint8Array;
}

/** A pair of marks that is open across the line break speaks for going on. */
export function pairOdds(lines: Lines, i: number): number {
  let odds = 0;
  if ((lines.flags[i] as number) & LineFlag.Closes) odds += 2.5;
  if ((lines.flags[i - 1] as number) & LineFlag.Opens) odds += 2.5;
  return odds;
}

/** The last character of line `i`. */
export const lastChar = (lines: Lines, i: number): string => lines.raw[(lines.end[i] as number) - 1] as string;

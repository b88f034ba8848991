import { termKey } from './normalize.ts';
import type { LookupContext, Scope, Sense } from './model.ts';

const scopeOrder: readonly Scope[] = ['national', 'province', 'city', 'district', 'town'];

/** Which of two senses a document at that place and time more likely means: negative where it is `a`, 0 where nothing tells. */
export function compareSenses(a: Sense, b: Sense, context: LookupContext): number {
  return (
    placeDistance(a, context.place) - placeDistance(b, context.place) ||
    yearDistance(a, context.year) - yearDistance(b, context.year)
  );
}

/** The year a sense is from: its own, or that of the document that states it. */
export function yearOfSense(sense: Sense): number | undefined {
  if (sense.year !== undefined) return sense.year;
  const year = /^\d{4}/.exec(sense.source?.date ?? '');
  return year ? Number(year[0]) : undefined;
}

/** Own place, then a place around it, then the whole country, then a place inside it, then another place. */
function placeDistance(sense: Sense, place: string | undefined): number {
  const own = termKey(sense.place ?? '');
  const scope = sense.scope ? scopeOrder.indexOf(sense.scope) : own ? 2 : 0;
  const here = termKey(place ?? '');
  // Without a place the wider meaning is the likelier one.
  if (!here) return scope;
  if (!own) return 20 + scope;
  if (own === here) return 0;
  if (here.includes(own)) return 10 - scope;
  return own.includes(here) ? 30 + scope : 40 + scope;
}

/** Years apart; a sense that is younger than the document is the less likely one of two equally far. */
function yearDistance(sense: Sense, year: number | undefined): number {
  if (year === undefined) return 0;
  const own = yearOfSense(sense);
  if (own === undefined) return 50;
  return own <= year ? year - own : own - year + 0.5;
}

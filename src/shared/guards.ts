/** Tells whether an unknown value is a `T`; never throws. */
export type Guard<T> = (value: unknown) => value is T;

/** True for an object that is no array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a string. */
export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** True for a boolean. */
export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** True for a whole number from 0 on: offsets, versions, numbers of messages. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** True for a line with its fraction, from 0 on. */
export function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Guard for an array of which every element passes `guard`. */
export function isArray<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

/** Guard for one of some words. */
export function isOneOf<const T extends string>(words: readonly T[]): Guard<T> {
  return (value): value is T => isString(value) && (words as readonly string[]).includes(value);
}

/** Guard that also lets an absent value pass. */
export function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

/** Guard for an object whose named members pass their guards; others are not looked at. */
export function shape<T>(members: Readonly<Record<string, (value: unknown) => boolean>>): Guard<T> {
  return (value): value is T => isRecord(value) && Object.entries(members).every(([name, guard]) => guard(value[name]));
}

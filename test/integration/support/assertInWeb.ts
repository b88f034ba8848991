// What the integration tests use of node:assert/strict, for the web worker, where Node's is missing.

class AssertionError extends Error {
  override name = 'AssertionError';
}

/** A value as text: data as JSON, what JSON cannot hold (an object of VS Code that holds itself) by its name. */
function show(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, one: unknown) => (one === undefined ? '(undefined)' : one), 2) ?? String(value);
  } catch (error) {
    return `${String(value)} (${(error as Error).name})`;
  }
}

function check(holds: boolean, said: Said, otherwise: () => string): void {
  if (holds) return;
  if (said instanceof Error) throw said;
  throw new AssertionError(said === undefined ? otherwise() : `${said}\n${otherwise()}`);
}

type Said = string | Error | undefined;

/** @see node:assert */
export const ok = (value: unknown, said?: Said): void =>
  check(Boolean(value), said, () => `${show(value)} is not truthy`);
/** @see node:assert */
export const equal = (actual: unknown, expected: unknown, said?: Said): void =>
  check(Object.is(actual, expected), said, () => `${show(actual)}\nis not\n${show(expected)}`);
/** @see node:assert */
export const notEqual = (actual: unknown, expected: unknown, said?: Said): void =>
  check(!Object.is(actual, expected), said, () => `${show(actual)} is what it should not be`);
/** @see node:assert; enough for plain data, which is what tests compare */
export const deepEqual = (actual: unknown, expected: unknown, said?: Said): void =>
  check(show(sorted(actual)) === show(sorted(expected)), said, () => `${show(actual)}\nis not\n${show(expected)}`);
/** @see node:assert */
export const match = (text: string, pattern: RegExp, said?: Said): void =>
  check(pattern.test(text), said, () => `${show(text)} does not match ${pattern}`);
/** @see node:assert */
export const doesNotMatch = (text: string, pattern: RegExp, said?: Said): void =>
  check(!pattern.test(text), said, () => `${show(text)} matches ${pattern}`);
/** @see node:assert */
export const fail = (said?: Said): void => check(false, said, () => 'failed');
/** @see node:assert */
export async function rejects(action: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> {
  try {
    await (typeof action === 'function' ? action() : action);
  } catch (error) {
    if (pattern) match(String(error), pattern);
    return;
  }
  fail('the expected rejection is missing');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

const assert = Object.assign(ok, {
  ok,
  equal,
  strictEqual: equal,
  notEqual,
  notStrictEqual: notEqual,
  deepEqual,
  deepStrictEqual: deepEqual,
  match,
  doesNotMatch,
  fail,
  rejects,
});
export default assert;

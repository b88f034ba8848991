type Numbers = Int32Array | Int16Array | Uint16Array | Uint8Array | Float32Array;

const memory = new ArrayBuffer(0x80000);
let used = -1;

/** Runs `read`; what `numbersOf` gives meanwhile is only good until it returns. */
export function withSheetMemory<Result>(read: () => Result): Result {
  used = 0;
  try {
    return read();
  } finally {
    used = -1;
  }
}

/**
 * An array of zeros for the time in which a sheet is read. It lies in memory that all sheets share: to get some from the system for
 * each of a dozen arrays, and to give it back, takes longer than what is done with most of them. Elsewhere a new array.
 */
export function numbersOf<Kind extends Numbers>(
  Kind: {
    new (length: number): Kind;
    new (memory: ArrayBuffer, at: number, length: number): Kind;
    BYTES_PER_ELEMENT: number;
  },
  length: number,
): Kind {
  const bytes = (length * Kind.BYTES_PER_ELEMENT + 7) & ~7;
  if (used < 0 || used + bytes > memory.byteLength) return new Kind(length);
  const numbers = new Kind(memory, used, length);
  used += bytes;
  numbers.fill(0);
  return numbers;
}

const scratch = new Int32Array(0x8000);

/**
 * Offsets of the code units of `[start, end)` that `wanted` has a 1 for and not a 0, ascending. It holds until the next call. Nothing in
 * the loop depends on what is found, so the machine never guesses wrong: in Chinese text, where every sixth character is a mark, a
 * branch takes three times as long.
 */
export function placesOf(text: string, wanted: Uint8Array, start = 0, end = text.length): Int32Array {
  const places = end - start < scratch.length ? scratch : new Int32Array(end - start + 1);
  let count = 0;
  for (let i = start; i < end; i++) {
    places[count] = i;
    count += wanted[text.charCodeAt(i)] as number;
  }
  return places.subarray(0, count);
}

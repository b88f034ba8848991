/** Line and column of a place in a text, both 0-based; the column counts UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Where each line of a text starts. A line ends with `\n`, `\r\n` or a lone `\r`, as VS Code reads a document;
 * `\r\r\n` (seen in extracted pages) is therefore one empty line more.
 */
export class LineIndex {
  readonly #starts: Int32Array;
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    this.#starts = lineStarts(text);
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offset of the first code unit of `line`; lines past the end give the text's length. */
  startOf(line: number): number {
    return line < 0 ? 0 : (this.#starts[line] ?? this.#length);
  }

  /** The 0-based line that holds `offset`. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Line and column of `offset`. */
  positionOf(offset: number): LinePosition {
    const line = this.lineOf(offset);
    return { line, column: Math.max(0, Math.min(offset, this.#length) - this.startOf(line)) };
  }

  /** Offset of a place, clamped to the text. */
  offsetOf(position: LinePosition): number {
    return Math.min(this.#length, this.startOf(position.line) + Math.max(0, position.column));
  }
}

function lineStarts(text: string): Int32Array {
  let starts = new Int32Array(Math.max(16, text.length >> 3));
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (count === starts.length) {
      const grown = new Int32Array(starts.length * 2);
      grown.set(starts);
      starts = grown;
    }
    starts[count++] = i + 1;
  }
  return starts.slice(0, count);
}

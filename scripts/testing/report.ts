/** What a stage of `npm test` found. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One line of the results that a test run writes while it goes on, as JSON. */
export type ResultLine =
  | { readonly type: 'pass'; readonly title: string; readonly ms: number }
  | { readonly type: 'fail'; readonly title: string; readonly message: string }
  | { readonly type: 'end' };

/** The whole lines among text that is still being written; the rest is left for the next look. */
export function readResults(text: string): ResultLine[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ResultLine);
}

/** Prints results as they come and counts them. */
export class ResultPrinter {
  #passed = 0;
  #failed = 0;
  #seen = 0;
  /** True once the run has told its end. */
  ended = false;

  get count(): Count {
    return { passed: this.#passed, failed: this.#failed };
  }

  /** Takes the whole text so far and prints what is new in it; true when something was. */
  take(text: string): boolean {
    const lines = readResults(text).slice(this.#seen);
    for (const line of lines) this.#print(line);
    this.#seen += lines.length;
    return lines.length > 0;
  }

  #print(line: ResultLine): void {
    if (line.type === 'end') {
      this.ended = true;
    } else if (line.type === 'pass') {
      this.#passed++;
      console.log(`  ✓ ${line.title}${line.ms > 500 ? ` (${line.ms} ms)` : ''}`);
    } else {
      this.#failed++;
      console.log(`  ✗ ${line.title}\n${line.message.replace(/^/gm, '      ')}`);
    }
  }
}

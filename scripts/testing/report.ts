/** A test that failed, with what it said. */
export interface Failure {
  readonly title: string;
  readonly message: string;
}

/** What a stage of `npm test` found; `failures` tells of those that `failed`. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

/** One line of the results that a test run writes while it goes on, as JSON. */
export type ResultLine =
  | { readonly type: 'pass'; readonly title: string; readonly ms: number }
  | ({ readonly type: 'retry' | 'fail' } & Failure)
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
  readonly #failures: Failure[] = [];
  #seen = 0;
  /** True once the run has told its end. */
  ended = false;

  get count(): Count {
    return { passed: this.#passed, failed: this.#failures.length, failures: this.#failures };
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
    } else if (line.type === 'retry') {
      console.log(`  ↻ ${line.title}\n${indented(line.message)}`);
    } else {
      this.#failures.push(line);
      console.log(failureText(line));
    }
  }
}

/** A failure as lines to print. */
export function failureText({ title, message }: Failure): string {
  return `  ✗ ${title}\n${indented(message)}`;
}

function indented(text: string): string {
  return text.trim().replace(/^/gm, '      ');
}

/** Runs tasks one after the other. A task that fails is reported and does not stop the ones behind it. */
export class TaskQueue {
  #last: Promise<void> = Promise.resolve();
  #closed = false;
  readonly #report: (error: unknown) => void;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Runs `task` when all earlier ones have settled; the promise settles with it and never rejects. */
  run(task: () => Promise<void>): Promise<void> {
    const run = this.#last.then(async () => {
      if (this.#closed) return;
      try {
        await task();
      } catch (error) {
        this.#report(error);
      }
    });
    this.#last = run;
    return run;
  }

  /** Settles when nothing waits any more. */
  idle(): Promise<void> {
    return this.#last;
  }

  /** Drops what has not begun. */
  close(): void {
    this.#closed = true;
  }
}

import type { Change } from './rebase.ts';

/** How many changes of a document are remembered. */
const remembered = 2000;

interface Entry {
  readonly from: number;
  readonly to: number;
  readonly change: Change;
}

/** The changes of one document, so that an edit of an older version can be carried to the newest. Raw offsets. */
export class ChangeLog {
  #entries: Entry[] = [];
  #version: number;

  constructor(version: number) {
    this.#version = version;
  }

  /** The version the document had after the last recorded change. */
  get version(): number {
    return this.#version;
  }

  /** Notes what led to `version`. Edits may come in any order; they must not overlap. */
  record(version: number, edits: Change): void {
    if (version <= this.#version) return;
    const change = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    this.#entries.push({ from: this.#version, to: version, change });
    if (this.#entries.length > remembered) this.#entries = this.#entries.slice(-remembered / 2);
    this.#version = version;
  }

  /** The changes after `version`, oldest first; undefined where they are not remembered. */
  since(version: number, until = this.#version): readonly Change[] | undefined {
    if (version === until) return [];
    const first = this.#entries.findIndex((entry) => entry.from === version);
    const last = this.#entries.findIndex((entry) => entry.to === until);
    if (first < 0 || last < first) return undefined;
    return this.#entries.slice(first, last + 1).map((entry) => entry.change);
  }
}

import type { TextRange } from '../text/range.ts';

/** Where a cursor stands in a YAML file written in block style. */
export interface YamlPlace {
  /** Keys that lead there from the top, those of lists once: `entries`, `senses`, `source`. */
  readonly path: readonly string[];
  /** Set where the value of this key is being written. */
  readonly valueKey?: string;
  /** Keys that the object at the cursor has already. */
  readonly present: readonly string[];
  /** The word that is being written; UTF-16 offsets. */
  readonly typed: TextRange;
  /** Cells in front of the first key of the object at the cursor. */
  readonly indent: number;
}

/** A line as far as its layout goes: where its dash and its key stand, and whether a value follows. */
interface Line {
  readonly dash?: number;
  readonly column: number;
  readonly key: string;
  readonly opens: boolean;
}

/** Lines above the cursor that are looked at: the first key of a list stands further up than that only in a broken file. */
const mostLines = 200_000;

/**
 * The place at an offset; undefined inside of flow style (`[a, b]`), block text and comments, where keys are not completed.
 * The file need not be whole: only the lines above the cursor's count, and of these only their indents and keys.
 */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const typing = /^(\s*(?:-\s+)*)(?:([\w$]+):\s+)?([\w$]*)$/.exec(before);
  if (!typing) return undefined;
  const [, lead = '', valueKey, word = ''] = typing;
  const dash = lead.indexOf('-');
  const found = above(text, lineStart, lead.length, dash < 0 ? undefined : dash);
  return {
    path: found.path,
    present: [...found.present, ...below(text, offset, lead.length)],
    typed: { start: offset - word.length, end: offset },
    indent: lead.length,
    ...(valueKey ? { valueKey } : {}),
  };
}

function above(text: string, lineStart: number, column: number, dash: number | undefined) {
  const path: string[] = [];
  const present: string[] = [];
  let own = true;
  let at = { column, dash };
  let end = lineStart - 1;
  for (let count = 0; end >= 0 && count < mostLines && (at.column > 0 || at.dash !== undefined || own); count++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = readLine(text.slice(start, end));
    end = start - 1;
    if (!line) continue;
    if (at.dash === undefined && line.column === at.column) {
      // A neighbour in the same object; with a dash it is the first one.
      if (own) present.push(line.key);
      if (line.dash !== undefined) at = { column: line.column, dash: line.dash };
    } else if (line.opens && opens(line, at)) {
      path.unshift(line.key);
      at = { column: line.column, dash: line.dash };
      own = false;
    }
  }
  return { path, present };
}

/** True where a line's key holds the object or the list that begins at `at`; a list may be no further in than its key. */
function opens(line: Line, at: { readonly column: number; readonly dash: number | undefined }): boolean {
  return at.dash === undefined ? line.column < at.column : line.column <= at.dash;
}

/** Keys of the same object on the lines that follow. */
function below(text: string, offset: number, column: number): string[] {
  const keys: string[] = [];
  let start = text.indexOf('\n', offset) + 1;
  while (start > 0) {
    const end = text.indexOf('\n', start);
    const content = text.slice(start, end < 0 ? text.length : end);
    const line = readLine(content);
    const indent = content.search(/\S/);
    if (indent >= 0 && (indent < column || line?.dash === column)) break;
    if (line && line.dash === undefined && line.column === column) keys.push(line.key);
    start = end + 1;
  }
  return keys;
}

function readLine(line: string): Line | undefined {
  const found = /^(\s*)(-\s+)?(["']?)([\w$]+)\3:(?:\s(.*))?$/.exec(line.trimEnd());
  if (!found) return undefined;
  const [, indent = '', dash, , key = '', rest = ''] = found;
  const value = rest.trim();
  const opens = value === '' || value.startsWith('#');
  return {
    column: indent.length + (dash?.length ?? 0),
    key,
    opens,
    ...(dash ? { dash: indent.length } : {}),
  };
}

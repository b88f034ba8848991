import type { TextRange } from '../text/range.ts';

/** Where the entries of a glossary file stand in its text. */
export interface EntrySpans {
  /** `flow`: `[ … ]` as in JSON. `block`: YAML items with a dash each. */
  readonly style: 'flow' | 'block';
  /** Flow: from `[` to behind `]`. Block: from the first dash to behind the last item. */
  readonly list: TextRange;
  /** One range per entry, sorted; block items include their dash and indentation. */
  readonly entries: readonly TextRange[];
}

/**
 * Finds the elements of the `entries` list of a JSON text without reading them. Undefined where there is no such list.
 * @param recover for broken text: a brace that opens a line in the column of the first entry starts the next entry, so a
 * missing bracket loses one entry only. Valid text may be indented in ways that this would misread.
 */
export function jsonEntrySpans(text: string, recover: boolean): EntrySpans | undefined {
  const start = listStart(text);
  if (start < 0) return undefined;
  const entries: TextRange[] = [];
  let depth = 0;
  let from = -1;
  let column = -1;
  let at = start + 1;
  const close = (end: number) => {
    if (from >= 0) entries.push({ start: from, end: trimEnd(text, from, end) });
    from = -1;
  };
  for (; at < text.length; at++) {
    const character = text[at] as string;
    if (recover && character === '{' && from >= 0 && columnOf(text, at) === column && column >= 0) {
      close(separatorBefore(text, at));
      depth = 0;
    }
    if (depth === 0 && (character === ',' || character === ']')) {
      close(at);
      if (character === ']') break;
      continue;
    }
    if (from < 0 && character > ' ') {
      from = at;
      if (entries.length === 0) column = columnOf(text, at);
    }
    if (character === '"') at = stringEnd(text, at) - 1;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth = Math.max(0, depth - 1);
  }
  close(at);
  return { style: 'flow', list: { start, end: Math.min(text.length, at + 1) }, entries };
}

/** Offset of the `[` of `entries` in the root object; -1 where there is none. */
function listStart(text: string): number {
  let depth = 0;
  let key = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"') {
      const end = stringEnd(text, at);
      if (depth === 1) key = text.slice(at + 1, end - 1);
      at = end - 1;
    } else if (character === '[' && depth === 1 && key === 'entries') return at;
    else if (character === ',' && depth === 1) key = '';
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
  }
  return -1;
}

/** Offset behind the string that opens at `at`; a line break ends it, because no JSON string holds one. */
function stringEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') i++;
    else if (character === '"') return i + 1;
    else if (character === '\n') return i;
  }
  return text.length;
}

/** Column of a character that is the first on its line; -1 where it is not. */
function columnOf(text: string, at: number): number {
  let i = at - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t')) i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r' ? at - 1 - i : -1;
}

/** Offset of the comma that stands before `at`, white space aside; `at` where there is none. */
function separatorBefore(text: string, at: number): number {
  let i = at - 1;
  while (i >= 0 && /\s/.test(text[i] as string)) i--;
  return text[i] === ',' ? i : at;
}

function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && /\s/.test(text[i - 1] as string)) i--;
  return i;
}

/**
 * Finds the items of a block list under the root key `entries` of a YAML text; undefined where it is written otherwise.
 * In valid YAML a dash in the column of the items always starts an item: everything inside an item is indented more.
 */
export function yamlEntrySpans(text: string): EntrySpans | undefined {
  const header = /^(?:entries|"entries"|'entries')[ \t]*:[ \t]*(?:#.*)?$/m.exec(text);
  if (!header) return undefined;
  const entries: TextRange[] = [];
  let indent = -1;
  let open = -1;
  let end = -1;
  for (let at = nextLine(text, header.index + header[0].length); at < text.length;) {
    const next = nextLine(text, at);
    let dash = at;
    while (text.charCodeAt(dash) === 32) dash++;
    const width = dash - at;
    const isItem = text.charCodeAt(dash) === 45 && (dash + 1 >= next || isWhite(text.charCodeAt(dash + 1)));
    let mark = dash;
    while (mark < next && isWhite(text.charCodeAt(mark))) mark++;
    const isBlank = mark >= next || text.charCodeAt(mark) === 35;
    if (indent < 0 && isItem) indent = width;
    if (!isBlank) {
      if (indent < 0 || width < indent || (width === indent && !isItem)) break;
      if (width === indent) {
        if (open >= 0) entries.push({ start: open, end });
        open = at;
      }
      end = next;
      while (isWhite(text.charCodeAt(end - 1))) end--;
    }
    at = next;
  }
  if (open >= 0) entries.push({ start: open, end });
  const first = entries[0];
  const last = entries.at(-1);
  return first && last && { style: 'block', list: { start: first.start, end: last.end }, entries };
}

/** White space as lines of YAML hold it; text is far above it. */
function isWhite(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

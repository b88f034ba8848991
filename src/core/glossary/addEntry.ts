import type { TextEdit } from '../text/range.ts';
import type { GlossaryEntry } from './model.ts';
import type { GlossaryFormat } from './parseModel.ts';

/** A new glossary file that holds one entry. */
export function newGlossaryText(entry: GlossaryEntry, format: GlossaryFormat): string {
  return format === 'json'
    ? `${JSON.stringify({ entries: [entry] }, null, 2)}\n`
    : `entries:\n${yamlEntry(entry, '  ', '\n')}\n`;
}

/**
 * The edit (UTF-16 offsets of `text`) that puts an entry at the end of a glossary file and touches nothing else; undefined where
 * the file has no list of entries to add to.
 */
export function addEntryEdit(text: string, format: GlossaryFormat, entry: GlossaryEntry): TextEdit | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (!text.trim()) return { start: 0, end: text.length, text: newGlossaryText(entry, format) };
  if (format === 'yaml') {
    const edit = addToBlockSequence(text, entry, lineEnd);
    if (edit) return edit;
  }
  return addToArray(text, entry, lineEnd);
}

/** A JSON string is a YAML scalar too, and needs no knowledge of what YAML takes for something else. */
function yamlEntry(entry: GlossaryEntry, indent: string, lineEnd: string): string {
  const lines = [`${indent}- term: ${JSON.stringify(entry.term)}`];
  if (entry.aliases?.length) lines.push(`${indent}  aliases: ${JSON.stringify(entry.aliases)}`);
  lines.push(`${indent}  senses:`);
  for (const sense of entry.senses) {
    const facts = Object.entries(sense).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    facts.forEach((fact, i) => lines.push(`${indent}    ${i === 0 ? '- ' : '  '}${fact}`));
  }
  return lines.join(lineEnd);
}

function addToBlockSequence(text: string, entry: GlossaryEntry, lineEnd: string): TextEdit | undefined {
  const key = /^entries[ \t]*:[ \t]*(?:\[[ \t]*\][ \t]*)?(?:#[^\r\n]*)?(?=\r?\n|$)/m.exec(text);
  if (!key) return undefined;
  const keyEnd = key.index + key[0].length;
  const empty = /\[[ \t]*\][ \t]*(?:#|$)/.test(key[0]);
  if (empty) {
    const block = `entries:${lineEnd}${yamlEntry(entry, '  ', lineEnd)}`;
    return { start: key.index, end: keyEnd, text: block };
  }
  const { end, indent } = sequenceAfter(text, keyEnd);
  return { start: end, end, text: `${lineEnd}${yamlEntry(entry, indent, lineEnd)}` };
}

/** Where the block sequence that starts behind `from` ends (behind its last line that is not empty), and how far it is indented. */
function sequenceAfter(text: string, from: number): { readonly end: number; readonly indent: string } {
  let end = from;
  let indent: string | undefined;
  const lines = /\r?\n([^\r\n]*)/g;
  lines.lastIndex = from;
  for (let match = lines.exec(text); match; match = lines.exec(text)) {
    const line = match[1] ?? '';
    if (!line.trim()) continue;
    const dash = /^([ \t]*)-(?:[ \t]|$)/.exec(line);
    if (!dash && !/^[ \t#]/.test(line)) break;
    if (dash) indent ??= dash[1] ?? '';
    end = match.index + match[0].length;
  }
  return { end, indent: indent ?? '  ' };
}

function addToArray(text: string, entry: GlossaryEntry, lineEnd: string): TextEdit | undefined {
  const array = entriesArray(text);
  if (!array) return undefined;
  const before = text.slice(array.start + 1, array.end);
  const last = before.trimEnd();
  const at = array.start + 1 + last.length;
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', array.start) + 1))?.[0] ?? '';
  const inner = /\n([ \t]+)[^\s]/.exec(before)?.[1] ?? `${outer}  `;
  const item = JSON.stringify(entry, null, 2).replaceAll('\n', `${lineEnd}${inner}`);
  const comma = last === '' || last.endsWith(',') ? '' : ',';
  return { start: at, end: array.end, text: `${comma}${lineEnd}${inner}${item}${lineEnd}${outer}` };
}

/** Offsets of the brackets of the top-level `entries` array; `end` is that of the closing one. */
function entriesArray(text: string): { readonly start: number; readonly end: number } | undefined {
  let depth = 0;
  let start = -1;
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') {
      const close = stringEnd(text, i);
      if (depth === 1) key = text.slice(i + 1, close);
      i = close;
    } else if (character === '{' || character === '[') {
      if (depth === 1 && character === '[' && key === 'entries') start = i;
      depth++;
    } else if (character === '}' || character === ']') {
      depth--;
      if (start >= 0 && depth === 1) return { start, end: i };
    }
  }
  return undefined;
}

function stringEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return text.length;
}

import type { TextEdit } from '../text/range.ts';

/** Escapes what regular expressions read as more than itself. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The edits (UTF-16 offsets) that rename a term wherever a glossary file, JSON or YAML, has it as a `term`; nothing else is touched. */
export function renameInGlossary(text: string, term: string, newTerm: string): readonly TextEdit[] {
  const pattern = new RegExp(`(["']?\\bterm["']?[ \\t]*:[ \\t]*["']?)${literal(term)}(?=["'\\s,}#]|$)`, 'g');
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index + (match[1]?.length ?? 0);
    return { start, end: start + term.length, text: newTerm };
  });
}

import type { TextEdit, TextRange } from '../text/range.ts';
import { jsonEntrySpans, yamlEntrySpans } from './entrySpans.ts';
import { termKey } from './normalize.ts';
import type { GlossaryFormat } from './parseModel.ts';
import { scalarsOf } from './yamlText.ts';

/**
 * The edits (UTF-16 offsets of `text`) that rename a term in a glossary file: where it is an entry's term, an alias, or the
 * term of a part. The way each is quoted stays, and nothing else is touched. Items and sentences that mention the term stay
 * as they are, because they are quotations.
 */
export function renameTermEdits(
  text: string,
  format: GlossaryFormat,
  term: string,
  newTerm: string,
): readonly TextEdit[] {
  const key = termKey(term);
  if (key === '' || termKey(newTerm) === '') return [];
  return stretches(text, format).flatMap((stretch) => {
    const source = text.slice(stretch.start, stretch.end);
    if (!source.includes(key.slice(0, 1))) return [];
    return scalarsOf(source)
      .filter(({ path, value }) => namesTerm(path) && termKey(value) === key)
      .map(({ range }): TextEdit => {
        const old = source.slice(range.start, range.end);
        return { start: stretch.start + range.start, end: stretch.start + range.end, text: quotedLike(old, newTerm) };
      });
  });
}

function stretches(text: string, format: GlossaryFormat): readonly TextRange[] {
  const spans = format === 'json' ? jsonEntrySpans(text, false) : yamlEntrySpans(text);
  return spans?.entries ?? [{ start: 0, end: text.length }];
}

/** True for the values of `term` and the elements of `aliases`. */
function namesTerm(path: readonly string[]): boolean {
  return path.at(-1) === 'term' || path.at(-2) === 'aliases';
}

function quotedLike(old: string, newTerm: string): string {
  if (old.startsWith('"')) return JSON.stringify(newTerm);
  if (old.startsWith("'")) return `'${newTerm.replaceAll("'", "''")}'`;
  return /^[\p{Script=Han}\p{L}][\p{L}\p{N}]*$/u.test(newTerm) ? newTerm : JSON.stringify(newTerm);
}

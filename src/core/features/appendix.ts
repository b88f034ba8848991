import type { Expansion } from '../abbreviations/model.ts';
import type { Analysis } from '../analysis.ts';
import { termKey } from '../glossary/normalize.ts';
import type { Glossary, LookupContext } from '../glossary/model.ts';
import type { TextEdit, TextRange } from '../text/range.ts';
import { explain, type Explanation } from './explanation.ts';
import { expansionText } from './expansionText.ts';

const heading = '名词解释';
const headingLine = /^[ \t\u3000]*名词解释[：:]?[ \t\u3000]*\r?$/gm;
const entryLine = /^[ \t\u3000]*\d{1,4}[.．][ \t\u3000]*“[^”\r\n]{1,60}”[：:]/;

/**
 * The edit of the raw text that puts the glossary appendix at its end, or brings the one that is there up to date: every
 * explained abbreviation that the text uses, in order of first appearance, numbered. Undefined where nothing would change.
 */
export function appendixEdit(
  analysis: Pick<Analysis, 'reading' | 'definitions' | 'terms'>,
  glossary: Glossary,
  context: LookupContext = {},
): TextEdit | undefined {
  const { raw } = analysis.reading;
  const lineEnd = raw.includes('\r\n') ? '\r\n' : '\n';
  const old = appendixRange(raw);
  const lines = appendixLines(analysis, glossary, context, old);
  if (lines.length === 0) return undefined;
  const text = [heading, ...lines].join(lineEnd);
  if (old) return smallest(raw, { ...old, text });
  const end = raw.trimEnd().length;
  const tail = raw.slice(end) === '' ? '' : lineEnd;
  return { start: end, end: raw.length, text: `${end === 0 ? '' : lineEnd + lineEnd}${text}${tail}` };
}

/** The appendix as made here: the last 名词解释 line, with the numbered entries under it; raw offsets. */
function appendixRange(raw: string): TextRange | undefined {
  const last = [...raw.matchAll(headingLine)].at(-1);
  if (!last) return undefined;
  const start = last.index;
  let end = start + last[0].trimEnd().length;
  let at = start + last[0].length;
  while (at < raw.length) {
    const next = raw.indexOf('\n', at + 1);
    const line = raw.slice(at, next < 0 ? raw.length : next).replace(/^\r?\n/, '');
    if (line.trim() !== '' && !entryLine.test(line)) break;
    const lineStop = next < 0 ? raw.length : next;
    if (line.trim() !== '') end = at + raw.slice(at, lineStop).trimEnd().length;
    at = lineStop;
  }
  return end === start + last[0].trimEnd().length && raw.slice(end).trim() !== '' ? undefined : { start, end };
}

function appendixLines(
  analysis: Pick<Analysis, 'reading' | 'definitions' | 'terms'>,
  glossary: Glossary,
  context: LookupContext,
  old: TextRange | undefined,
): string[] {
  const body = old ? analysis.reading.toReading(old.start) : analysis.reading.text.length;
  // What the old appendix says is no source for the new one, unless nothing else explains the term.
  const outside = { ...analysis, definitions: analysis.definitions.filter(({ range }) => range.start < body) };
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const use of analysis.terms) {
    if (use.start >= body) break;
    const key = termKey(use.term);
    if (seen.has(key)) continue;
    seen.add(key);
    const told =
      explanationText(explain(use, outside, glossary, context)) ??
      explanationText(explain(use, analysis, glossary, context));
    if (told) lines.push(`${lines.length + 1}. “${key}”：${told}`);
  }
  return lines;
}

/** 指 before a list, the sentence of a glossary where there is none; one line, one full stop. */
function explanationText({ expansion, prose, tree }: Explanation): string | undefined {
  const list = expansion ? listText(expansion, tree.length) : undefined;
  const text = (list ?? prose)?.replace(/\s+/g, ' ').trim();
  if (!text) return undefined;
  return /[。！？]$/.test(text) ? text : `${text}。`;
}

function listText(expansion: Expansion, groups: number): string {
  return groups > 1 ? `包括${expansionText(expansion)}` : `指${expansionText(expansion)}`;
}

/** The edit without what old and new text share at both ends. */
function smallest(raw: string, edit: TextEdit): TextEdit | undefined {
  const old = raw.slice(edit.start, edit.end);
  if (old === edit.text) return undefined;
  let head = 0;
  while (head < old.length && head < edit.text.length && old[head] === edit.text[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, edit.text.length) - head;
  while (tail < most && old.at(-1 - tail) === edit.text.at(-1 - tail)) tail++;
  return {
    start: edit.start + head,
    end: edit.end - tail,
    text: edit.text.slice(head, edit.text.length - tail),
  };
}

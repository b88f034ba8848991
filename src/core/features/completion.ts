import { expansionText } from './expansionText.ts';
import type { Expansion } from '../abbreviations/model.ts';
import { isSkipped, termKey } from '../glossary/normalize.ts';
import type { TextRange } from '../text/range.ts';

/** Terms by the initials of their syllables: smlqygx finds 三美两清一更新. */
export interface PinyinIndex {
  /** The initials of a term, one string per reading of it. */
  initialsOf(term: string): readonly string[];
}

/**
 * Initials of every term. `initialsOf` comes from the pinyin library, which is too large to load before it is needed; it may
 * give several readings (重庆: cq, zq). Figures and Latin letters stand for themselves.
 */
export function createPinyinIndex(
  terms: readonly string[],
  initialsOf: (term: string) => readonly string[],
): PinyinIndex {
  const known = new Map<string, readonly string[]>();
  for (const term of terms) {
    const plain = initialsOf(term).map((initials) => initials.toLowerCase().replace(/[^a-z0-9]/g, ''));
    known.set(term, [...new Set(plain)]);
  }
  return { initialsOf: (term) => known.get(term) ?? [] };
}

/** A term offered at the cursor. */
export interface Completion {
  readonly term: string;
  /** What is replaced: the characters typed so far on the cursor's line, in UTF-16 offsets of the searched text. */
  readonly range: TextRange;
  /** What VS Code matches the typed characters against. */
  readonly filterText: string;
  readonly matchedBy: 'characters' | 'pinyin';
  /** The term, with quotation marks where the cursor stands outside of a pair; what is left of it where it began on the line before. */
  readonly insertText: string;
  /** Sorts nearest matches first. */
  readonly sortText: string;
}

/** A term that can be offered, nearest layer first. */
export interface CompletionSource {
  readonly terms: readonly string[];
  readonly pinyin?: PinyinIndex;
}

const MOST_COMPLETIONS = 200;
const LONGEST_TYPED = 20;

/**
 * Terms that go on from what is typed in front of `offset`: at least one Chinese character, digit or two Latin letters.
 * `text` and offsets may be raw or reading text; the ranges are of the same text.
 */
export function completionsAt(text: string, offset: number, source: CompletionSource): readonly Completion[] {
  const quoted = insideQuotes(text, offset);
  const latin = /[a-z][a-z0-9]{1,19}$/i.exec(text.slice(Math.max(0, offset - LONGEST_TYPED), offset))?.[0] ?? '';
  const found: Completion[] = [];
  for (const term of source.terms) {
    if (found.length >= MOST_COMPLETIONS) break;
    const typed = typedStart(text, offset, term);
    const pinyin = typed ? undefined : pinyinMatch(term, latin, source.pinyin);
    if (!typed && !pinyin) continue;
    const range = { start: typed?.start ?? offset - latin.length, end: offset };
    found.push({
      term,
      range,
      filterText: text.slice(range.start, offset),
      matchedBy: typed ? 'characters' : 'pinyin',
      insertText: quoted || typed?.rest ? (typed?.rest ?? term) : `“${term}”`,
      sortText: `${typed ? 0 : pinyin === latin.toLowerCase() ? 1 : 2}${String(found.length).padStart(5, '0')}`,
    });
  }
  return found;
}

/** The inserted term with what it stands for: “三会”（听证会、协调会、评议会）. */
export function withItems(insertText: string, expansion: Expansion): string {
  return `${insertText}（${expansionText(expansion)}）`;
}

/**
 * Where the longest stretch in front of the cursor that starts `term` begins, white space aside. An editor completes within
 * one line: of a term broken over two, `rest` is what belongs on the second.
 */
function typedStart(text: string, offset: number, term: string): { start: number; rest?: string } | undefined {
  const key = termKey(term);
  let best: { start: number; rest?: string } | undefined;
  let lineStart = -1;
  let onLine = 0;
  let tail = '';
  for (let start = offset - 1; start >= 0 && tail.length < key.length - 1; start--) {
    const unit = text.charCodeAt(start);
    if (isSkipped(unit)) {
      if (tail === '' || (text[start] === '\n' && lineStart >= 0)) break;
      if (text[start] === '\n') {
        lineStart = start + 1;
        onLine = tail.length;
      }
      continue;
    }
    tail = (text[start] as string) + tail;
    if (key.startsWith(tail))
      best = lineStart < 0 ? { start } : { start: lineStart, rest: key.slice(tail.length - onLine) };
  }
  return best;
}

function pinyinMatch(term: string, latin: string, pinyin: PinyinIndex | undefined): string | undefined {
  if (latin.length < 2 || !pinyin) return undefined;
  return pinyin.initialsOf(term).find((initials) => initials.startsWith(latin.toLowerCase()));
}

/** True where the nearest quotation mark in front of the cursor is an opening one; terms are short, so it is near. */
function insideQuotes(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 80), offset);
  return (
    Math.max(before.lastIndexOf('“'), before.lastIndexOf('「')) >
    Math.max(before.lastIndexOf('”'), before.lastIndexOf('」'))
  );
}

import type { Block } from '../newsletter/model.ts';
import { appendixFit } from './appendixFit.ts';
import { mismatchOf } from './mismatch.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { firstOf, indexIn, trimmed } from './lists.ts';
import type { CountMismatch, Definition } from './model.ts';
import { parseNumericTerm } from './numerals.ts';
import type { TextRange } from '../text/range.ts';

/** The entries of a glossary at the end of a document, and the blocks it fills. */
export interface Appendix {
  readonly definitions: readonly Definition[];
  readonly mismatches: readonly CountMismatch[];
  /** Indices of the blocks that hold entries. */
  readonly blocks: ReadonlySet<number>;
  /** The state in which the blocks leave the text behind them. */
  readonly state: AppendixState;
}

const title =
  /^(?:附[件录表]?[一二三四五\d]*[：:]?)?(?:(?:有关|相关|部分|主要|重要|文中|报告中|《[^》]*》)*(?:名词|术语|用语|词语|词汇|缩略语|概念|专有名词|专业术语|名词术语)(?:解释|注释|释义|说明|注解|简释|名词解释)(?:与说明|和说明|及说明)?|注释|注解|释义)[：:]?/;
/** What such a title can start with. */
const titleStarts = '附有相部主重文报《名术用词缩概专注释';
const number =
  /^\s*(?:[（(]\s*(\d{1,3})\s*[)）]|(\d{1,3})\s*(?:[．、]|\.(?!\d))|[①-⑳㉑-㊿]|[[【［〔](\d{1,3})[\]】］〕]|注(\d{1,3})[：:.．]?|[●◆■▲·*]+|[一二三四五六七八九十]{1,3}、)\s*/;
/** A number in front of another one (3.10种有色金属) only counts where it is the next in order. */
const numberBeforeDigit = /^\s*(\d{1,3})\.(?=\d)/;
const longestHead = 40;
const longestEntry = 3000;
/** What follows the point of a decimal number (2.5亿元), not of an entry's number (2.5个一). */
const measure = /^\d+(?:\.\d+)?(?:亿|万|千|元|%|％|倍|公里|米|吨|平方|公顷|亩)/;
const bodyLead = /^(?:主要)?(?:就是指|就是|是指|指的是|即指|即|指|是(?!否))[：:]?\s*/;

/** Where the reading of an appendix stands between two blocks. */
export interface AppendixState {
  /** Blocks in a row without an entry; as many as `mostMisses` where no appendix is open. */
  readonly misses: number;
  /** The last number of an entry, 0 where there was none. */
  readonly last: number;
}

const mostMisses = 3;

/** No appendix is open. */
export const closed: AppendixState = { misses: mostMisses, last: 0 };

/**
 * Form 7: numbered or quoted entries under 名词解释, 名词注释 or 注释.
 * @param before the state in which the blocks in front of these left the text
 */
export function findAppendix(text: string, blocks: readonly Block[], before: AppendixState = closed): Appendix {
  const definitions: Definition[] = [];
  const mismatches: CountMismatch[] = [];
  const used = new Set<number>();
  let { misses, last } = before;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    let { start } = block;
    const opens = misses >= mostMisses;
    if (opens) {
      const opening = titleOf(text, block);
      if (opening === null) continue;
      misses = 0;
      last = 0;
      if (opening >= block.end) continue;
      start = opening;
    }
    const { entries, number: reached } = entriesOf(text, { start, end: block.end }, last + 1);
    last = reached ?? last;
    if (!entries.length && block.kind === 'heading') {
      misses = mostMisses;
      // It may be the title of another appendix.
      if (!opens) i--;
      continue;
    }
    misses = entries.length ? 0 : misses + 1;
    if (entries.length) used.add(i);
    for (const entry of entries) read(text, entry, definitions, mismatches);
  }
  return { definitions, mismatches, blocks: used, state: misses >= mostMisses ? closed : { misses, last } };
}

/** Where the entries start behind the appendix's title: at the block's end for a title alone; null for any other block. */
function titleOf(text: string, block: Block): number | null {
  const { start, end } = trimmed(text, block.start, block.end);
  if (!titleStarts.includes(text.charAt(start))) return null;
  const head = text.slice(start, Math.min(end, start + 40));
  if (!/[释注说简]/.test(head)) return null;
  const match = title.exec(head);
  if (!match) return null;
  if (end - start <= match[0].length + 6 && !/\d/.test(text.slice(start + match[0].length, end))) return block.end;
  return /[：:]$/.test(match[0]) && number.test(text.slice(start + match[0].length, end))
    ? start + match[0].length
    : null;
}

interface Entry {
  readonly head: TextRange;
  readonly body: TextRange;
}

/** The entries of one block: one, or several where the numbers go on inside it; and the last of its numbers, where it has any. */
function entriesOf(text: string, range: TextRange, expected: number): { entries: Entry[]; number?: number } {
  const entries: Entry[] = [];
  const pieces = numberedPieces(text, range, expected);
  for (const piece of pieces) {
    const entry = entryOf(text, piece);
    if (entry) entries.push(entry);
    else if (!entries.length) return { entries };
  }
  const last = pieces.at(-1)?.number;
  return last === undefined ? { entries } : { entries, number: last };
}

/** A stretch that may be an entry; `number` stands in front of it and ends at `text`. */
interface Piece extends TextRange {
  readonly number?: number;
  readonly text: number;
}

function numberedPieces(text: string, { start, end }: TextRange, expected: number): Piece[] {
  const opening = text.slice(start, start + 12);
  const ahead = numberBeforeDigit.exec(opening);
  const match = ahead && Number(ahead[1]) === expected ? ahead : number.exec(opening);
  const first = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? NaN);
  let piece: Piece = { start, end, text: start + (match?.[0].length ?? 0) };
  if (Number.isNaN(first)) return [piece];
  piece = { ...piece, number: first };
  const pieces: Piece[] = [];
  for (let n = first + 1; piece.text < end; n++) {
    const next = nextNumber(text, piece.text, Math.min(end, piece.text + longestEntry), n);
    if (!next) break;
    pieces.push({ ...piece, end: next.start });
    piece = { ...next, end, number: n };
  }
  return [...pieces, piece];
}

/** Where the entry with number `n` starts, and its text behind the number. */
function nextNumber(text: string, from: number, end: number, n: number): { start: number; text: number } | null {
  for (const mark of [`${n}.`, `${n}．`, `${n}、`, `（${n}）`]) {
    for (let at = indexIn(text, mark, from, end); at >= 0; at = indexIn(text, mark, at + 1, end)) {
      const behind = at + mark.length;
      if (/[。；;\s]/.test(text.charAt(at - 1)) && !measure.test(text.slice(behind, behind + 6)))
        return { start: at, text: behind };
    }
  }
  return null;
}

function entryOf(text: string, piece: Piece): Entry | null {
  const mark = piece.text > piece.start;
  const { start, end } = trimmed(text, piece.text, piece.end);
  const limit = Math.min(end, start + longestHead);
  if (text[start] === '【') {
    const close = indexIn(text, '】', start, limit);
    if (close > start) return made(text, start + 1, close, close + 1, end);
  }
  const colon = firstOf(text, start, limit, '：:。；;');
  if (colon < limit && '：:'.includes(text.charAt(colon))) {
    const quoted = /[“"]/.test(text.slice(start, colon));
    return mark || quoted || colon - start <= 20 ? made(text, start, colon, colon + 1, end) : null;
  }
  const verb =
    /^((?:“[^”]{2,24}”|《[^》]{2,24}》)[^，。；：]{0,10}?|[^，。；：]{2,20}?)(?:，|,)?(?=是指|即|指的是|指(?![导标出挥引数])|——|－)/.exec(
      text.slice(start, limit),
    );
  if (!verb || (!mark && text[start] !== '“')) return null;
  const headEnd = start + (verb[1] as string).length;
  const rest =
    start +
    verb[0].length +
    (/^(?:——|－)/.exec(text.slice(start + verb[0].length, start + verb[0].length + 2))?.[0].length ?? 0);
  return made(text, start, headEnd, rest, end);
}

function made(text: string, start: number, headEnd: number, bodyStart: number, end: number): Entry | null {
  const head = trimmed(text, start, headEnd);
  let body = trimmed(text, bodyStart, end);
  const lead = bodyLead.exec(text.slice(body.start, Math.min(body.end, body.start + 8)));
  if (lead) body = trimmed(text, body.start + lead[0].length, body.end);
  return head.end - head.start > 1 && body.end - body.start > 1 ? { head, body } : null;
}

function read(text: string, { head, body }: Entry, definitions: Definition[], mismatches: CountMismatch[]): void {
  const { term, range, numeric } = headTerm(text, head);
  const fit = appendixFit(text, body, text.slice(head.start, head.end), numeric);
  const span = { start: head.start, end: body.end };
  const base: Definition = { term, range, span, itemsRange: body, form: 'appendix' };
  if (fit.kind === 'short' && numeric && (fit.off !== undefined || !numeric.loose)) {
    mismatches.push(mismatchOf({ term, range, numeric }, body, fit));
    definitions.push({ ...base, ...(fit.parts ? { parts: fit.parts } : { items: fit.items }), miscounted: true });
    return;
  }
  if (fit.kind === 'exact' && fit.parts) definitions.push({ ...base, parts: fit.parts });
  else if (fit.kind === 'exact') definitions.push({ ...base, items: fit.items ?? [] });
  else definitions.push({ ...base, explanation: text.slice(body.start, body.end) });
}

/** The term an entry explains: the one quoted word of its head, else the head as it stands (also where it counts the quoted word: 3个“三年行动”). */
function headTerm(text: string, head: TextRange): Pick<Candidate, 'term' | 'range' | 'numeric'> {
  const candidates = findCandidates(text, head);
  const quotes = text.slice(head.start, head.end).match(/“/g)?.length ?? 0;
  const [only] = candidates;
  const counted = only && /[\d一二三四五六七八九十两][个项大]?$/.test(text.slice(head.start, only.quoted.start));
  if (only && candidates.length === 1 && quotes === 1 && !counted) return only;
  const term = text.slice(head.start, head.end);
  const outer = /^“([^“”]+)”$/.exec(term);
  if (outer) {
    const range = { start: head.start + 1, end: head.end - 1 };
    return { term: outer[1] as string, range, numeric: parseNumericTerm(outer[1] as string) };
  }
  return { term, range: head, numeric: parseNumericTerm(term) };
}

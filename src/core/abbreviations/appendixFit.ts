import type { TextRange } from '../text/range.ts';
import { fitCounted, haveCommonPattern, noFit, shareOpening, type Fit } from './fit.ts';
import { areNamed, fitPairs, fitTerm, groupMarks, shortGroups } from './fitComposite.ts';
import { isItem, readList } from './items.ts';
import { labelledFit, labelledParts } from './labelled.ts';
import { fitInitials } from './initials.ts';
import { opensWithVerb } from './leadIn.ts';
import { tidy } from './lastItem.ts';
import { firstOf, indexIn, splitAt, splitLast } from './lists.ts';
import type { TermPart } from './model.ts';
import { countedNoun, type NumericTerm } from './numerals.ts';

/**
 * The list in an appendix entry's body, which may as well be prose: a bare list of the right length, pairs, clauses that share
 * what is counted, a quoted list, parts told one by one. Prose gives no fit.
 */
export function appendixFit(text: string, body: TextRange, head: string, numeric: NumericTerm | null): Fit {
  return tidy(fitBody(text, body, head, numeric), beforeClosing(head.slice(head.indexOf('“') + 1)));
}

function fitBody(text: string, body: TextRange, head: string, numeric: NumericTerm | null): Fit {
  const named = namedParts(text, body, head);
  if (named) return { kind: 'exact', parts: named };
  if (!numeric) return fitInitials(text, body, head.replace(/^“([^”]*)”.*$/, '$1'));
  const labelled = numeric.parts.length > 1 ? labelledFit(text, body, numeric) : null;
  if (labelled) return labelled;
  const sentence = { start: body.start, end: firstOf(text, body.start, body.end, '。') };
  if (numeric.parts.length > 1) return compositeFit(text, sentence, numeric);
  return countedFit(text, sentence, head, numeric);
}

/** What stands in front of the first closing quotation mark. */
const beforeClosing = (text: string): string => text.split('”', 1)[0] ?? '';

/** “登高、升规、晋位、上市”四个工程：“登高”即…，“升规”即…: the head lists the names, the body unfolds each. */
function namedParts(text: string, body: TextRange, head: string): TermPart[] | null {
  const names = /“([^“”、]*、[^“”]*)”/.exec(head)?.[1]?.split('、');
  if (!names || names.length < 2) return null;
  const parts = names.map((term) => ({ term, count: 1 }));
  return labelledParts(text, body, { kind: 'code', parts, expected: null, loose: true });
}

function countedFit(text: string, sentence: TextRange, head: string, { expected }: NumericTerm): Fit {
  if (expected === null) return noFit;
  const quoted = quotedList(text, sentence, expected);
  if (quoted) return quoted;
  const bare = firstOf(text, sentence.start, sentence.end, '，,；;：:') === sentence.end;
  if (bare) return bareList(text, sentence, expected, head);
  const pairs = readList(text, sentence, '；;').ranges.map((piece) => text.slice(piece.start, piece.end));
  if (pairs.length === expected) return { kind: 'exact', items: pairs };
  const alike = fitCounted(text, sentence, expected);
  if (alike.kind === 'exact' && expected > 1 && shareOpening(alike.items ?? [])) return alike;
  return sharedClauses(text, sentence, countedNoun(beforeClosing(head.slice(head.lastIndexOf('“') + 1))), expected);
}

/** A list and nothing else. Its first item may carry a verb, its last one what all items belong to (…的认同). */
function bareList(text: string, sentence: TextRange, expected: number, head: string): Fit {
  const { ranges, open } = readList(text, sentence, '、');
  const last = ranges.at(-1);
  if (!last || open) return noFit;
  const two = ranges.length + 1 === expected ? splitLast(text, last) : null;
  const list = two ? [...ranges.slice(0, -1), ...two] : ranges;
  const items = cleanEnds(text, list, head);
  if (!items.every((item) => isItem(item, 60))) return noFit;
  if (items.length === expected) return { kind: 'exact', items };
  const plain =
    items.length > 1 && items.every((item) => item.length > 1 && item.length <= 12 && !/[和与及的“]/.test(item));
  return plain && Math.abs(items.length - expected) === 1 ? { kind: 'short', items } : noFit;
}

const lead =
  /^(?:对|以|把|将|形成以|主要|就是|通过|围绕|坚持|实施|实行|推进|推行|开展|建设|打造|建立|构建|形成)*(?:覆盖|包含|包括|涵盖|分为)?(?=..?)/;

function cleanEnds(text: string, list: readonly TextRange[], head = ''): string[] {
  const items = list.map((piece) => text.slice(piece.start, piece.end));
  const others = items.slice(1);
  const carries = lead.exec(items[0] as string)?.[0] !== '' && !others.every((other) => other[0] === items[0]?.[0]);
  const verbal = others.filter(opensWithVerb).length * 2 > others.length;
  if (others.length && carries && !verbal) items[0] = (items[0] as string).replace(lead, '');
  const last = (items.at(-1) as string).replace(/为(?:代表|主体|主导|主|核心|重点|支撑|引领|抓手|牵引)的.*$/, '');
  items[items.length - 1] = last;
  const at = last.lastIndexOf('的');
  const before = items.slice(0, -1);
  const named = beforeClosing(head).slice(-2);
  const noun = countedNoun(beforeClosing(head.slice(head.indexOf('“') + 1)));
  const row = before.length > 1 && before.every((item) => item.length === at || (noun !== '' && item.includes(noun)));
  const closes =
    carries ||
    (row && (noun === '' || last.slice(0, at).includes(noun))) ||
    before.every((item) => item.at(-1) === last[at - 1]) ||
    (named.length > 1 && last.endsWith(named));
  if (before.length && at > 1 && closes && !before.some((item) => item.includes('的')))
    items[items.length - 1] = last.slice(0, at);
  return items;
}

/** 实施“饮净水、控噪声、…”专项行动: one quoted list with as many items as the term counts. */
function quotedList(text: string, sentence: TextRange, expected: number): Fit | null {
  const { end } = sentence;
  for (let open = indexIn(text, '“', sentence.start, end); open >= 0; open = indexIn(text, '“', open + 1, end)) {
    const close = indexIn(text, '”', open, end);
    if (close < 0) return null;
    const { ranges } = readList(text, { start: open + 1, end: close }, '、');
    if (ranges.length === expected && expected > 1) {
      return { kind: 'exact', items: ranges.map((piece) => text.slice(piece.start, piece.end)) };
    }
  }
  return null;
}

/** 赋予发展以甲的意义，以乙的意义: where all others open with one preposition, it belongs to none of the items. */
function withoutPreposition(items: readonly string[]): readonly string[] {
  const [first = '', ...others] = items;
  const word = others[0]?.[0] ?? '';
  if (!'以对把将让'.includes(word) || !others.every((other) => other.startsWith(word)) || !first.includes(word))
    return items;
  return [first.slice(first.indexOf(word) + 1), ...others.map((other) => other.slice(1))];
}

/** As many clauses in a row as the term counts, all ending in what it counts (三个意义: …的意义，…的意义，…的意义，让…). */
function sharedClauses(text: string, sentence: TextRange, noun: string, expected: number): Fit {
  const pieces = splitAt(text, sentence.start, sentence.end, '，,；;');
  const items = pieces.map((piece) => text.slice(piece.start, piece.end));
  const sharing = noun.length > 1 ? items.filter((item) => item.endsWith(noun)) : [];
  if (sharing.length === expected && expected > 1) return { kind: 'exact', items: withoutPreposition(sharing) };
  const even =
    items.length === expected && expected > 2 && haveCommonPattern(items) && items.every((item) => item.length <= 16);
  return even ? { kind: 'exact', items } : noFit;
}

function compositeFit(text: string, sentence: TextRange, numeric: NumericTerm): Fit {
  for (const separators of groupMarks(numeric.kind)) {
    const groups = splitAt(text, sentence.start, sentence.end, separators);
    if (groups.length !== numeric.parts.length) continue;
    const parts = numeric.parts.map(({ term, count }, i) => {
      const group = groups[i] as TextRange;
      const { ranges } = readList(text, group, '、');
      const last = ranges.at(-1);
      const two = last && ranges.length + 1 === count ? splitLast(text, last) : null;
      const list = two ? [...ranges.slice(0, -1), ...two] : ranges;
      return list.length === count ? { term, items: cleanEnds(text, list) } : null;
    });
    if (parts.every((part) => part !== null)) return { kind: 'exact', parts };
  }
  const pairs = fitPairs(text, sentence, numeric);
  if (pairs?.kind === 'exact' && areNamed(pairs.items ?? [], numeric.parts)) return pairs;
  const isList = numeric.kind === 'code' || firstOf(text, sentence.start, sentence.end, '，,；;') === sentence.end;
  const whole = isList ? fitTerm(text, sentence, numeric) : noFit;
  return whole.kind === 'exact' ? whole : (shortGroups(text, sentence, numeric.parts) ?? noFit);
}

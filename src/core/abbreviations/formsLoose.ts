import type { Block } from '../newsletter/model.ts';
import type { TextRange } from '../text/range.ts';
import type { Candidate } from './candidates.ts';
import { sharesCharacter } from './clauses.ts';
import { opensEnumeration } from './enumerationMarks.ts';
import type { Fit } from './fit.ts';
import { allHold, sharesEnd, type Reading } from './reading.ts';
import { openCountNames } from './fixedNames.ts';
import { spell } from './fit.ts';
import { readList } from './items.ts';
import { cutLeadIn, hasPredicate } from './leadIn.ts';
import { labelledParts } from './labelled.ts';
import { isKnown, longestTail, says } from './links.ts';
import { firstOf, indexIn, trimmed } from './lists.ts';
import { countedNoun } from './numerals.ts';
import { cleanEnd, fitCandidate, fitStretch, longestStretch } from './stretch.ts';

/** The list behind a term (and the noun that ends at `from`) where no link stands at once. */
export function readLoose(text: string, candidate: Candidate, from: number, blockEnd: number): Reading | null {
  return (
    readMade(text, candidate, from, blockEnd) ??
    readPieces(text, candidate, from, blockEnd) ??
    readComma(text, candidate, from, blockEnd) ??
    readFar(text, candidate, blockEnd)
  );
}

const madeOf =
  /[，,]?\s*(?:主要|一般|分别)?由(?![于此来])(?:([^。；！？]{3,120}?)(?:共同|联合)?(?:组成|构成)|([^。；！？，]{5,120}))/y;

/** “五员”队伍由护林员、…、监测员组成; without 组成 (由网格长联片区、…) each item must hold what is counted. */
function readMade(text: string, candidate: Candidate, from: number, blockEnd: number): Reading | null {
  madeOf.lastIndex = from;
  const found = madeOf.exec(text);
  const list = found?.[1] ?? found?.[2];
  if (!found || !list || madeOf.lastIndex > blockEnd) return null;
  const start = text.indexOf(list, from);
  const itemsRange = trimmed(text, start, start + list.length);
  const fit = fitCandidate(text, itemsRange, candidate);
  const strong = found[1] !== undefined;
  const noun = countedNoun(candidate.term);
  const meant = strong || allHold(fit, noun) || (fit.kind === 'exact' && sharesCharacter(fit.items ?? [], noun));
  if (!meant) return null;
  return { form: 'colon', fit, strong, itemsRange, spanStart: candidate.quoted.start, spanEnd: madeOf.lastIndex };
}

/** 做到“四个到位”，思想到位、组织到位、…: a comma alone, perhaps with a verb, leads to the list where each item holds what the term counts. */
function readComma(text: string, candidate: Candidate, from: number, blockEnd: number): Reading | null {
  const { numeric } = candidate;
  if (!numeric || !'，,'.includes(text.charAt(from) || ' ')) return null;
  const limit = Math.min(blockEnd, from + longestStretch);
  if (
    opensEnumeration(text.slice(from + 1, from + 5), countedNoun(candidate.term)) ||
    openCountNames.has(candidate.term)
  )
    return null;
  // 一找学习差距，二找思想差距
  if (text.charAt(from + 1) === '一' && indexIn(text, `二${text.charAt(from + 2)}`, from, limit) >= 0) return null;
  const end = firstOf(text, from + 1, limit, '，,；;。！？');
  const found = readNamed(text, trimmed(text, from + 1, end), candidate);
  const count = numeric.parts.length === 1 ? (numeric.expected ?? 0) : 0;
  if (found || count < 3 || !isKnown(text, { start: candidate.quoted.end, end: from })) return found;
  let last = from;
  for (let n = 0; n < count && last < limit; n++) last = firstOf(text, last + 1, limit, '，,；;。！？');
  return readNamed(text, trimmed(text, from + 1, last), candidate);
}

function readNamed(text: string, whole: TextRange, candidate: Candidate): Reading | null {
  const { term, quoted } = candidate;
  const listed = readList(text, whole, '、').ranges;
  const [first, ...others] = listed.length > 1 ? listed : readList(text, whole, '，,').ranges;
  if (!first) return null;
  const cut = others.length ? cutLeadIn(text, first, spell(text, others)) : first.start;
  const start = /[”）》]/.test(text.slice(first.start, cut)) ? first.start : cut;
  const itemsRange = { start, end: whole.end };
  const fit = cleanEnd(fitCandidate(text, itemsRange, candidate), term, true);
  const strong = fit.kind === 'short' && isMiscount(fit.items, candidate);
  const parts = fit.kind === 'exact' ? (fit.parts ?? [{ term, items: fit.items ?? [] }]) : [];
  const named = parts.every((part) => {
    const noun = countedNoun(part.term);
    return (
      noun !== '' &&
      (part.items.length > 2 || cut === first.start ? holdsAll(part.items, noun) : sharesEnd(part.items, noun))
    );
  });
  // 红色为独居老人，黄色为慢病患者，… for 三色管理: the first character of what is counted, at one place.
  const at = parts[0]?.items[0]?.indexOf(countedNoun(term).charAt(0)) ?? -1;
  const lined =
    parts.length === 1 &&
    countedNoun(term).length > 1 &&
    at >= 0 &&
    (parts[0]?.items.length ?? 0) > 2 &&
    parts[0]?.items.every((item) => item.indexOf(countedNoun(term).charAt(0)) === at);
  // 20名优秀党员、10名优秀党务工作者: what is counted anew is no item.
  const counted = parts.some((part) => part.items.some((item) => /^\d+[名个户人次件家位条项处]/.test(item)));
  const said = parts.some(({ items }) => items.length > 2 && hasPredicate(items.at(-1) as string, items.slice(0, -1)));
  if (said) return null;
  if (!strong && (fit.kind !== 'exact' || (!named && !lined) || counted)) return null;
  return { form: 'colon', fit, strong, itemsRange, spanStart: quoted.start, spanEnd: whole.end };
}

/** 建立“三张清单”管理，建立问题清单、责任清单: one item more or less, each with what is counted at the same end; few and short ones prove little. */
function isMiscount(items: readonly string[], { term, numeric }: Candidate): boolean {
  const noun = countedNoun(term);
  if (noun === '' || items.length + noun.length < 4 || Math.abs(items.length - (numeric?.expected ?? 0)) !== 1)
    return false;
  const at = items[0]?.indexOf(noun) ?? -1;
  return sharesEnd(items, noun) || (at > 0 && items.length > 2 && items.every((item) => item.indexOf(noun) === at));
}

const holdsAll = (items: readonly string[], noun: string): boolean => items.every((item) => item.includes(noun));

const saying = new RegExp(`[，,](?:${says})[：:]?\\s*`, 'y');
const farStops = new Set('。；！？“”、：:，,');

/** The first mark in `[from, to)`, or `to`. */
function markFrom(text: string, from: number, to: number): number {
  while (from < to && !farStops.has(text.charAt(from))) from++;
  return from;
}

/** Where the list starts behind more words: a colon, or ，即 at once or behind one whole clause; `doubtful` where it is not ，即 at once. */
function farLink(text: string, from: number): { readonly start: number; readonly doubtful: boolean } | null {
  const near = markFrom(text, from, from + 17);
  const mark = text.charAt(near);
  if (near === from || near === from + 17) return null;
  if (mark === '：' || mark === ':') return { start: near + 1, doubtful: true };
  if (mark !== '，' && mark !== ',') return null;
  for (const at of [near, markFrom(text, near + 1, near + 22)]) {
    saying.lastIndex = at;
    if ('，,'.includes(text.charAt(at)) && saying.test(text)) return { start: saying.lastIndex, doubtful: at > near };
  }
  return null;
}

/** 把“五不烧”说了又说：大风天不烧、…: more words stand between; behind a colon or a whole clause each item must hold what is counted. */
function readFar(text: string, candidate: Candidate, blockEnd: number): Reading | null {
  const link = candidate.numeric && farLink(text, candidate.quoted.end);
  if (!link || link.start >= blockEnd) return null;
  const { start } = link;
  const noun = countedNoun(candidate.term);
  if (opensEnumeration(text.slice(start, start + 4), noun)) return null;
  const { fit, end } = fitStretch(text, start, blockEnd, candidate, 'firm');
  if (fit.kind !== 'exact' || (link.doubtful && !allHold(fit, noun))) return null;
  const itemsRange = trimmed(text, start, end);
  return { form: 'colon', fit, strong: false, itemsRange, spanStart: candidate.quoted.start, spanEnd: end };
}

/** The composite's first part at the start of the next block: “1”是街道治理中心，“3”是…, each in the same block or in one of its own. */
export function readPiecesBelow(
  text: string,
  blocks: readonly Block[],
  index: number,
  candidate: Candidate,
): Reading | null {
  const { numeric, quoted } = candidate;
  const parts = numeric?.parts ?? [];
  const next = blocks[index + 1];
  if (!numeric || parts.length < 2 || !next || next.kind === 'byline') return null;
  const opens = (block: Block, name: string): boolean => {
    const { start } = trimmed(text, block.start, block.end);
    return text.startsWith(`“${name}”`, start);
  };
  if (!opens(next, parts[0]?.term ?? '')) return null;
  let end = next.end;
  for (let at = index + 2; at < blocks.length && parts.some(({ term }) => opens(blocks[at] as Block, term)); at++)
    end = (blocks[at] as Block).end;
  const range = { start: next.start, end };
  const found = labelledParts(text, range, numeric);
  const fit: Fit | null = found && { kind: 'exact', parts: found };
  return fit && { form: 'that-is', fit, strong: false, itemsRange: range, spanStart: quoted.start, spanEnd: end };
}

/** How far behind a composite its parts may begin to be told, in UTF-16 code units. */
const farthestPart = 60;

/** A composite told piece by piece right behind it: …“一核两带”格局，“一核”即…，“两带”即…. */
function readPieces(text: string, candidate: Candidate, from: number, blockEnd: number): Reading | null {
  const { numeric, quoted } = candidate;
  const first = numeric && numeric.parts.length > 1 ? numeric.parts[0]?.term : undefined;
  if (!numeric || !first) return null;
  const near = indexIn(text, first, from, Math.min(blockEnd, from + longestTail * 2));
  // Farther on, past a sentence, the first part must stand by itself in quotation marks.
  const at = near < 0 ? indexIn(text, `“${first}”`, from, Math.min(blockEnd, from + farthestPart)) + 1 : near;
  if (at <= 0) return null;
  const range = { start: at - 1, end: Math.min(blockEnd, from + longestStretch) };
  const parts = labelledParts(text, range, numeric);
  if (!parts) return null;
  const fit: Fit = { kind: 'exact', parts };
  return { form: 'that-is', fit, strong: false, itemsRange: range, spanStart: quoted.start, spanEnd: range.end };
}

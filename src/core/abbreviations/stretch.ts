import type { TextRange } from '../text/range.ts';
import type { Candidate } from './candidates.ts';
import { noFit, spell, type Fit } from './fit.ts';
import { fitTerm, shortGroups } from './fitComposite.ts';
import { fitInitials, initialsOf, standInOrder } from './initials.ts';
import { tidy } from './lastItem.ts';
import { isItem } from './items.ts';
import { firstOf, indexIn, splitAt, trimmed } from './lists.ts';
import { countedNoun } from './numerals.ts';
import { allHold } from './reading.ts';

/** UTF-16 units in which a list of running text ends. */
export const longestStretch = 600;

/** Fits a stretch to a candidate: by its numerals, or by its characters where it has none (放管服). */
export function fitCandidate(text: string, range: TextRange, { numeric, term }: Candidate): Fit {
  if (!numeric) return fitInitials(text, range, term);
  const fit = titled(tidy(fitTerm(text, range, numeric), term), countedNoun(term));
  // 四千精神 (走遍千山万水、…): four things that each hold 千, not four thousand.
  const unit = numeric.expected === null ? undefined : /^[二三四五六七八九]([百千])/.exec(term)?.[1];
  return unit && !('items' in fit && fit.items?.every((item) => item.includes(unit))) ? noFit : fit;
}

/** 责任到位，镇村两级全部上岗；巡查到位，每周两次；…: of members that each go on behind a clause with what is counted that clause is the item. */
function titled(fit: Fit, noun: string): Fit {
  if (fit.kind !== 'exact' || !fit.items || noun === '') return fit;
  const titles = fit.items.map((item) => item.split(/[，,]/, 1)[0] ?? item);
  const many = fit.items.filter((item, i) => item !== titles[i]).length > 1;
  const told = fit.items.every((item, i) => !item.slice((titles[i] as string).length).includes(noun));
  return many && told && titles.every((title) => title.includes(noun)) ? { ...fit, items: titles } : fit;
}

/** What leads to a list: `firm` says that it is one (即, a colon), `listing` (包括) only that things are named, `weak` (是) may begin any sentence. */
export type Trust = 'firm' | 'listing' | 'weak';

/**
 * The list that starts at `start` has no end mark of its own: it is tried up to each ，, ； and 。 in turn. The first stretch that
 * fits is the list; a miscount is only read off the stretch up to the first mark that is no part of a list.
 */
export function fitStretch(
  text: string,
  start: number,
  blockEnd: number,
  candidate: Candidate,
  trust: Trust,
): { fit: Fit; end: number } {
  const weak = trust !== 'firm';
  const limit = Math.min(blockEnd, start + longestStretch);
  const sentence = firstOf(text, start, limit, '。！？!?\n');
  if (!candidate.numeric && !standInOrder(text, { start, end: sentence }, initialsOf(candidate.term)))
    return { fit: noFit, end: sentence };
  const quoted = quotedStretch(text, start, limit, candidate);
  if (quoted) return quoted;
  // A list of n items is through after n marks or a few more, where its items hold marks of their own.
  const most = weak ? 1 : (candidate.numeric?.expected ?? 8) + 4;
  let first: { fit: Fit; end: number } | undefined;
  let doubtful: { fit: Fit; end: number } | undefined;
  // 项目由各村共同商定，风险由公司和村共同承担，…: a later end at which every item holds what is counted is better.
  let settled: { fit: Fit; end: number } | undefined;
  let listed: { fit: Fit; end: number } | null = null;
  let stopped = false;
  const noun = countedNoun(candidate.term);
  const composite = (candidate.numeric?.parts.length ?? 0) > 1;
  for (let from = start, tries = 0; from < sentence && tries < most; tries++) {
    const end = firstOf(text, from, sentence, '，,；;—→');
    if (first && consequence.test(text.slice(from, from + 3)) && !text.startsWith(text.slice(start, start + 2), from)) {
      stopped = true;
      break;
    }
    from = end + 1;
    const trial = { fit: cleanEnd(fitCandidate(text, { start, end }, candidate), candidate.term, weak), end };
    first ??= trial;
    if (composite && !listed) listed = offPart(trial.fit) ? trial : listedShort(text, { start, end }, candidate);
    if (trial.fit.kind !== 'exact') continue;
    if (settled) {
      if (allHold(trial.fit, noun)) return trial;
    } else if (goesOn(text, start, end, sentence, composite)) doubtful ??= trial;
    else if (composite || weak || allHold(trial.fit, noun) || indexIn(text, noun, end, sentence) < 0) return trial;
    else settled = trial;
  }
  if (settled) return settled;
  if (composite && listed && !weak) return listed;
  if (composite && !stopped) {
    const fit = fitCandidate(text, { start, end: sentence }, candidate);
    if (fit.kind === 'exact') return { fit, end: sentence };
  }
  const run = trust === 'firm' && !stopped ? clauseRun(text, { start, end: sentence }, candidate) : null;
  if (doubtful && !composite) return run && run.fit.items.length > (candidate.numeric?.expected ?? 0) ? run : doubtful;
  if (run && first?.fit.kind === 'none') return run;
  if (trust === 'weak' || !first) return { fit: noFit, end: sentence };
  const next = text.charAt(first.end);
  // After a first clause with too few items, ， or ； may go on with the list; only a full stop or prose behind ， ends it.
  return first.fit.kind === 'short' && (next === '；' || next === ';') ? { fit: noFit, end: first.end } : first;
}

/** 即“与邻为善、以邻为伴”: the whole list stands in quotes of its own. */
function quotedStretch(
  text: string,
  start: number,
  limit: number,
  candidate: Candidate,
): { fit: Fit; end: number } | null {
  if (text.charAt(start) !== '“') return null;
  const close = firstOf(text, start + 1, limit, '。！？');
  const ends = text.charAt(close) === '”' && '，,。；;！\n'.includes(text.charAt(close + 1));
  if (!ends || indexIn(text, '“', start + 1, close) >= 0) return null;
  const fit = fitCandidate(text, { start: start + 1, end: close }, candidate);
  return fit.kind === 'exact' ? { fit, end: close + 1 } : null;
}

const offPart = (fit: Fit): boolean => fit.kind === 'short' && fit.off !== undefined;

/** 会议多、文件多、检查多，调研少、落实少: a group for each part, one of them too short or too long. */
function listedShort(text: string, range: TextRange, { numeric }: Candidate): { fit: Fit; end: number } | null {
  const fit = numeric && shortGroups(text, range, numeric.parts);
  return fit && { fit, end: range.end };
}

/** How a clause opens that says what a list is good for: …、早隔离，让群众放心. */
const consequence =
  /^(?:让|使|为(?!民|了)|从而|进而|以此|推动|促进|助力|确保(?!.?、)|不断|有效|切实|进一步|全面|全年|全镇|累计|实现|带动|形成|赢得|得到|取得|群众|居民)/;

/** 提高效率，提高质量，提高满意度: clauses in a row that open or end alike and hold what the term counts, but not as many as it says. */
function clauseRun(
  text: string,
  range: TextRange,
  { term, numeric }: Candidate,
): { fit: Fit & { kind: 'short' }; end: number } | null {
  const noun = countedNoun(term);
  const [first, ...others] = splitAt(text, range.start, range.end, '，,；;');
  if (!noun || !first || !numeric || numeric.loose || numeric.parts.length > 1 || numeric.expected === null)
    return null;
  const opening = text.slice(first.start, first.start + 2);
  const ending = text.slice(first.end - 2, first.end);
  const alike = [
    countWhile(others, (piece) => text.startsWith(opening, piece.start)),
    countWhile(others, (piece) => text.startsWith(ending, piece.end - 2)),
  ];
  const run = [first, ...others.slice(0, Math.max(...alike))];
  const items = spell(text, run);
  const differs = items.length > 1 && items.length !== numeric.expected;
  if (!differs || Math.abs(items.length - numeric.expected) > 2) return null;
  if (!items.every((item) => item.includes(noun) && isItem(item, 24) && !item.includes('、'))) return null;
  return { fit: { kind: 'short', items }, end: (run.at(-1) as TextRange).end };
}

function countWhile<One>(list: readonly One[], holds: (one: One) => boolean): number {
  const at = list.findIndex((one) => !holds(one));
  return at < 0 ? list.length : at;
}

/** True where a list may still go on behind `end`: a composite's behind ；, any where the next clause opens or ends as the list does. */
function goesOn(text: string, start: number, end: number, sentence: number, composite: boolean): boolean {
  if (end >= sentence) return false;
  if (composite) return text.charAt(end) === '；' || text.charAt(end) === ';';
  const next = trimmed(text, end + 1, sentence).start;
  const close = firstOf(text, next, sentence, '，,；;—');
  return (
    text.startsWith(text.slice(start, start + 2), next) ||
    (close - next > 3 && text.slice(close - 3, close) === text.slice(end - 3, end))
  );
}

/** 送良种、送化肥、送技术到田头: where all items but the last have one length and beginning, so has the last. */
function trimLast(items: readonly string[]): readonly string[] {
  const [first = '', ...others] = items;
  const last = others.pop() ?? '';
  const even = others.length > 0 && others.every((item) => item.length === first.length && item[0] === first[0]);
  if (!even || last[0] !== first[0] || !'到进给上入向至在'.includes(last[first.length] || ' ')) return items;
  return [first, ...others, last.slice(0, first.length)];
}

/**
 * A list in running text must not end in a clause of its own: “三会”是发现问题、解决问题、化解矛盾的有效途径 is no definition. Behind a
 * strong link (即, 指, a colon) an item may hold 的, unless what the items share ends in front of it. What is only said of the
 * term's own noun goes: “五有停车场”，即有标线、…、有管理员的停车场.
 */
export function cleanEnd(found: Fit, term: string, weak: boolean): Fit {
  if (found.kind !== 'exact') return found;
  const fit = { ...found, ...(found.items ? { items: trimLast(found.items) } : {}) };
  const items = fit.items ?? fit.parts?.flatMap((part) => part.items) ?? [];
  const last = items.at(-1) ?? '';
  const others = items.slice(0, -1);
  const at = last.lastIndexOf('的');
  if (at < 1 || !others.length || others.some((item) => item.includes('的'))) return fit;
  const named = last.endsWith(term.slice(-2)) && !others.some((item) => item.endsWith(term.slice(-2)));
  if (fit.items && named && at > 1) return { ...fit, items: [...others, last.slice(0, at)] };
  if (!weak && others.every((item) => item.at(-1) === last.at(-1))) return fit;
  // 指新技术、新品种、新模式的全面推广: the head of the last item is one of the row, the rest is said of all.
  const row = others.length > 1 && others.every((item) => item.length === at && item[0] === last[0]);
  if (!weak && fit.items && row) return { ...fit, items: [...others, last.slice(0, at)] };
  return !weak && !others.every((item) => item.at(-1) === last[at - 1]) ? fit : noFit;
}

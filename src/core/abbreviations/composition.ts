import type { Expansion, TermPart } from './model.ts';
import { splitComposite } from './numerals.ts';

/**
 * What a composite stands for where its parts are known: 三微三美 = 三微 + 三美. The longest known stretches come first, so
 * 两清一更新 known as such is one part. Null unless every part is known with its items; what nothing counts (多节点) may be missing.
 */
export function composeExpansion(term: string, lookup: (part: string) => Expansion | undefined): Expansion | null {
  const counted = splitComposite(term);
  const names = counted.map((part) => part.term);
  if (names.length < 2) return null;
  const parts: TermPart[] = [];
  for (let at = 0; at < names.length;) {
    const step = longestKnown(names, at, lookup);
    if (!step && counted[at]?.count !== null) return null;
    parts.push(...(step?.parts ?? []));
    at += step?.length ?? 1;
  }
  return parts.length ? { parts } : null;
}

function longestKnown(
  names: readonly string[],
  at: number,
  lookup: (part: string) => Expansion | undefined,
): { readonly parts: readonly TermPart[]; readonly length: number } | null {
  for (let length = Math.min(names.length - at, names.length - 1); length > 0; length--) {
    const term = names.slice(at, at + length).join('');
    const known = lookup(term);
    if (known?.parts?.length) return { parts: known.parts, length };
    if (known?.items?.length) return { parts: [{ term, items: known.items }], length };
  }
  return null;
}

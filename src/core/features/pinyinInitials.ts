import { pinyin, polyphonic } from 'pinyin-pro';

/** Spellings offered for one term: more would only match by accident. */
const MOST_READINGS = 6;

/**
 * The initials of the syllables of a term, in lower case: the likeliest reading first (三美两清一更新: smlqygx), then those that
 * read one character differently. This module holds the pinyin dictionary: load it when it is first needed, not before.
 */
export function pinyinInitials(term: string): readonly string[] {
  const options = { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'spaced' } as const;
  const likely = pinyin(term, options);
  const others = polyphonic(term, { pattern: 'first', toneType: 'none', type: 'array' });
  const readings = new Set([likely.join('')]);
  if (others.length !== likely.length) return [...readings];
  for (const [i, alternatives] of others.entries()) {
    for (const initial of alternatives) {
      if (readings.size >= MOST_READINGS) return [...readings];
      readings.add(likely.with(i, initial).join(''));
    }
  }
  return [...readings];
}

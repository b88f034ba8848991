import { blockBreak } from './pageText.ts';

const ends = '。！？；…';
const closings = '”’》）';

/**
 * Where the sentence at an offset of a page text starts: behind the end of the one before, its closing marks included, inside its
 * block and line.
 */
export function sentenceStart(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (at > 0 && text[at - 1] !== blockBreak && text[at - 1] !== '\n' && !isBetweenSentences(text, at)) at--;
  return at;
}

function isBetweenSentences(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (ends.includes(before))
    return !closings.includes(text.charAt(at) || ' ') && !ends.includes(text.charAt(at) || ' ');
  return (
    closings.includes(before) && ends.includes(text.charAt(at - 2) || ' ') && !closings.includes(text.charAt(at) || ' ')
  );
}

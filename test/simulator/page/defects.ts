import type { Random } from './random.ts';
import type { PrintStyle } from './style.ts';

const radicalOf = buildRadicals();

/** Ideographs that an extraction may give as the radical that looks alike. */
function buildRadicals(): ReadonlyMap<string, string> {
  const map = new Map<string, string>([['民', '\u2ea0']]);
  for (let code = 0x2f00; code <= 0x2fd5; code++) {
    const radical = String.fromCharCode(code);
    map.set(radical.normalize('NFKC'), radical);
  }
  return map;
}

/** Some of the characters that have one, as their radicals. */
export function withRadicals(text: string, share: number, random: Random): string {
  if (share === 0) return text;
  return text.replace(/\p{Script=Han}/gu, (char) => {
    const radical = radicalOf.get(char);
    return radical && random.chance(share) ? radical : char;
  });
}

/** Spaces around numbers, as web pages and typesetters put them. */
export function withNumberSpaces(text: string, share: number, random: Random): string {
  if (share === 0) return text;
  return text.replace(/(?<=\p{Script=Han})(?=\d)|(?<=[\d%])(?=\p{Script=Han})/gu, () =>
    random.chance(share) ? ' ' : '',
  );
}

/** Spaces that justification left behind marks and in front of quotation marks. */
export function withStraySpaces(line: string, style: PrintStyle, random: Random): string {
  if (style.strayAfterMark === 0 && style.strayBeforeQuote === 0) return line;
  return line
    .replace(/(?<=[，。、；])(?=[^，。、；”’）》])/gu, () =>
      random.chance(style.strayAfterMark) ? style.strayCharacter : '',
    )
    .replace(/(?<=[^\s，。、；：（“])(?=“)/gu, () =>
      random.chance(style.strayBeforeQuote) ? style.strayCharacter : '',
    );
}

const twice = (text: string) => text.replace(/[^\s]/gu, '$&$&');

/** A line printed twice: each character stands two times. */
export const doubled = twice;

/** A line of which one stretch of four characters and more was printed twice. */
export function partlyDoubled(text: string, random: Random): string {
  if (text.length < 5) return twice(text);
  const length = random.int(4, Math.min(text.length, 9));
  const start = random.int(0, text.length - length);
  return text.slice(0, start) + twice(text.slice(start, start + length)) + text.slice(start + length);
}

/** 工 作 简 报 */
export const spaced = (text: string) => [...text].join(' ');

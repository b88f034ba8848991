import { readFile } from 'node:fs/promises';

/** Encodings tried in turn where none is asked for; each must decode the whole file without an error. */
const guesses = ['utf-8', 'gb18030'] as const;

/**
 * Reads a text file whole: by `encoding` where one is given, else by its byte order mark, else as UTF-16 where its zero bytes show
 * it, else as UTF-8 and then as GB18030. Every byte must be part of a character: a text is never half-read.
 * @throws Error with a message for people where the file cannot be read or decoded
 */
export async function readText(file: string, encoding?: string): Promise<string> {
  const bytes = await readFile(file);
  const label = encoding ?? markedEncoding(bytes) ?? wideEncoding(bytes);
  if (!label && bytes.includes(0)) throw new Error('this is a binary file, not text');
  const failures: string[] = [];
  for (const guess of label ? [label] : guesses) {
    const text = decode(bytes, guess);
    if (text !== null && (encoding !== undefined || reads(text))) return text;
    failures.push(guess);
  }
  throw new Error(`cannot be decoded as ${failures.join(' or ')}; name the encoding with --encoding`);
}

function markedEncoding(bytes: Buffer): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) {
    if (third === 0 && fourth === 0) throw new Error('UTF-32 cannot be read; save the file as UTF-8');
    return 'utf-16le';
  }
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** Characters of Chinese text, its marks, and ASCII with its white space. */
const usual = /[\t\n\r -~\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;

/** UTF-16 without a byte order mark: line ends and digits bring zero bytes, and in one of the two orders it reads as Chinese. */
function wideEncoding(bytes: Buffer): string | null {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  const readsAs = (encoding: string): boolean => {
    const text = decode(bytes, encoding) ?? '';
    return (text.match(usual)?.length ?? 0) > text.length * 0.9;
  };
  return ['utf-16le', 'utf-16be'].find(readsAs) ?? null;
}

/** False for what only came out because nearly any bytes are characters of some kind in a wide encoding. */
function reads(text: string): boolean {
  return !/[\0\u0080-\u0084\u0086-\u009f\ue000-\uf8ff\ufffe\uffff]/.test(text);
}

function decode(bytes: Buffer, encoding: string): string | null {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Error(`the encoding “${encoding}” is unknown; try utf-8, gb18030, big5 or utf-16le`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

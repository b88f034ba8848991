import { readFile } from 'node:fs/promises';

/** Encodings tried in turn where none is asked for; each must decode the whole file without an error. */
const guesses = ['utf-8', 'gb18030'] as const;

/**
 * Reads a text file whole: by its byte order mark, by `encoding` where one is given, else as UTF-8 and then as GB18030.
 * @throws Error with a message for people where the file cannot be read or decoded; a text is never half-read.
 */
export async function readText(file: string, encoding?: string): Promise<string> {
  const bytes = await readFile(file);
  const label = encoding ?? markedEncoding(bytes);
  if (!label && bytes.includes(0)) throw new Error('this is a binary file, not text');
  const failures: string[] = [];
  for (const guess of label ? [label] : guesses) {
    const text = decode(bytes, guess);
    if (text !== null) return text;
    failures.push(guess);
  }
  throw new Error(`cannot be decoded as ${failures.join(' or ')}; name the encoding with --encoding`);
}

function markedEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
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

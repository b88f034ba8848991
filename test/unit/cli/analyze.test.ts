import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';

const text = '青禾镇召开会议\n\n　　近日，青禾镇召开“三会”制度推进会，部署下一阶段工作。\n';

/** GB18030 of characters that take two bytes in it, found by decoding all pairs: Node only decodes. */
function toGb18030(characters: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...characters].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (pairs.get(one) ?? []))));
}

const utf16 = (characters: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(characters, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

/** The command as people type it. */
function analyze(...args: readonly string[]): {
  readonly out: string;
  readonly told: string;
  readonly code: number | null;
} {
  const windows = process.platform === 'win32';
  const { stdout, stderr, status } = spawnSync(windows ? 'npm.cmd' : 'npm', ['run', '-s', 'analyze', '--', ...args], {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
  });
  return { out: stdout, told: stderr, code: status };
}

describe('npm run -s analyze', function () {
  this.timeout(120_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-newsletter-analyze-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function file(name: string, bytes: Uint8Array | string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  }

  it('reads UTF-8, GB18030 and UTF-16, with and without byte order mark, all to the same', async () => {
    const files = [
      await file('utf8.txt', text),
      await file('utf8-bom.txt', `\ufeff${text}`),
      await file('gb18030.txt', toGb18030(text)),
      await file('utf16le.txt', utf16(text)),
      await file('utf16le-bom.txt', utf16(`\ufeff${text}`)),
      await file('utf16be.txt', utf16(text, true)),
      await file('utf16be-bom.txt', utf16(`\ufeff${text}`, true)),
    ];
    const { out, told, code } = analyze('--jsonl', ...files);
    assert.deepEqual([told, code], ['', 0]);
    const found = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; title: string });
    assert.deepEqual(
      found.map((one) => one.file),
      files,
    );
    for (const one of found) assert.deepEqual({ ...one, file: '' }, { ...found[0], file: '' });
    assert.equal(found[0]?.title, '青禾镇召开会议');
  });

  it('tells which files it cannot read and why, analyses the others, and ends with 1', async () => {
    const whole = await file('whole.txt', text);
    const cutShort = await file('cut.txt', Buffer.concat([Buffer.from('\ufeff青禾'), Buffer.of(0xe9, 0x95)]));
    const oddUtf16 = await file('odd.txt', Buffer.concat([utf16('\ufeff青禾镇'), Buffer.of(0x53)]));
    const latin = await file('latin.txt', Buffer.from('caf\u00e9 na\u00efve\n', 'latin1'));
    const binary = await file('picture.txt', Buffer.of(0x89, 0x50, 0, 0, 0, 0x0d, 1));
    const wide = await file('utf32.txt', Buffer.of(0xff, 0xfe, 0, 0, 0x52, 0x97, 0, 0));
    const missing = join(folder, 'missing.txt');
    const { out, told, code } = analyze('--jsonl', cutShort, oddUtf16, latin, binary, wide, missing, whole);
    assert.equal(code, 1);
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { file: string }).file),
      [whole],
    );
    const lines = told.trimEnd().split('\n').sort();
    assert.equal(lines.filter((line) => line.startsWith(`${missing}: ENOENT`)).length, 1);
    assert.deepEqual(
      lines.filter((line) => !line.startsWith(missing)),
      [
        `${cutShort}: cannot be decoded as utf-8; name the encoding with --encoding`,
        `${latin}: cannot be decoded as utf-8 or gb18030; name the encoding with --encoding`,
        `${oddUtf16}: cannot be decoded as utf-16le; name the encoding with --encoding`,
        `${binary}: this is a binary file, not text`,
        `${wide}: UTF-32 cannot be read; save the file as UTF-8`,
      ].sort(),
    );
  });

  it('takes the encoding that is named, and says which names it knows', async () => {
    const big5 = await file('big5.txt', Buffer.of(0xaf, 0xf3, 0xa5, 0xfd, 0x0a));
    assert.match(analyze('--encoding', 'big5', big5).out, /[\u4e00-\u9fff]/);
    const wrong = analyze('--encoding', 'nonsense', big5);
    assert.equal(wrong.code, 1);
    assert.match(wrong.told, /the encoding “nonsense” is unknown; try utf-8/);
  });

  it('goes through a folder in order, past what may not be read', async function () {
    const below = join(folder, 'below');
    await mkdir(join(below, 'deeper'), { recursive: true });
    const names = ['a.txt', join('deeper', 'b.newsletter'), 'c.jianbao'].map((name) => join('below', name));
    for (const name of names) await file(name, text);
    await file(join('below', 'notes.md'), text);
    const locked = await file(join('below', 'locked.txt'), text);
    await chmod(locked, 0);
    const { out, told, code } = analyze('--jsonl', below);
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { file: string }).file);
    // The administrator of a system may read everything.
    const mayRead = process.platform === 'win32' || process.getuid?.() === 0;
    assert.deepEqual(files.filter((one) => one !== locked).sort(), names.map((name) => join(folder, name)).sort());
    assert.equal(code, mayRead ? 0 : 1);
    if (!mayRead) assert.match(told, /locked\.txt: EACCES/);
  });
});

import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { cleanUp, fileUri, openFile, townPage } from './support/pages.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand<vscode.Uri | undefined>(`policyNewsletter.${command}`, ...args);

const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** What the editor tells the person while `action` goes on; the messages are shown as ever. */
async function errorsDuring(action: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const show = vscode.window.showErrorMessage;
  vscode.window.showErrorMessage = ((message: string, ...rest: never[]) => {
    said.push(message);
    return show(message, ...rest);
  }) as typeof show;
  try {
    await action();
  } finally {
    vscode.window.showErrorMessage = show;
  }
  return said;
}

const exports: readonly (readonly [command: string, ending: string, text: (content: Uint8Array) => string])[] = [
  ['exportHtml', 'html', (content) => new TextDecoder().decode(content)],
  ['exportText', 'clean.txt', (content) => new TextDecoder().decode(content)],
  ['print', 'html', (content) => new TextDecoder().decode(content)],
  ['exportDocx', 'docx', (content) => strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array())],
];

describe('Exports', () => {
  let source: vscode.TextDocument;
  let registered: vscode.Disposable;

  before(() => {
    registered = vscode.workspace.registerFileSystemProvider('failing', failing, { isCaseSensitive: true });
  });
  after(() => registered.dispose());

  beforeEach(async () => {
    source = await openFile('青禾.newsletter', townPage);
  });
  afterEach(async () => {
    failing.clear();
    await cleanUp();
    for (const [name] of await vscode.workspace.fs.readDirectory(fileUri('.'))) {
      await vscode.workspace.fs.delete(fileUri(name), { recursive: true, useTrash: false });
    }
  });

  /** Without the folder in which VS Code keeps settings, as other tests change them. */
  const filesInFolder = async () =>
    (await vscode.workspace.fs.readDirectory(fileUri('.')))
      .map(([name]) => name)
      .filter((name) => name !== '.vscode')
      .sort();

  for (const [command, ending, textOf] of exports) {
    it(`write the page as it reads, whole and alone (${command})`, async () => {
      const target = fileUri(`青禾.${ending}`);
      assert.equal(String(await run(command, source.uri, target)), target.toString());
      const text = textOf(await vscode.workspace.fs.readFile(target));
      assert.match(text, /近年来，青禾镇坚持党建引领基层治理，坚持社区全覆盖、楼组全参与，/);
      assert.match(text, /完成162个点位整治，同比增长59.8%，惠及居民两千余户。/);
      assert.doesNotMatch(text, /““小小/);
      assert.deepEqual(await filesInFolder(), [`青禾.${ending}`, '青禾.newsletter'].sort());
    });

    it(`take the place of an older file (${command})`, async () => {
      const target = fileUri(`青禾.${ending}`);
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('旧'.repeat(100_000)));
      assert.equal(String(await run(command, source.uri, target)), target.toString());
      assert.match(textOf(await vscode.workspace.fs.readFile(target)), /近年来，青禾镇/);
      assert.deepEqual(await filesInFolder(), [`青禾.${ending}`, '青禾.newsletter'].sort());
    });

    it(`keep the old file and tell what to do where writing fails half-way (${command})`, async () => {
      const target = failing.file(`旧.${ending}`);
      failing.put(target, '旧的内容');
      const said = await errorsDuring(() => run(command, source.uri, target) as Promise<unknown>);
      assert.equal(said.length, 1);
      assert.match(said[0] ?? '', /the disk is full\. Make room or save it elsewhere/);
      assert.deepEqual(failing.contents(), { [target.path]: '旧的内容' });
    });
  }

  it('leave nothing behind where a disk cuts the file short without a word', async () => {
    failing.mode = 'short';
    const target = failing.file('新.html');
    const said = await errorsDuring(() => run('exportHtml', source.uri, target) as Promise<unknown>);
    assert.equal(said.length, 1);
    assert.deepEqual(failing.contents(), {});
  });

  it('bring the old file back where the new one cannot take its place', async () => {
    failing.mode = 'rename';
    const target = failing.file('旧.html');
    failing.put(target, '旧的内容');
    const said = await errorsDuring(() => run('exportHtml', source.uri, target) as Promise<unknown>);
    assert.equal(said.length, 1);
    assert.deepEqual(failing.contents(), { [target.path]: '旧的内容' });
  });

  it('never replace the newsletter itself', async () => {
    const said = await errorsDuring(() => run('exportText', source.uri, source.uri) as Promise<unknown>);
    assert.match(said.join('\n'), /is the newsletter itself/);
    assert.equal(await read(source.uri), townPage);
  });

  it('work into a file system of another kind', async () => {
    failing.mode = 'none';
    const target = failing.file('好.html');
    assert.equal(String(await run('exportHtml', source.uri, target)), target.toString());
    assert.deepEqual(Object.keys(failing.contents()), [target.path]);
  });

  it('take what is typed but not saved, and follow the settings', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(source.uri, new vscode.Position(0, 0), '2026年1月5日　第2版\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const settings = vscode.workspace.getConfiguration('policyNewsletter');
    const target = fileUri('青禾.html');
    await run('exportHtml', source.uri, target);
    assert.match(await read(target), /第2版/);
    try {
      await settings.update('export.dropFurniture', true, vscode.ConfigurationTarget.Global);
      await settings.update('export.layout', 'official', vscode.ConfigurationTarget.Global);
      await run('exportHtml', source.uri, target);
      assert.doesNotMatch(await read(target), /第2版/);
      assert.match(await read(target), /<body class="print" data-layout="official">/);
    } finally {
      await settings.update('export.dropFurniture', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('export.layout', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

/** A small file system in memory that fails as it is told. */
class FailingFiles implements vscode.FileSystemProvider {
  /** `full`: a file is written in half and the disk is full; `short`: in half without a word; `rename`: onto no new name. */
  mode: 'full' | 'short' | 'rename' | 'none' = 'full';
  readonly #files = new Map<string, Uint8Array>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  file(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: 'failing', path: `/${name}` });
  }

  put(uri: vscode.Uri, text: string): void {
    this.#files.set(uri.path, new TextEncoder().encode(text));
  }

  contents(): Record<string, string> {
    return Object.fromEntries([...this.#files].map(([path, data]) => [path, new TextDecoder().decode(data)]));
  }

  clear(): void {
    this.#files.clear();
    this.mode = 'full';
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: Date.now(), size: this.readFile(uri).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const data = this.#files.get(uri.path);
    if (!data) throw vscode.FileSystemError.FileNotFound(uri);
    return data;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const fails = this.mode === 'full' || this.mode === 'short';
    this.#files.set(uri.path, fails ? content.slice(0, content.length >> 1) : content);
    if (this.mode === 'full') throw new Error('ENOSPC: no space left on device, write');
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    if (this.mode === 'rename' && from.path.endsWith('.part')) throw vscode.FileSystemError.Unavailable('gone');
    this.#files.set(to.path, this.readFile(from));
    this.#files.delete(from.path);
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.#files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions('There are no folders here.');
  }
}

const failing = new FailingFiles();

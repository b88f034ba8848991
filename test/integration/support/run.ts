import 'mocha/mocha.js';
import * as vscode from 'vscode';

declare const TEST_HOST: 'node' | 'web';
declare const TEST_GREP: string;

/** Which extension host the tests are in. */
export const host = TEST_HOST;

/**
 * Runs the tests that `load` defines. Results are written, one JSON object a line, to `results.jsonl` beside the workspace
 * folder: the one way out that every host has. Rejects when a test failed, so that a desktop VS Code ends with an error.
 */
export async function runTests(load: () => void): Promise<void> {
  const results = new Results();
  let failures = 1;
  try {
    // Mocha's build for browsers runs in both hosts; only its runner is used, with a reporter that touches no page.
    mocha.setup({ ui: 'bdd', timeout: 60_000, retries: 1, reporter: Mocha.reporters.Base });
    if (TEST_GREP) mocha.grep(TEST_GREP);
    load();
    failures = await runMocha(results);
  } catch (error) {
    results.add({
      type: 'fail',
      title: 'The tests could not be loaded',
      message: (error as Error).stack ?? String(error),
    });
  }
  results.add({ type: 'end' });
  await results.written;
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

function runMocha(results: Results): Promise<number> {
  return new Promise<number>((done) => {
    const runner = run.call(mocha, done);
    runner.on('pass', (test) => results.add({ type: 'pass', title: test.fullTitle(), ms: test.duration ?? 0 }));
    const tell = (type: 'fail' | 'retry', test: Mocha.Runnable, error: Error): void =>
      results.add({ type, title: test.fullTitle(), message: error.stack ?? String(error) });
    runner.on('fail', (test, error: Error) => tell('fail', test, error));
    runner.on('retry', (test, error: Error) => tell('retry', test, error));
  });
}

/** The page's `mocha.run` wants an address bar; that of the class does not. */
const run: Mocha['run'] = (globalThis as unknown as { Mocha: { prototype: Mocha } }).Mocha.prototype.run;

class Results {
  readonly #file = vscode.Uri.joinPath(workspaceFolder(), '../results.jsonl');
  #text = '';
  written: Promise<void> = Promise.resolve();

  add(line: object): void {
    this.#text += `${JSON.stringify(line)}\n`;
    const text = this.#text;
    this.written = this.written.then(async () =>
      vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(text)),
    );
  }
}

/** The folder that the window of the tests has open; empty at first. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need a window with a folder open.');
  return folder.uri;
}

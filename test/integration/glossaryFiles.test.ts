import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, hoverText, openFile, openPage, positionOf, until, writeFile } from './support/pages.ts';

const page = '青禾镇开展“七横八竖”工程，成效明显，群众满意，各方称赞。\n';

const entry = (term: string, explanation: string) =>
  `  - term: ${term}\n    senses:\n      - explanation: ${explanation}\n        place: 青禾镇\n`;

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const start = positionOf(document, from);
  edit.replace(document.uri, new vscode.Range(start, document.positionAt(document.offsetAt(start) + from.length)), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function offered(document: vscode.TextDocument, text: string, into = text.length): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    positionOf(document, text, into),
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('A glossary of ten thousand entries', () => {
  afterEach(() => cleanUp());

  it('is read without holding up what else goes on; a changed entry shows at once and a syntax error loses nothing', async function () {
    const digits = '一二三四五六七八九十';
    const term = (i: number) => [...String(i).padStart(5, '0')].map((digit) => digits[Number(digit)]).join('');
    const entries = Array.from({ length: 10_000 }, (_, i) => entry(`${term(i)}工程`, `第${i}号工程`));
    const document = await openPage(page);
    const place = positionOf(document, '七横', 1);
    const beats = heartbeat();
    const uri = await writeFile('large.glossary.yaml', `entries:\n${entries.join('')}${entry('七横八竖', '路网')}`);
    await until('the explanation', async () => (await hoverText(document, place)).includes('路网'));
    const read = beats.stop();
    assert.ok(read.count > 20, `${read.count} other turns while the glossary was read`);

    const glossary = await vscode.workspace.openTextDocument(uri);
    const edited = heartbeat();
    await replace(glossary, '路网', '新的路网');
    await until('the change', async () => (await hoverText(document, place)).includes('新的路网'));
    const changed = edited.stop();

    await replace(glossary, '第5000号工程', '[第5000号工程');
    const [problem] = await until('the problem', () => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length > 0 && found;
    });
    // A list that is not closed can be told of where it begins or on the line behind it.
    const behind = (problem?.range.start.line ?? 0) - positionOf(glossary, '[第5000号工程').line;
    assert.ok(behind === 0 || behind === 1, `${behind} lines behind`);
    assert.ok((await hoverText(document, place)).includes('新的路网'));
    if (this.test) {
      const times = [read, changed].map(({ ms, longest }) => `${ms} ms, longest pause ${longest} ms`);
      this.test.title += ` (read: ${times[0]}; changed: ${times[1]})`;
    }
    await glossary.save();
    await cleanUp('large.glossary.yaml');
    await until('the file to be forgotten', () => vscode.languages.getDiagnostics(uri).length === 0);
  });
});

/** Counts the turns of the extension host's loop and the longest wait between two; in milliseconds. */
function heartbeat(): { stop(): { count: number; longest: number; ms: number } } {
  const started = Date.now();
  let [last, count, longest] = [started, 0, 0];
  const timer = setInterval(() => {
    longest = Math.max(longest, Date.now() - last);
    last = Date.now();
    count++;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return { count, longest, ms: Date.now() - started };
    },
  };
}

describe('A glossary file in the editor', () => {
  afterEach(() => cleanUp());

  it('in JSON is reported at its line when it is broken, and what it said stays in use', async () => {
    const good = '{\n  "entries": [\n    { "term": "七横八竖", "senses": [{ "explanation": "路网" }] }\n  ]\n}\n';
    const document = await openPage(page);
    const explains = async () => (await hoverText(document, positionOf(document, '七横', 1))).includes('路网');
    const glossary = await openFile('b.glossary.json', good);
    await until('the explanation', explains);
    await replace(glossary, '"路网" }]', '"路网" }');
    await glossary.save();
    const ours = () =>
      vscode.languages.getDiagnostics(glossary.uri).filter((one) => one.source === 'policy-newsletter');
    const problem = await until('the problem', () => ours()[0]);
    assert.ok(problem.range.start.line >= 2, `line ${problem.range.start.line}`);
    assert.ok(await explains());
    await cleanUp('b.glossary.json');
  });

  it('in JSON is completed and validated by the schema', async () => {
    const text =
      '{ "entries": [{ "term": "三清", "senses": [{ "items": ["清河", "清路", "清院"], "scope": "town",  }] }] }';
    const document = await openFile('c.glossary.json', text);
    const keys = await until('the keys', async () => {
      const labels = await offered(document, '"town", ');
      return labels.some((label) => label.includes('explanation')) && labels;
    });
    assert.ok(!keys.some((label) => label.includes('scope')), keys.join());
    await replace(document, '"town", ', '"village"');
    await until('a warning', () =>
      vscode.languages.getDiagnostics(document.uri).some(({ range }) => document.getText(range).includes('village')),
    );
    await cleanUp('c.glossary.json');
  });

  it('in YAML is completed and validated by the same schema', async () => {
    const text =
      'entries:\n  - term: 三清\n    senses:\n      - items: [清河, 清路, 清院]\n        scope: \n        \n';
    const document = await openFile('d.glossary.yaml', text);
    assert.deepEqual(await offered(document, 'scope: '), ['national', 'province', 'city', 'district', 'town']);
    const keys = await offered(document, 'scope: \n        ');
    assert.ok(keys.includes('source') && !keys.includes('items') && !keys.includes('scope'), keys.join());
    await replace(document, 'scope: ', 'scope: village');
    const problem = await until('the problem', () => vscode.languages.getDiagnostics(document.uri)[0]);
    assert.equal(problem.range.start.line, 4);
    await cleanUp('d.glossary.yaml');
  });
});

describe('A glossary that another window writes meanwhile', () => {
  afterEach(() => cleanUp('shared.glossary.yaml'));

  it('is not overwritten by an entry that is added here, which waits in its editor and is not said to be saved', async () => {
    const uri = await writeFile('shared.glossary.yaml', `entries:\n${entry('甲', '第一')}`);
    const glossary = await vscode.workspace.openTextDocument(uri);
    await replace(glossary, '第一', '第一个');
    const others = `entries:\n${entry('甲', '第一')}${entry('乙', '第二，由别的窗口加入')}`;
    await writeFile('shared.glossary.yaml', others);
    const added: unknown = await vscode.commands.executeCommand('policyNewsletter.addToGlossary', {
      term: '丙',
      senses: [{ explanation: '第三' }],
    });
    assert.equal(added, false);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), others);
    assert.match(glossary.getText(), /丙/);
    await vscode.window.showTextDocument(glossary);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.equal(glossary.getText(), others);
  });
});

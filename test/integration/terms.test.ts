import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, fileUri, openFile, openPage, positionOf, townPage, until, writeFile } from './support/pages.ts';

const defines =
  '青禾镇推进“三清”（清河道、清楼道、清街道）行动，成效明显，群众满意。\n\n各社区把“三清”作为重点，工作走进楼道。\n';
const composite = '三清两建一提升';
const uses = '临江区各街道学习青禾镇“三清”经验，工作扎实推进，居民纷纷点赞。\n';

const at = (document: vscode.TextDocument, text: string, into = 1) => [document.uri, positionOf(document, text, into)];

async function completions(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    undefined,
    30,
  );
  return list.items;
}

describe('A term', () => {
  afterEach(() => cleanUp());

  it('leads to its definition, from either half of a broken one too', async () => {
    const document = await openPage();
    for (const place of [at(document, composite), at(document, '\n一提升”（', 2)]) {
      const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        ...place,
      );
      assert.ok(link);
      assert.equal(document.getText(link.targetRange), '三清两建\n一提升');
    }
  });

  it('is highlighted wherever it stands, over line ends too', async () => {
    const document = await openPage();
    const places = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      ...at(document, composite),
    );
    assert.deepEqual(
      places.map((place) => document.getText(place.range)),
      [composite, '三清两建\n一提升'],
    );
    assert.equal(places[1]?.kind, vscode.DocumentHighlightKind.Write);
  });

  it('is found in all newsletters of the workspace', async () => {
    await writeFile('other.newsletter', uses);
    const document = await openFile('first.newsletter', defines);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      ...at(document, '三清'),
    );
    const files = places.map((place) => place.uri.path.split('/').at(-1));
    assert.deepEqual(files.sort(), ['first.newsletter', 'first.newsletter', 'other.newsletter']);
    await cleanUp('first.newsletter', 'other.newsletter');
  });

  it('is renamed in newsletters and glossaries, in one step, with its line break kept', async () => {
    const other = await writeFile('also-renamed.newsletter', uses.replace('三清', composite));
    const before = `entries:\n  - term: ${composite}\n    senses:\n      - explanation: 三清行动\n`;
    const glossary = await writeFile('town.glossary.yaml', before);
    const document = await openFile('renamed.newsletter', townPage);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      ...at(document, composite),
      '四净两建一提升',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), townPage.replaceAll('三清两建', '四净两建'));
    const text = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.equal(await text(other), uses.replace('三清', '四净两建一提升'));
    assert.equal(await text(glossary), before.replace(composite, '四净两建一提升'));
    await vscode.workspace.saveAll(false);
    await cleanUp('renamed.newsletter', 'also-renamed.newsletter', 'town.glossary.yaml');
  });

  it('cannot be renamed to nothing', async () => {
    const document = await openPage(defines);
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', ...at(document, '三清'), '“”'),
      ),
    );
  });

  it('is marked as explained or not', async () => {
    const document = await openPage(`${defines}推进“七横八竖九转弯”工作，成效明显，群众满意。\n`);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const modifiers = [];
    for (let i = 4; i < tokens.data.length; i += 5) modifiers.push(tokens.data[i]);
    assert.ok(modifiers.filter((one) => one === 1).length >= 2, `explained: ${modifiers.join()}`);
    assert.ok(modifiers.includes(2), `unexplained: ${modifiers.join()}`);
  });
});

describe('Completion', () => {
  afterEach(() => cleanUp());

  const offered = async (typed: string) => {
    const document = await openPage(`${defines}继续推进${typed}`);
    return { document, items: await completions(document, document.positionAt(document.getText().length)) };
  };
  const labels = (items: readonly vscode.CompletionItem[]) => items.map((item) => item.label);

  it('goes on from the first character of a term and quotes it', async () => {
    const { document, items } = await offered('三');
    const item = items.find((one) => one.label === '三清');
    assert.ok(item, labels(items).join());
    assert.equal(item.insertText, '“三清”');
    assert.equal(document.getText(item.range as vscode.Range), '三');
  });

  it('leaves the quotation marks out where they stand already', async () => {
    const { items } = await offered('“三');
    assert.equal(items.find((one) => one.label === '三清')?.insertText, '三清');
  });

  it('offers the term with its items', async () => {
    const { items } = await offered('“三');
    assert.ok(
      items.some((one) => one.insertText === '三清（清河道、清楼道、清街道）'),
      labels(items).join(),
    );
  });

  it('knows terms by their pinyin initials, and those of the built-in glossary', async () => {
    const { items } = await offered('sq');
    assert.ok(labels(items).includes('三清'), labels(items).join());
    const builtin = await offered('shyk');
    assert.ok(labels(builtin.items).includes('三会一课'), labels(builtin.items).join());
  });

  it('shows the card beside the term', async () => {
    const { items } = await offered('“三');
    const documentation = items.find((one) => one.label === '三清')?.documentation as vscode.MarkdownString | undefined;
    assert.ok(documentation?.value.includes('清楼道'));
  });
});

describe('The glossary appendix', () => {
  afterEach(() => cleanUp());

  const insert = () => vscode.commands.executeCommand('policyNewsletter.insertGlossaryAppendix');

  it('is put at the end, updated by the same command, and undone in one step', async () => {
    const document = await openPage(defines);
    assert.equal(await insert(), true);
    assert.ok(document.getText().startsWith(defines.trimEnd()));
    assert.match(document.getText(), /名词解释\n1\. “三清”：指清河道、清楼道、清街道。\n$/);
    assert.equal(await insert(), false);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), defines);
  });
});

describe('Term history', () => {
  it('follows a term over the newsletters of the workspace by their dates', async () => {
    await writeFile('2023-05-01.newsletter', '推进“三清”（清河道、清楼道、清田园）工作，成效明显，群众满意。\n');
    await writeFile('2024-06-01.newsletter', defines);
    type History = { definitions: { date: string; change: string; added: string[] }[]; firstUse: { date: string } };
    const history = await vscode.commands.executeCommand<History>('policyNewsletter.termHistory', '三清');
    assert.deepEqual(
      history.definitions.map(({ date, change }) => `${date} ${change}`),
      ['2023-05-01 first', '2024-06-01 changed'],
    );
    assert.deepEqual(history.definitions[1]?.added, ['清街道']);
    assert.equal(history.firstUse.date, '2023-05-01');
    await cleanUp('2023-05-01.newsletter', '2024-06-01.newsletter');
  });
});

describe('Language model tools', () => {
  afterEach(() => cleanUp());

  async function call(name: string, input: object): Promise<string> {
    const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  }

  it('look a term up, and list what a document holds, without any model', async () => {
    await openPage(defines);
    const card = JSON.parse(await call('policyNewsletter_lookupTerm', { term: '三清' }));
    assert.equal(card.explainedBy, 'document');
    const unknown = JSON.parse(await call('policyNewsletter_lookupTerm', { term: '七横八竖' }));
    assert.equal(unknown.explainedBy, null);
    const listed = JSON.parse(await call('policyNewsletter_documentTerms', {}));
    assert.ok(listed.terms.some((one: { term: string }) => one.term === '三清'));
  });

  it('read nothing outside of the workspace', async () => {
    const outside = fileUri('../elsewhere.txt');
    const told = await call('policyNewsletter_documentTerms', { uri: outside.toString() });
    assert.match(told, /error/);
  });
});

describe('Workspace glossaries', () => {
  afterEach(() => cleanUp());

  const page = '青禾镇开展“七横八竖”工程，成效明显，群众满意，各方称赞。\n';
  const hover = async (document: vscode.TextDocument) => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      ...at(document, '七横'),
    );
    return hovers.flatMap((one) => one.contents.map((content) => (content as vscode.MarkdownString).value)).join('\n');
  };

  it('explain a term as soon as they say so, unsaved changes included; a broken file is told of and loses nothing', async () => {
    const uri = await writeFile(
      'a.glossary.yaml',
      'entries:\n  - term: 七横八竖\n    senses:\n      - explanation: 七条横路和八条竖路\n',
    );
    const document = await openPage(page);
    await until('the explanation', async () => (await hover(document)).includes('七条横路'));

    const glossary = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    const place = positionOf(glossary, '七条横路');
    edit.replace(uri, new vscode.Range(place, place.translate(0, 4)), '七条新的横路');
    await vscode.workspace.applyEdit(edit);
    await until('the unsaved change', async () => (await hover(document)).includes('七条新的横路'));

    const breaking = new vscode.WorkspaceEdit();
    breaking.insert(uri, new vscode.Position(glossary.lineCount, 0), '  - term: [坏\n');
    await vscode.workspace.applyEdit(breaking);
    const problem = await until('the problem', () => vscode.languages.getDiagnostics(uri)[0]);
    assert.ok(problem.range.start.line >= 3, `line ${problem.range.start.line}`);
    assert.ok((await hover(document)).includes('七条新的横路'));

    await glossary.save();
    await cleanUp('a.glossary.yaml');
    await until('the file to be forgotten', () => vscode.languages.getDiagnostics(uri).length === 0);
  });

  it('take up a term by command, in a file that is made for the first one', async () => {
    const document = await openPage(page);
    const first = { term: '七横八竖', senses: [{ items: ['横', '竖'] }] };
    assert.equal(await vscode.commands.executeCommand('policyNewsletter.addToGlossary', first), true);
    const second = { term: '九转', senses: [{ explanation: '九个弯' }] };
    assert.equal(await vscode.commands.executeCommand('policyNewsletter.addToGlossary', second), true);
    const bytes = await vscode.workspace.fs.readFile(fileUri('newsletter.glossary.json'));
    const text = new TextDecoder().decode(bytes);
    assert.deepEqual(JSON.parse(text), { entries: [first, second] });
    await until('the explanation', async () => (await hover(document)).includes('横'));
    await cleanUp('newsletter.glossary.json');
  });

  it('are joined by what the other newsletters of the workspace define', async () => {
    await writeFile(
      'neighbour.newsletter',
      '推进“七横八竖”（七条横路、八条竖路）工作，成效明显，群众满意。\n\n“三清”（清河、清路、清院）行动有序开展，居民积极参与其中。\n',
    );
    const document = await openPage('青禾镇学习“三清”做法，成效明显，群众满意，各方称赞。\n');
    await until('the harvested meaning', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        ...at(document, '三清'),
      );
      const text = hovers
        .flatMap((one) => one.contents.map((content) => (content as vscode.MarkdownString).value))
        .join();
      return text.includes('清院') && text.includes('neighbour');
    });
    await cleanUp('neighbour.newsletter');
  });
});

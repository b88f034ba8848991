import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, findingsOn, hoverText, openFile, openPage, positionOf, until, writeFile } from './support/pages.ts';

const defines = '青禾镇推进“三清”（清河道、清楼道、清街道）行动，成效明显，群众满意。\n';

async function fixesOf(document: vscode.TextDocument, code: string): Promise<vscode.CodeAction[]> {
  const finding = await until(code, () => findingsOn(document, code)[0]);
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, finding.range, kind, 100);
}

async function take(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title.includes(title));
  assert.ok(action?.edit, `“${title}” is not among ${actions.map((one) => one.title).join(' | ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

describe('The card of a term', () => {
  afterEach(() => cleanUp());

  it('names the document that states a built-in meaning, and the other meanings below', async () => {
    const document = await openPage('各支部落实“三会一课”制度，学习教育常态开展。\n');
    const text = await hoverText(document, positionOf(document, '三会一课', 1));
    for (const part of ['党课', '《', 'Insert explanation here', 'Add to glossary', 'Term history', 'Used once']) {
      assert.ok(text.includes(part), `${part} is missing in ${text}`);
    }
  });

  it('says where the term is defined and how often it is used', async () => {
    const document = await openPage(`${defines}\n各社区把“三清”作为重点，“三清”走进楼道。\n`);
    const text = await hoverText(document, positionOf(document, '把“三清', 2));
    assert.match(text, /line 1[\s\S]*Used 3 times[\s\S]*Go to definition, line 1/);
  });

  it('inserts the explanation behind the closing quotation mark, and one undo takes it back', async () => {
    const page = '各支部落实“三会\r\n一课”制度，学习教育常态开展。\r\n';
    const document = await openPage(page);
    const link = /command:policyNewsletter\.insertExplanation\?([^)]+)/.exec(
      await hoverText(document, positionOf(document, '一课', 1)),
    );
    assert.ok(link?.[1]);
    const args = JSON.parse(decodeURIComponent(link[1])) as unknown[];
    assert.equal(await vscode.commands.executeCommand('policyNewsletter.insertExplanation', ...args), true);
    assert.match(document.getText(), /^各支部落实“三会\r\n一课”（[^）]*党课[^）]*）制度，学习教育常态开展。\r\n$/);
    // The card was made for the text as it was: it changes nothing in another one.
    assert.equal(await vscode.commands.executeCommand('policyNewsletter.insertExplanation', ...args), false);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), page);
  });

  it('leads to the workspace glossary that explains the term', async () => {
    const glossary = await writeFile(
      'leads.glossary.yaml',
      'entries:\n  - term: 七横八竖\n    senses: [{ explanation: 路网 }]\n',
    );
    const document = await openPage('青禾镇开展“七横八竖”工程，成效明显，群众满意，各方称赞。\n');
    const at = [document.uri, positionOf(document, '七横', 1)] as const;
    const [link] = await until('the definition', async () => {
      const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        ...at,
      );
      return links.length > 0 && links;
    });
    assert.equal(link?.targetUri.toString(), glossary.toString());
    assert.equal(link?.targetRange.start.line, 1);
    await cleanUp('leads.glossary.yaml');
  });
});

describe('Find All References', () => {
  it('leaves the definition out where the person asks for uses only', async () => {
    const document = await openFile('only.newsletter', `${defines}\n各社区把“三清”作为重点，工作走进楼道。\n`);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, '三清', 1),
    );
    assert.equal(places.length, 2);
    await cleanUp('only.newsletter');
  });
});

describe('Rename', () => {
  afterEach(() => cleanUp());

  it('is one undo, and touches no character but the term’s', async () => {
    const page =
      '\ufeff青禾镇推进“三  清”（清河道、清楼道、清街道）行动，  成效明显。\r\n\r\n　　““三三清清””走走进进楼楼道道，“三\r\n清”见效\u00a0。\r\n';
    const document = await openPage(page);
    const before = document.getText();
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, '清”（', 0),
      '四净',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const renamed = document.getText();
    assert.notEqual(renamed, before);
    const others = (text: string) => text.replace(/[三清四净]/g, '');
    assert.equal(others(renamed), others(before));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});

describe('Quick fixes of terms', () => {
  afterEach(() => cleanUp());

  it('insert the explanation of a term that only a glossary explains, or put the term into one', async () => {
    const known = '{ "entries": [{ "term": "七横八竖", "senses": [{ "explanation": "七条横路和八条竖路。" }] }] }';
    await writeFile('roads.glossary.json', known);
    const page = '青禾镇开展“七横八竖”工程，成效明显，群众满意，各方称赞。\n';
    const document = await openPage(page);
    await until('the glossary', async () =>
      (await hoverText(document, positionOf(document, '七横', 1))).includes('竖路'),
    );
    const actions = await fixesOf(document, 'abbreviation/unexplained');
    await take(actions, 'Insert the explanation');
    assert.equal(document.getText(), page.replace('”', '”（七条横路和八条竖路）'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), page);
    assert.ok(actions.some((one) => one.command?.command === 'policyNewsletter.addToGlossary'));
    await cleanUp('roads.glossary.json');
  });

  it('change the numeral to the number of items', async () => {
    const document = await openPage('青禾镇扎实推进“四个到位”（认识到位、责任到位、措施到位）工作，成效明显。\n');
    await take(await fixesOf(document, 'abbreviation/item-count'), 'Change to “三个到位”');
    assert.ok(document.getText().includes('“三个到位”（认识到位、'));
  });

  it('take over the definition of another newsletter or of the glossary', async () => {
    await writeFile(
      'agreed.glossary.json',
      '{ "entries": [{ "term": "三清", "senses": [{ "items": ["清河", "清路", "清院"] }] }] }',
    );
    const document = await openPage(defines);
    await take(await fixesOf(document, 'abbreviation/conflicting-definition'), 'Take over the definition');
    assert.equal(document.getText(), defines.replace('清河道、清楼道、清街道', '清河、清路、清院'));
    await cleanUp('agreed.glossary.json');
  });

  it('set the quotation mark that is missing', async () => {
    const document = await openPage(`${defines}\n各社区把三清”作为重点，工作走进楼道。\n`);
    await take(await fixesOf(document, 'abbreviation/missing-quote'), 'Insert the missing quotation mark');
    assert.ok(document.getText().includes('把“三清”作为重点'));
  });

  it('take an explanation out that is never needed', async () => {
    const page = `${defines}\n各社区把“三清”作为重点，工作走进楼道。\n\n名词解释\n1. “三清”：指清河道、清楼道、清街道。\n2. “两建”：指建队伍、建机制。\n`;
    const document = await openPage(page);
    await take(await fixesOf(document, 'abbreviation/unused-definition'), 'Take the explanation out');
    assert.equal(document.getText(), page.replace('2. “两建”：指建队伍、建机制。\n', ''));
  });
});

describe('The glossary appendix, again', () => {
  afterEach(() => cleanUp());

  const insert = () => vscode.commands.executeCommand('policyNewsletter.insertGlossaryAppendix');

  it('follows a changed definition and a new term, keeps CRLF, and takes one undo each time', async () => {
    const page = `${defines}\n“三会一课”常态开展。\n`.replaceAll('\n', '\r\n');
    const document = await openPage(page);
    assert.equal(await insert(), true);
    const first = document.getText();
    assert.ok(first.startsWith(page.trimEnd()) && !/[^\r]\n/.test(first), first);
    assert.match(first, /1\. “三清”[\s\S]*2\. “三会一课”/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, '常态'), '和“两建”（建队伍、建机制）');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(await insert(), true);
    assert.match(document.getText(), /3\. “两建”：指建队伍、建机制。/);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), first);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), page);
  });
});

describe('Markdown and plain text', () => {
  afterEach(() => cleanUp());

  for (const extension of ['md', 'text']) {
    it(`of the kind .${extension} get completion with the setting only`, async () => {
      const document = await openPage('各支部落实“三会', extension);
      const offers = async () => {
        const end = document.positionAt(document.getText().length);
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          end,
        );
        return items.some((item) => item.insertText === '三会一课');
      };
      assert.equal(await offers(), false);
      const configuration = vscode.workspace.getConfiguration('policyNewsletter');
      await configuration.update('otherLanguages', ['markdown', 'plaintext'], vscode.ConfigurationTarget.Workspace);
      try {
        assert.equal(await offers(), true);
      } finally {
        await configuration.update('otherLanguages', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  }
});

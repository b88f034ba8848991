import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, openPage, outlineOf, positionOf, symbolsOf, townPage } from './support/pages.ts';

const expected = [
  '青禾镇部署“三清两建一提升”工作',
  '“小微更新”扮靓“新家园”',
  '  共绘美丽家园景 同奏幸福青禾音',
  '    “小院落”撬动大治理',
  '    “议事厅”化解大难题',
];

describe('The outline', () => {
  afterEach(() => cleanUp());

  it('is the tree of articles, sections and leads', async () => {
    assert.deepEqual(await outlineOf(await openPage()), expected);
  });

  it('is the same with CRLF line ends, and with CR CR LF', async () => {
    assert.deepEqual(await outlineOf(await openPage(townPage.replaceAll('\n', '\r\n'))), expected);
    assert.deepEqual(await outlineOf(await openPage(townPage.replaceAll('\n', '\r\r\n'))), expected);
  });

  it('has each selection inside its range and each child inside its parent', async () => {
    const visit = (symbol: vscode.DocumentSymbol, parent?: vscode.DocumentSymbol): void => {
      assert.ok(symbol.range.contains(symbol.selectionRange), symbol.name);
      if (parent) assert.ok(parent.range.contains(symbol.range), symbol.name);
      symbol.children.forEach((child) => visit(child, symbol));
    };
    const symbols = await symbolsOf(await openPage());
    symbols.forEach((symbol) => visit(symbol));
  });

  it('selects a couplet over both its lines', async () => {
    const document = await openPage();
    const couplet = (await symbolsOf(document))[1]?.children[0];
    assert.ok(couplet);
    assert.equal(document.getText(couplet.selectionRange), '共绘美丽家园景\n同奏幸福青禾音');
    assert.equal(couplet.kind, vscode.SymbolKind.Module);
  });

  it('follows an edit', async () => {
    const document = await openPage();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, '共绘'), '新的标题在这里\n一样长的第二行\n\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok((await outlineOf(document)).join().includes('新的标题在这里'));
  });

  it('tells the reasons on request', async () => {
    const configuration = vscode.workspace.getConfiguration('policyNewsletter');
    const document = await openPage();
    assert.equal((await symbolsOf(document))[1]?.detail, '');
    await configuration.update('outline.showReasons', true, vscode.ConfigurationTarget.Workspace);
    try {
      assert.match((await symbolsOf(document))[1]?.detail ?? '', /overprinted.* · \d+ %/);
    } finally {
      await configuration.update('outline.showReasons', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('Folding', () => {
  afterEach(() => cleanUp());

  it('folds what stands below each title', async () => {
    const document = await openPage();
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const shown = folds.map(({ start, end }) => [document.lineAt(start).text.trim(), document.lineAt(end).text.trim()]);
    assert.deepEqual(
      shown.find(([start]) => start === '同奏幸福青禾音'),
      ['同奏幸福青禾音', '（青禾镇融媒体中心）'],
    );
    assert.ok(folds.every(({ start, end }) => start < end && end < document.lineCount));
  });
});

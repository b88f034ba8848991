import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const previewType = 'policyNewsletter.preview';

describe('The preview', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens beside the editor, once for one document, and leaves the document as it is', async () => {
    const document = await openNewsletter();
    await vscode.commands.executeCommand('policyNewsletter.openPreviewToSide');
    await until(() => previews().length === 1);
    const [tab] = previews();
    assert.ok(tab);
    assert.notEqual(tab.group.viewColumn, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('policyNewsletter.openPreviewToSide');
    await until(() => previews().length === 1);
    assert.equal(document.getText(), '青禾镇召开会议\n');
    assert.equal(document.version, 1);
  });

  it('opens in the place of the editor', async () => {
    await openNewsletter();
    await vscode.commands.executeCommand('policyNewsletter.openPreview');
    await until(() => previews().length === 1 && vscode.window.tabGroups.all.length === 1);
    assert.equal(previews()[0]?.isActive, true);
  });
});

async function openNewsletter(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'newsletter', content: '青禾镇召开会议\n' });
  await vscode.window.showTextDocument(document);
  return document;
}

function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith(previewType));
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > end) assert.fail('It did not come to that in time.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The extension', () => {
  it('is there and activates when a newsletter is opened', async () => {
    const extension = vscode.extensions.getExtension('policy-newsletter.policy-newsletter');
    assert.ok(extension, 'VS Code does not know the extension');
    const document = await vscode.workspace.openTextDocument({ language: 'newsletter', content: '青禾镇召开会议\n' });
    await vscode.window.showTextDocument(document);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});

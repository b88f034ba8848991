import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, openPage } from './support/pages.ts';

describe('The extension', () => {
  afterEach(() => cleanUp());

  it('is there and activates when a newsletter is opened', async () => {
    const extension = vscode.extensions.getExtension('policy-newsletter.policy-newsletter');
    assert.ok(extension, 'VS Code does not know the extension');
    await openPage('青禾镇召开会议\n');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, openPage, outlineOf, positionOf, townPage } from './support/pages.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`policyNewsletter.${command}`, ...args);

describe('Repair Document', () => {
  afterEach(() => cleanUp());

  it('mends all defects in one step, which one undo takes back', async () => {
    const document = await openPage();
    assert.equal(await run('repairDocument'), true);
    const text = document.getText();
    assert.ok(text.includes('“小微更新”扮靓“新家园”\n'), text);
    assert.ok(text.includes('近年来，青禾镇坚持党建引领基层治理，坚持社区全覆盖、楼组全参与，推进'), text);
    assert.ok(text.includes('完成162个点位整治，同比增长59.8%，惠及'), text);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), townPage);
  });

  it('changes nothing in a repaired document', async () => {
    const document = await openPage();
    await run('repairDocument');
    const repaired = document.getText();
    assert.equal(await run('repairDocument'), false);
    assert.equal(document.getText(), repaired);
  });

  it('keeps CRLF line ends', async () => {
    const document = await openPage(townPage.replaceAll('\n', '\r\n'));
    await run('repairDocument');
    assert.ok(!/[^\r]\n/.test(document.getText()));
  });

  it('is what Format Document does, and Format Selection does in part', async () => {
    const document = await openPage();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    const whole = document.getText();
    assert.ok(whole.includes('引领基层治理') && whole.includes('大治理。坚持群众'));
    await vscode.commands.executeCommand('undo');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(positionOf(document, '———“小院'), positionOf(document, '居民两千'));
    await vscode.commands.executeCommand('editor.action.formatSelection');
    assert.ok(document.getText().includes('大治理。坚持群众') && !document.getText().includes('引领基层治理'));
  });

  it('can be undone by wrapping to a column, and repaired again to the same text', async () => {
    const document = await openPage();
    await run('repairDocument');
    const repaired = document.getText();
    assert.equal(await run('rewrapDocument', document.uri, 16), true);
    assert.ok(document.getText().split('\n').length > repaired.split('\n').length);
    await run('repairDocument');
    assert.equal(document.getText(), repaired);
  });
});

describe('Marks', () => {
  afterEach(() => cleanUp());

  const at = (document: vscode.TextDocument, text: string) => [document.uri, positionOf(document, text).line] as const;

  it('make a heading a paragraph, in one step', async () => {
    const document = await openPage();
    assert.equal(await run('notAHeading', ...at(document, '共绘美丽')), true);
    assert.ok(!(await outlineOf(document)).join().includes('共绘美丽'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), townPage);
  });

  it('lower and raise a heading', async () => {
    const document = await openPage();
    const depth = async () => (await outlineOf(document)).find((line) => line.includes('共绘美丽'))?.search(/\S/);
    const before = await depth();
    assert.equal(await run('demoteHeading', ...at(document, '共绘美丽')), true);
    assert.ok(document.getText().includes('### 共绘美丽'));
    assert.equal(await run('promoteHeading', ...at(document, '共绘美丽')), true);
    assert.equal(await depth(), before);
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  cleanUp,
  hoverText,
  openFile,
  openPage,
  outlineOf,
  symbolsOf,
  townPage,
  until,
  writeFile,
} from './support/pages.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 700));

describe('Detection', () => {
  it('gives a .txt file that reads like a newsletter its language', async () => {
    const { uri } = await openFile('page.txt', townPage);
    const isOne = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
    const document = await until('the language', () => {
      const open = vscode.workspace.textDocuments.find(isOne);
      return open?.languageId === 'newsletter' && open;
    });
    assert.ok((await outlineOf(document)).length > 2);
    await cleanUp('page.txt');
  });

  it('leaves other texts alone: a novel, a log, an empty and a binary file', async () => {
    const files: Record<string, string | Uint8Array> = {
      'novel.txt': '雨下得很大。老周把伞收起来，推开那扇木门。\n“你怎么才来？”她问。\n“路上堵了。”他说。\n'.repeat(5),
      'server.txt': '2026-03-01 10:00:00 INFO 服务启动，任务执行完成\n'.repeat(30),
      'empty.txt': '',
    };
    for (const [name, content] of Object.entries(files)) {
      const document = await openFile(name, content);
      await pause();
      assert.equal(document.languageId, 'plaintext', name);
      await cleanUp(name);
    }
  });

  it('never takes a file again that the person set to another language', async () => {
    const uri = await writeFile('mine.txt', townPage);
    // Shown without `openTextDocument`, which would keep the document open for minutes.
    const show = async (languageId: string) => {
      await vscode.commands.executeCommand('vscode.open', uri);
      return until(languageId, () =>
        vscode.workspace.textDocuments.find((one) => one.uri.path === uri.path && one.languageId === languageId),
      );
    };
    const document = await show('newsletter');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await pause();
    assert.equal(document.languageId, 'plaintext');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('the document to be closed', () => document.isClosed);
    const again = await show('plaintext');
    await pause();
    assert.equal(again.languageId, 'plaintext');
    await cleanUp('mine.txt');
  });

  it('can be turned off', async () => {
    const configuration = vscode.workspace.getConfiguration('policyNewsletter');
    await configuration.update('detect', 'off', vscode.ConfigurationTarget.Workspace);
    try {
      const document = await openFile('off.txt', townPage);
      await pause();
      assert.equal(document.languageId, 'plaintext');
    } finally {
      await configuration.update('detect', undefined, vscode.ConfigurationTarget.Workspace);
      await cleanUp('off.txt');
    }
  });
});

describe('Bad input', () => {
  afterEach(() => cleanUp());

  const texts: Record<string, string> = {
    'an empty text': '',
    'white space': ' \n\u3000\n',
    'NUL characters': 'PNG\0\0\0党建\0\n'.repeat(50),
    'lone surrogates': '“三清\ud800”（清河、清路\udfff、清院）\n\udc00“两建”\n'.repeat(20),
    'CR CR LF': '青禾镇召开会议\r\r\n“三清”（清河、\r\r\n清路、清院）\r\r\n',
    'control characters': '\u0001\u0008\u001b“三清”（清河、清路、清院）\u0085\u2028\u2029',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`of the kind ${name} is borne by all features`, async () => {
      // A file can hold neither lone surrogates nor, as a text, NUL characters; what is typed can.
      const document = await openPage('');
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document, document);
      if (text) await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
      await symbolsOf(document);
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      for (const command of ['FoldingRange', 'CodeAction']) {
        await vscode.commands.executeCommand(`vscode.execute${command}Provider`, document.uri, all);
      }
      await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 1));
      await vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, {});
      await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', document.uri);
    });
  }

  it('of 5 MB in one line is read, and its last term explained', async () => {
    const line = '青禾镇推进“三清”（清河、清路、清院）工作，成效明显。'.repeat(65_000);
    assert.ok(new TextEncoder().encode(line).length > 5_000_000);
    const document = await openPage(line);
    assert.ok((await symbolsOf(document)).length <= 1);
    assert.match(await hoverText(document, new vscode.Position(0, line.lastIndexOf('三清') + 1)), /清院/);
  });
});

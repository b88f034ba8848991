import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, hoverText, openPage, positionOf } from './support/pages.ts';

describe('A hover', () => {
  afterEach(() => cleanUp());

  it('shows the items of a composite as a tree, over either half of a term that a line end parts', async () => {
    const document = await openPage();
    for (const position of [positionOf(document, '以“三清两建', 4), positionOf(document, '\n一提升”（', 2)]) {
      const text = await hoverText(document, position);
      for (const part of ['三清两建一提升', '清河道', '建队伍', '提升满意度', 'line 14']) {
        assert.ok(text.includes(part), `${part} is missing in: ${text}`);
      }
    }
  });

  it('explains a part of a composite by itself', async () => {
    const document = await openPage();
    const text = await hoverText(document, positionOf(document, '推动“三清”', 4));
    assert.ok(text.includes('清街道') && !text.includes('建机制'), text);
  });

  it('explains a composite that is nowhere defined as such from its parts', async () => {
    const document = await openPage(
      '青禾镇推进“三微”（微更新、微改造、微治理）工作。\n\n建设“三美”（美丽街区、美丽家园、美丽楼道）社区。\n\n全面推进“三微三美”环境提升。\n',
    );
    const text = await hoverText(document, positionOf(document, '“三微三美”', 2));
    assert.ok(text.includes('微改造') && text.includes('美丽楼道'), text);
  });

  it('gives a word that only looks like an abbreviation no invented explanation', async () => {
    const document = await openPage();
    assert.equal(await hoverText(document, positionOf(document, '十五年', 1)), '');
    const text = await hoverText(document, positionOf(document, '三农', 1));
    assert.ok(text === '' || text.includes('glossary'), text);
  });

  it('says of a quoted term nobody explains that it is not explained', async () => {
    const document = await openPage('推进“七横八竖九转弯”工作，成效明显，群众满意，各方称赞。\n');
    assert.match(await hoverText(document, positionOf(document, '七横', 1)), /Not explained/);
  });

  it('runs only its own commands, whatever the text holds', async () => {
    const document = await openPage('做好“三清”（清[点我](command:workbench.action.quit)、清河、清路）工作。\n');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, '三清', 1),
    );
    for (const hover of hovers) {
      for (const content of hover.contents as vscode.MarkdownString[]) {
        const trusted = content.isTrusted as { enabledCommands: string[] };
        assert.ok(trusted.enabledCommands.every((id) => id.startsWith('policyNewsletter.')));
        assert.ok(!/\]\(command:workbench/.test(content.value), content.value);
      }
    }
  });

  it('stays away from Markdown unless the setting asks for it', async () => {
    const document = await openPage('做好“三清”（清路、清河、清院）工作。\n', 'md');
    const position = positionOf(document, '三清', 1);
    assert.equal(await hoverText(document, position), '');
    const configuration = vscode.workspace.getConfiguration('policyNewsletter');
    await configuration.update('otherLanguages', ['markdown'], vscode.ConfigurationTarget.Workspace);
    try {
      assert.ok((await hoverText(document, position)).includes('清院'));
    } finally {
      await configuration.update('otherLanguages', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

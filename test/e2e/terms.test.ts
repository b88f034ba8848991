import assert from 'node:assert/strict';
import { useVSCode } from './support/app.ts';
import { goToText, townPage, typeUntilOffered, untilCursorAt, untilRead } from './support/terms.ts';

const name = '2026-04-01-page.newsletter';

/** The page with a heading in which every character is printed twice, a term among them. */
const overprinted = townPage.replace('““小小切切口口””撬撬动动', '““三三会会””撬撬动动');

describe('Terms in the window', () => {
  const open = useVSCode();

  const openPage = async (others: Readonly<Record<string, string>> = {}, page = townPage) => {
    const window = await open({ files: { [name]: page, ...others }, open: name });
    await untilRead(window);
    return window;
  };

  it('show their tree when the mouse rests on either half of a broken one', async () => {
    const window = await openPage();
    await goToText(window, townPage, '一更新”（美丽');
    for (const half of ['“三美两清', '一更新”（美丽']) {
      await window.hover(half, ['三美两清一更新', '美丽庭院', '违建清零', '老旧设施微更新', 'line 34'], 2);
      await window.press('Escape');
    }
  });

  it('show it over an overprinted one too', async () => {
    const window = await openPage({}, overprinted);
    await window.hover('““三三会会””', ['推进中协调会'], 3);
  });

  it('are completed by the initials of their pinyin', async () => {
    const window = await openPage();
    await goToText(window, townPage, '聚人心。', 4);
    await typeUntilOffered(window, 'smlqygx', '三美两清一更新');
    await window.press('Enter');
    await window.save();
    assert.equal(await window.readFile(name), townPage.replace('聚人心。', '聚人心。“三美两清一更新”'));
  });

  it('are completed with what they stand for', async () => {
    const window = await openPage();
    await goToText(window, townPage, '聚人心。', 4);
    await typeUntilOffered(window, 'shyk', '三会一课 with its items');
    await window.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '三会一课 with' }).click();
    await window.save();
    assert.match(await window.readFile(name), /聚人心。“三会一课”（[^）]+党课[^）]*）\n/);
  });

  it('are gathered in an appendix, which one undo takes away to the byte', async () => {
    const window = await openPage();
    await window.runCommand('Insert or Update Glossary Appendix');
    await window.page.locator('.tab.active.dirty').waitFor();
    await window.save();
    const text = await window.readFile(name);
    assert.ok(text.startsWith(townPage.trimEnd()), 'the page itself was changed');
    assert.match(text, /\n名词解释\n1\. “[^”]+”：/);
    await window.focusEditor();
    await window.undo();
    await window.save();
    assert.equal(await window.readFile(name), townPage);
  });

  it('are renamed by F2 in all newsletters and glossaries, and nothing else changes', async () => {
    const neighbour = '临江区学习“三美\n两清一更新”做法，成效明显，群众满意，各方称赞。\n';
    const glossary = 'entries:\n  - term: 三美两清一更新 # 环境\n    senses: [{ explanation: 三美两清一更新行动 }]\n';
    const others = { 'neighbour.newsletter': neighbour, 'town.glossary.yaml': glossary };
    const window = await openPage(others);
    await goToText(window, townPage, '“三美两清', 2);
    await window.press('F2');
    const box = window.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), '三美两清一更新');
    await box.fill('四美两清一更新');
    await window.press('Enter');
    await window.editor.getByText('四美两清').first().waitFor();
    await window.runCommand('File: Save All');
    await window.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    assert.equal(await window.readFile(name), townPage.replace('“三美两清', '“四美两清'));
    assert.equal(await window.readFile('neighbour.newsletter'), neighbour.replace('三美', '四美'));
    assert.equal(await window.readFile('town.glossary.yaml'), glossary.replace('三美', '四美'));
  });

  it('have a history over the newsletters of the folder, whose lines lead there', async () => {
    const older = '青禾镇落实“三会”（议事会、恳谈会、评议会）制度，成效明显，群众满意，各方称赞。\n';
    const window = await openPage({ '2025-03-01-older.newsletter': older });
    await goToText(window, townPage, '“三会”制度', 2);
    await window.runCommand('Show Term History');
    const view = window.page.locator('.pane', { hasText: 'History of “三会”' });
    const rows = view.locator('.monaco-list-row');
    await rows.filter({ hasText: '2025-03-01' }).first().waitFor();
    const lines = await rows.allInnerTexts();
    const [first, second] = [
      lines.findIndex((line) => line.includes('2025-03-01')),
      lines.findIndex((line) => line.includes('2026-04-01')),
    ];
    assert.ok(first === 0 && second > first, lines.join('\n'));
    assert.ok(
      lines.some((line) => line.includes('added') && line.includes('推进中协调会')),
      lines.join('\n'),
    );
    await rows.filter({ hasText: '2025-03-01' }).first().click();
    await window.page.locator('.tab.active', { hasText: '2025-03-01-older' }).waitFor();
    await untilCursorAt(window, 1);
  });
});

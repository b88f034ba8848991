import assert from 'node:assert/strict';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { useVSCode } from './support/app.ts';
import { goToEnd, page, toast, untilInEditor, untilSaved, untilUnlisted, withTyped } from './support/faults.ts';
import { name } from './support/opening.ts';
import type { Window } from './support/window.ts';

describe('Faults under an open preview', function () {
  this.timeout(120_000);
  const openWindow = useVSCode();

  async function open(): Promise<{ window: Window; preview: FrameLocator }> {
    const window = await openWindow({ files: { [name]: page }, open: name });
    return { window, preview: await window.openPreview() };
  }

  it('a file that git changes shows its new text, and what is written then is added to it', async () => {
    const { window, preview } = await open();
    const changed = page.replace('162', '180');
    await writeFile(join(window.folder, name), changed);
    await preview.locator('[data-line]', { hasText: '180' }).waitFor();
    await goToEnd(preview);
    await window.page.keyboard.type('一');
    await untilInEditor(window, '一');
    await window.press('ControlOrMeta+S');
    await untilSaved(window, withTyped('一', changed));
  });

  it('a file that git changes in the middle of a word from an input method shows its new text behind it, and loses neither', async () => {
    const { window, preview } = await open();
    await goToEnd(preview);
    const input = await window.page.context().newCDPSession(window.page);
    for (const text of ['q', 'qing'])
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const changed = page.replace('162', '180');
    await writeFile(join(window.folder, name), changed);
    await untilInEditor(window, '180');
    await input.send('Input.imeSetComposition', { text: 'qing he', selectionStart: 7, selectionEnd: 7 });
    await input.send('Input.insertText', { text: '青禾' });
    await preview.locator('[data-line]', { hasText: '180' }).waitFor();
    await untilInEditor(window, '名列前茅。青禾');
    await window.press('ControlOrMeta+S');
    await untilSaved(window, withTyped('青禾', changed));
    assert.match(await preview.locator('.page').innerText(), /180个点位微更新，群众满意率名列前茅。青禾$/);
  });

  it('a file that git changes while the page holds unsaved text is not overwritten, and the person is told', async () => {
    const { window, preview } = await open();
    await goToEnd(preview);
    await window.page.keyboard.type('一');
    await untilInEditor(window, '一');
    // VS Code takes a file of another time and the same length for unchanged.
    const changed = page.replace('162', '1800');
    await writeFile(join(window.folder, name), changed);
    await window.press('ControlOrMeta+S');
    await toast(window, 'Failed to save').waitFor();
    assert.equal(await window.readFile(name), changed);
    assert.match(await preview.locator('.page').innerText(), /名列前茅。一/);
  });

  it('a file that is deleted is said to be in the page, and comes back with the next save though nothing was typed', async () => {
    const { window, preview } = await open();
    const notice = preview.locator('#notice', { hasText: 'The file was deleted' });
    await unlink(join(window.folder, name));
    await notice.waitFor();
    await preview.locator('.page').focus();
    await window.press('ControlOrMeta+S');
    await untilSaved(window, page);
    await notice.waitFor({ state: 'detached' });
  });

  it('what is typed after a file was deleted comes back with it', async () => {
    const { window, preview } = await open();
    await unlink(join(window.folder, name));
    await untilUnlisted(window);
    await goToEnd(preview);
    await window.page.keyboard.type('一');
    await untilInEditor(window, '一');
    await window.press('ControlOrMeta+S');
    await untilSaved(window, withTyped('一'));
  });

  it('a file that is deleted and closed leaves its text to the person', async () => {
    const { window } = await open();
    await unlink(join(window.folder, name));
    await untilUnlisted(window);
    await window.page.locator('.tab', { hasText: name }).first().locator('.codicon-close').click({ force: true });
    await toast(window, 'is gone').getByRole('button', { name: 'Open its text as a new file' }).click();
    await untilInEditor(window, '青禾镇召开环境提升推进会');
  });

  it('two windows on one folder hand each other what is saved, and lose nothing', async () => {
    const { window: first, preview: firstPreview } = await open();
    const second = await first.another(name);
    const secondPreview = await second.openPreview();
    await goToEnd(firstPreview);
    await first.page.keyboard.type('一');
    await untilInEditor(first, '一');
    await first.press('ControlOrMeta+S');
    await untilSaved(first, withTyped('一'));
    await secondPreview.locator('[data-line]', { hasText: '名列前茅。一' }).waitFor();
    await goToEnd(secondPreview);
    await second.page.keyboard.type('二');
    await untilInEditor(second, '一二');
    await second.press('ControlOrMeta+S');
    await untilSaved(second, withTyped('一二'));
    await firstPreview.locator('[data-line]', { hasText: '名列前茅。一二' }).waitFor();
    await second.close();
  });
});

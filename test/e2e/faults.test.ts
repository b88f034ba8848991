import assert from 'node:assert/strict';
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { packageExtension } from '../../scripts/vsix.ts';
import { useVSCode } from './support/app.ts';
import { name, openingLines } from './support/opening.ts';
import { killExtensionHosts } from './support/processes.ts';
import { placeCursor, until } from './support/preview.ts';
import { startSession, type Session } from './support/session.ts';
import { Window } from './support/window.ts';

const page = [...openingLines, '与，推进“三会”制度，完成 162 个点', '位微更新，群众满意率名列前茅。', ''].join('\n');
const withTyped = (text: string): string => page.replace('名列前茅。', `名列前茅。${text}`);

/** Puts the cursor behind the last character of the page. */
async function goToEnd(preview: FrameLocator): Promise<void> {
  // A key pressed right after the click that gives the focus, faster than any hand, is set back with the click's cursor.
  await placeCursor(preview, '名列前茅。', 0);
  await preview.locator('.page').press('ControlOrMeta+End');
}

/** Waits until the file on disk is this. */
async function untilSaved(window: Window, text: string): Promise<void> {
  let found = '';
  for (let tries = 0; tries < 100; tries++) {
    found = await window.readFile(name).catch(() => '');
    if (found === text) return;
    await window.page.waitForTimeout(100);
  }
  assert.equal(found, text);
}

/** Waits until the text editor shows this piece of text. */
const untilInEditor = (window: Window, text: string): Promise<void> =>
  window.editor.locator('.view-line', { hasText: text }).first().waitFor();

const toast = (window: Window, text: string) => window.page.locator('.notification-toast', { hasText: text }).first();

describe('Where the extension host is killed while a person writes in the preview', function () {
  this.timeout(180_000);
  let folder = '';
  let session: Session | undefined;

  before(async function () {
    // `ps` names the processes here.
    if (process.platform === 'win32') return this.skip();
    folder = await mkdtemp(join(tmpdir(), 'policy-newsletter-faults-'));
    // VS Code starts the host of an extension under development not again.
    const vsix = join(folder, 'policy-newsletter.vsix');
    await packageExtension(vsix);
    session = await startSession({ vsix });
  });
  after(async () => {
    await session?.stop();
    if (folder !== '') await rm(folder, { recursive: true, force: true });
  });

  it('the page says so, keeps what was written, and the preview opens again without a reload', async () => {
    assert.ok(session);
    const window = await Window.open(session, { files: { [name]: page }, open: name });
    const preview = await window.openPreview();
    await goToEnd(preview);
    await window.page.keyboard.type('一');
    await untilInEditor(window, '一');
    await window.press('ControlOrMeta+S');
    await window.page.locator('.tab.dirty').waitFor({ state: 'detached' });

    assert.ok(killExtensionHosts(session.server.pid) > 0);
    await window.page.keyboard.type('二三');
    const notice = preview.locator('.notice', { hasText: 'not in the file yet' });
    await notice.locator('blockquote', { hasText: '二三' }).waitFor();
    await notice.getByRole('button', { name: 'Copy' }).click();
    await until(async () => (await window.page.evaluate(() => navigator.clipboard.readText())) === '二三');

    await toast(window, 'The extensions were restarted')
      .getByRole('button', { name: 'Open the preview again' })
      .click();
    await window.page.locator('.tab', { hasText: 'Preview' }).nth(1).waitFor();
    await window.preview.locator('[data-line]').first().waitFor();
    await goToEnd(window.preview);
    await window.press('ControlOrMeta+V');
    await untilInEditor(window, '一二三');
    await window.press('ControlOrMeta+S');
    await untilSaved(window, withTyped('一二三'));
    await window.close();
  });
});

describe('Faults under an open preview', function () {
  this.timeout(120_000);
  const openWindow = useVSCode();

  async function open(
    files: Readonly<Record<string, string>> = {},
  ): Promise<{ window: Window; preview: FrameLocator }> {
    const window = await openWindow({ files: { ...files, [name]: page }, open: name });
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
    await untilSaved(window, changed.replace('名列前茅。', '名列前茅。一'));
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

  it('a file that is deleted comes back with the next save', async () => {
    const { window, preview } = await open();
    await unlink(join(window.folder, name));
    await window.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: name })
      .waitFor({ state: 'detached' });
    await goToEnd(preview);
    await window.page.keyboard.type('一');
    await untilInEditor(window, '一');
    await window.press('ControlOrMeta+S');
    await untilSaved(window, withTyped('一'));
  });

  it('a file that is deleted and closed leaves its text to the person', async () => {
    const { window } = await open();
    await unlink(join(window.folder, name));
    await window.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: name })
      .waitFor({ state: 'detached' });
    await window.page.locator('.tab', { hasText: name }).first().locator('.codicon-close').click({ force: true });
    await toast(window, 'is gone').getByRole('button', { name: 'Open its text as a new file' }).click();
    await untilInEditor(window, '青禾镇召开环境提升推进会');
  });

  it('a glossary that is removed explains nothing any more, and what it explained stays readable', async () => {
    const glossary = 'entries:\n  - term: 三会\n    senses:\n      - items: [听民声会, 议民事会, 评民意会]\n';
    const { window, preview } = await open({ 'own.glossary.yaml': glossary });
    await preview.locator('.term', { hasText: '三会' }).waitFor();
    await window.hover('三会', ['听民声会']);
    await window.page.mouse.move(5, 5);
    await unlink(join(window.folder, 'own.glossary.yaml'));
    await window.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'own.glossary' })
      .waitFor({ state: 'detached' });
    await window.page.waitForTimeout(1000);
    assert.doesNotMatch(await window.hover('三会', ['三会']), /听民声会/);
    assert.match(await preview.locator('.page').innerText(), /“三会”制度/);
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

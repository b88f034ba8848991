import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameLocator, Page } from 'playwright-core';
import { useVSCode } from './support/app.ts';
import { placeCursor } from './support/preview.ts';
import type { Window } from './support/window.ts';
import { layouts } from '../../src/core/features/layouts.ts';
import { bulletin, townPaper } from '../unit/features/export/pages.ts';

describe('Out of the page, in a window as a person has it', function () {
  this.timeout(120_000);
  const openWindow = useVSCode();
  const settings = { 'files.associations': { '*.txt': 'newsletter' } };

  async function open(text = townPaper): Promise<Window> {
    const window = await openWindow({
      files: { '青禾.txt': text, '.vscode/settings.json': JSON.stringify(settings) },
      open: '青禾.txt',
    });
    await window.page.locator('.editor-actions [aria-label*="Preview"]').first().waitFor();
    return window;
  }

  for (const layout of layouts) {
    it(`saves a web page from the toolbar of the preview, and it looks like that (${layout})`, async () => {
      const window = await open(`${bulletin}\n\n${townPaper}`);
      const preview = await window.openPreview();
      await preview.getByLabel('Layout of the page').selectOption(layout);
      const shown = await looksOf(preview);
      const width = await preview.locator('body').evaluate(() => innerWidth);
      await preview.getByRole('button', { name: 'Export…' }).click();
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Web page' }).click();
      await acceptName(window, '青禾.html');
      await said(window, 'Exported to 青禾.html.');
      const file = join(window.folder, '青禾.html');
      assert.ok(existsSync(file));
      const page = await window.page.context().newPage();
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(file).href);
      assert.deepEqual(await looksOf(page), shown);
    });
  }

  it('asks by its key what the page is to become, and the keyboard does the rest', async () => {
    const window = await open();
    const preview = await window.openPreview();
    await placeCursor(preview, '近年来', 0);
    await window.press('Control+Alt+D');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Plain text' }).waitFor();
    await window.page.keyboard.type('Plain');
    await window.press('Enter');
    await acceptName(window, '青禾.clean.txt');
    await said(window, 'Exported to 青禾.clean.txt.');
    assert.match(await window.readFile('青禾.clean.txt'), /^青禾镇部署“三清两建”工作\n/);
  });

  it('copies the page as rich text and as text', async () => {
    const window = await open();
    await window.runCommand('Policy Newsletter: Copy as Rich Text');
    await said(window, 'The page is on the clipboard');
    // The page that copied is gone, and the keyboard is back in the editor.
    await window.page.waitForFunction(
      () => document.activeElement?.closest('.editor-instance .monaco-editor') instanceof Element,
    );
    assert.equal(await window.page.locator('.tab', { hasText: 'Copy as Rich Text' }).count(), 0);
    const copied = await window.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      if (!item) throw new Error('The clipboard is empty.');
      const [html, plain] = await Promise.all([item.getType('text/html'), item.getType('text/plain')]);
      return { html: await html.text(), plain: await plain.text() };
    });
    assert.match(copied.html, /<h1[^>]*text-align: ?center[^>]*>青禾镇部署“三清两建”工作<\/h1>/);
    assert.match(copied.html, /<strong[^>]*>——“小院落”撬动大治理。<\/strong>坚持群众的事/);
    assert.match(copied.plain.replaceAll('\r\n', '\n'), /^青禾镇部署“三清两建”工作\n（上接1版）\n\n共绘美丽家园景\n/);
  });

  it('tells what to do where a file cannot be written, and goes on elsewhere', async () => {
    const window = await open();
    await window.runCommand('Policy Newsletter: Export as Clean Text…');
    await acceptName(window, '青禾.clean.txt', '青禾.txt');
    // VS Code asks whether to replace; the extension does not.
    await window.page.locator('.quick-input-widget', { hasText: 'already exists' }).waitFor();
    await window.press('Enter');
    const message = window.page.locator('.notification-list-item', { hasText: 'is the newsletter itself' });
    await message.getByRole('button', { name: 'Save Elsewhere…' }).click();
    await acceptName(window, '青禾.clean.txt');
    await said(window, 'Exported to 青禾.clean.txt.');
    assert.equal(await window.readFile('青禾.txt'), townPaper);
    assert.match(await window.readFile('青禾.clean.txt'), /^青禾镇部署“三清两建”工作\n（上接1版）\n\n共绘/);
  });
});

/** Waits for the dialog that asks for a place, which offers `offered`, and takes that or another name in the same folder. */
async function acceptName(window: Window, offered: string, other = offered): Promise<void> {
  const input = window.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
  await window.page.waitForFunction(
    ([name]) => [...document.querySelectorAll('input')].some((one) => one.value.endsWith(`/${name}`)),
    [offered],
  );
  if (other !== offered) await input.fill((await input.inputValue()).replace(offered, other));
  await window.page.keyboard.press('Enter');
}

async function said(window: Window, text: string): Promise<void> {
  await window.page.locator('.notification-list-item', { hasText: text }).first().waitFor();
}

/** How each block looks and where it stands from the one before, in CSS pixels; the text, first of all. */
async function looksOf(page: Page | FrameLocator): Promise<unknown[]> {
  return page.locator('.page').evaluate((root) => {
    // prettier-ignore
    const seen = [
      'display', 'fontFamily', 'fontSize', 'fontWeight', 'letterSpacing', 'lineHeight', 'textAlign', 'textIndent', 'whiteSpace',
      'marginTop', 'marginBottom', 'paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth', 'columnSpan',
    ] as const;
    const blocks = [...root.querySelectorAll('.block')];
    const page = getComputedStyle(root);
    return [
      { columns: page.columnWidth, gap: page.columnGap, width: root.getBoundingClientRect().width },
      ...blocks.map((block) => {
        const { width, height } = block.getBoundingClientRect();
        const style = getComputedStyle(block);
        const own = Object.fromEntries(seen.map((name) => [name, style[name]]));
        const text = block.textContent ?? '';
        return { text, tag: block.tagName, ...own, width: Math.round(width), height: Math.round(height) };
      }),
    ];
  });
}

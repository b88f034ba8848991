import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { useVSCode } from './support/app.ts';
import { placeCursor, until, untilFile, untilFocused } from './support/preview.ts';
import type { Window } from './support/window.ts';

const name = '青禾.newsletter';
const other = '临江.newsletter';

const page = [
  '青禾镇召开环境提升推进会',
  '',
  '近年来，青禾镇坚持党建引领基层治理。',
  '',
  '# 旧里更新见成效',
  '',
  '全镇完成162个点位微更新，群众满意率名列前茅。',
  '',
  '# 河道整治换新颜',
  '',
  '各村每天沿河巡护，大小问题随手拍、随时报。',
  '',
].join('\n');

const moved = [
  '青禾镇召开环境提升推进会',
  '',
  '近年来，青禾镇坚持党建引领基层治理。',
  '',
  '# 河道整治换新颜',
  '',
  '各村每天沿河巡护，大小问题随手拍、随时报。',
  '',
  '# 旧里更新见成效',
  '',
  '全镇完成162个点位微更新，群众满意率名列前茅。',
  '',
].join('\n');

const longPage = [
  '青禾镇召开推进会',
  '',
  ...Array.from({ length: 80 }, (_, i) => `第${i + 1}段：${'近年来，青禾镇坚持党建引领基层治理。'.repeat(4)}\n`),
  '',
].join('\n');

describe('Places of the preview', function () {
  this.timeout(120_000);
  const openWindow = useVSCode();

  it('are other ones for a section that is dragged by its grip, and it is dragged in one step', async () => {
    const window = await openWindow({ files: { [name]: page }, open: name });
    const preview = await window.openPreview();
    const block = (text: string) => preview.locator('.block', { hasText: text });
    await block('河道整治换新颜').hover();
    await preview.locator('.grip').hover();
    await window.page.mouse.down();
    const goal = await block('旧里更新见成效').boundingBox();
    assert.ok(goal);
    await window.page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height - 2, { steps: 5 });
    await window.page.mouse.move(goal.x + goal.width / 2, goal.y + 2, { steps: 5 });
    await preview.locator('.drop-line').waitFor();
    await window.page.mouse.up();
    await untilFile(window, name, moved);
    await placeCursor(preview, '近年来', 0);
    await window.press('ControlOrMeta+Z');
    await untilFile(window, name, page);
  });

  it('are known by the lines of the file, also when only empty lines come and go', async () => {
    const window = await openWindow({ files: { [name]: page }, open: name });
    const preview = await window.openPreview();
    const lineOf = (text: string) => preview.locator('.block', { hasText: text }).getAttribute('data-line');
    await window.goTo(1);
    await window.press('Enter');
    await until(async () => (await lineOf('青禾镇召开环境提升推进会')) === '1');
    await until(async () => (await lineOf('旧里更新见成效')) === '5');
    await window.goTo(5);
    await window.press('Enter');
    await until(async () => (await lineOf('旧里更新见成效')) === '6');
    assert.equal(await lineOf('青禾镇召开环境提升推进会'), '1');
  });

  it('follow the editor when it is scrolled, and stay once that is switched off', async () => {
    const { window, preview } = await openLong();
    await scrollEditor(window);
    await until(async () => near(await topOfPage(preview), await topOfEditor(window)));
    assert.ok((await topOfPage(preview)) > 10);
    await preview.getByRole('button', { name: 'Scroll the page with the editor' }).click();
    const before = await topOfPage(preview);
    await scrollEditor(window);
    // What is typed goes the way that the scrolling would have gone before it.
    await window.page.locator('.editor-instance .view-line').nth(2).click();
    await window.page.keyboard.type('新');
    await preview.locator('.block', { hasText: '新' }).first().waitFor({ state: 'attached' });
    assert.equal(await topOfPage(preview), before);
  });

  it('lead the editor when the page is scrolled, and leave it once that is switched off', async () => {
    const { window, preview } = await openLong();
    // What is scrolled right after a key is scrolled by the person as well.
    await placeCursor(preview, '第2段', 1);
    await window.press('ArrowRight');
    await scrollPage(window, preview, 2500);
    await until(async () => near(await topOfPage(preview), await topOfEditor(window)));
    assert.ok((await topOfEditor(window)) > 10);
    await preview.getByRole('button', { name: 'Scroll the editor with the page' }).click();
    const before = await topOfEditor(window);
    await scrollPage(window, preview, 2500);
    await window.page.mouse.down();
    await window.page.mouse.up();
    await untilFocused(preview);
    await window.page.keyboard.type('新');
    await window.page.locator('.tab.dirty', { hasText: name }).first().waitFor();
    assert.equal(await topOfEditor(window), before);
  });

  it('belong to the newsletter in the editor, but for a preview that is locked to its own', async () => {
    const window = await openWindow({ files: { [name]: page, [other]: page.replaceAll('青禾', '临江') }, open: name });
    await window.openPreview();
    await window.openFile(other);
    await headline(window, '临江镇召开环境提升推进会');
    await clickTab(window, 0, name);
    await headline(window, '青禾镇召开环境提升推进会');
    await lock(window);
    await clickTab(window, 0, other);
    await window.openPreview();
    await headline(window, '临江镇召开环境提升推进会');
    await clickTab(window, 1, `[Preview] ${name}`);
    await headline(window, '青禾镇召开环境提升推进会');
  });

  it('are the same in two previews of one newsletter, whichever is typed in', async () => {
    const window = await openWindow({ files: { [name]: page, [other]: page.replaceAll('青禾', '临江') }, open: name });
    await window.openPreview();
    await lock(window);
    await window.openFile(other);
    await window.openPreview();
    await headline(window, '临江镇召开环境提升推进会');
    await clickTab(window, 0, name);
    await headline(window, '青禾镇召开环境提升推进会');
    await placeCursor(shown(window), '名列前茅', 4);
    await window.page.keyboard.type('啊');
    await untilFile(window, name, page.replace('名列前茅', '名列前茅啊'));
    await clickTab(window, 1, `[Preview] ${name}`);
    await shown(window).locator('.block', { hasText: '名列前茅啊' }).waitFor();
    await placeCursor(shown(window), '名列前茅啊', 5);
    await window.press('Backspace');
    await untilFile(window, name, page);
  });

  async function openLong(): Promise<{ window: Window; preview: FrameLocator }> {
    const window = await openWindow({ files: { [name]: longPage }, open: name });
    return { window, preview: await window.openPreview() };
  }
});

/** The preview that can be seen, of several. */
function shown(window: Window): FrameLocator {
  return window.page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
}

async function headline(window: Window, text: string): Promise<void> {
  await shown(window).locator('h1', { hasText: text }).waitFor();
}

async function clickTab(window: Window, group: number, title: string): Promise<void> {
  await window.page.locator('.editor-group-container').nth(group).locator('.tab', { hasText: title }).click();
}

/** Locks the preview that can be seen, and gives the keyboard back to the editor. */
async function lock(window: Window): Promise<void> {
  await placeCursor(shown(window), '近年来', 0);
  await window.page.locator('.editor-group-container.active .tab.active', { hasText: 'Preview' }).waitFor();
  await window.press('ControlOrMeta+Alt+K');
  await window.page.locator('.tab', { hasText: `[Preview] ${name}` }).waitFor();
  await window.focusEditor();
}

/** Turns the wheel over the editor until it stands well below where it stood. */
async function scrollEditor(window: Window): Promise<void> {
  const before = await topOfEditor(window);
  await window.page.locator('.editor-instance .view-lines').first().hover();
  await until(async () => {
    // One turn is three lines, however far the wheel went.
    for (let turn = 0; turn < 5; turn++) await window.page.mouse.wheel(0, 100);
    return (await topOfEditor(window)) > before + 20;
  });
}

async function scrollPage(window: Window, preview: FrameLocator, by: number): Promise<void> {
  const before = await topOfPage(preview);
  const box = await preview.locator('main').boundingBox();
  assert.ok(box);
  await window.page.mouse.move(box.x + box.width / 2, 500);
  await window.page.mouse.wheel(0, by);
  await until(async () => (await topOfPage(preview)) !== before);
}

/** 0-based line of the file that stands at the top of the page. */
function topOfPage(preview: FrameLocator): Promise<number> {
  return preview.locator('.page').evaluate((root) => {
    const top = document.getElementById('bars')?.getBoundingClientRect().bottom ?? 0;
    const first = [...root.children].find((block) => block.getBoundingClientRect().bottom > top + 8);
    return Number(first?.getAttribute('data-line'));
  });
}

/** 0-based line that stands at the top of the editor. */
function topOfEditor(window: Window): Promise<number> {
  return window.page
    .locator('.editor-instance .monaco-editor')
    .first()
    .evaluate((editor) => {
      const { top } = editor.getBoundingClientRect();
      const numbers = [...editor.querySelectorAll('.margin-view-overlays .line-numbers')]
        .map((one) => ({ line: Number(one.textContent), bottom: one.getBoundingClientRect().bottom }))
        .filter(({ line, bottom }) => line > 0 && bottom > top + 4);
      return Math.min(...numbers.map(({ line }) => line)) - 1;
    });
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2;

import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { useVSCode } from './support/app.ts';
import { pasteHtml, placeCursor, until, untilFocused } from './support/preview.ts';
import type { Window } from './support/window.ts';

const page = [
  '青禾镇召开环境提升推进会',
  '',
  '共绘美丽青禾景',
  '同奏幸福临江音',
  '',
  '近年来，青禾镇坚持党建引领基',
  '层治理，坚持社区全覆盖、楼组全参',
  '与，完成 162 个点位微更新，同比增',
  '长 59.8%，群众满意率名列前茅。',
  '各社区把居民的小事当作大事来',
  '办，巧用墙体彩绘扮靓老旧小区，改',
  '善了小区环境。',
  '下一步，全镇将以“三微三美”为',
  '抓手，继续推进微改造、微更新、微',
  '治理，建设美丽街区、美丽家园、美',
  '丽楼道，把实事办到居民的心坎上，',
  '让家门口的服务更加贴心，让街坊邻',
  '里的笑声更加响亮，让古老的青禾镇',
  '一年比一年更有精神、更有温度。',
  '（青禾镇融媒体中心）',
  '',
].join('\n');

describe('The preview, in a window as a person has it', function () {
  this.timeout(120_000);
  const openWindow = useVSCode();

  async function open(text = page): Promise<{ window: Window; preview: FrameLocator }> {
    const window = await openWindow({ files: { '青禾.newsletter': text }, open: '青禾.newsletter' });
    return { window, preview: await openPreview(window) };
  }

  it('changes in the file just the digit that is changed in the page, and one undo gives the file back', async () => {
    const { window, preview } = await open();
    await placeCursor(preview, '162', 3);
    await window.press('Backspace');
    await window.page.keyboard.type('3');
    await until(async () => (await saved(window)) === page.replace('162', '163'));
    await window.press('ControlOrMeta+Z');
    await window.press('ControlOrMeta+Z');
    await until(async () => (await saved(window)) === page);
    assert.match(await preview.locator('.page').innerText(), /完成162个|完成 162 个/);
  });

  it('takes Chinese from an input method once and whole, as one step', async () => {
    const { window, preview } = await open();
    await placeCursor(preview, '满意率', 0);
    await window.compose(['j', 'ju', 'jum', 'ju min'], '居民');
    await until(async () => (await saved(window)) === page.replace('群众满意率', '群众居民满意率'));
    await window.press('ControlOrMeta+Z');
    await until(async () => (await saved(window)) === page);
  });

  it('loses neither a change in the editor nor one in the page while a paragraph of the page has the focus', async () => {
    const { window, preview } = await open();
    await placeCursor(preview, '名列前茅', 4);
    await window.page.keyboard.type('一');
    await window.editor.locator('.view-line').first().click();
    await window.press('ControlOrMeta+Home');
    await window.page.keyboard.type('新');
    await placeCursor(preview, '名列前茅一', 5);
    await window.page.keyboard.type('二');
    const expected = `新${page.replace('名列前茅', '名列前茅一二')}`;
    await until(async () => (await saved(window)) === expected);
    assert.match(await preview.locator('.page').innerText(), /新青禾镇/);
  });

  it('splits a paragraph by Enter and joins it again by Backspace', async () => {
    const { window, preview } = await open();
    const before = await preview.locator('[data-line]').count();
    await placeCursor(preview, '坚持社区全覆盖', 0);
    await window.press('Enter');
    await until(async () => (await preview.locator('[data-line]').count()) === before + 1);
    await until(async () => (await saved(window)) !== page);
    assert.equal(await preview.locator('[data-line]').count(), before + 1);
    await window.press('Backspace');
    await until(async () => (await preview.locator('[data-line]').count()) === before);
    await window.press('ControlOrMeta+Z');
    await window.press('ControlOrMeta+Z');
    await until(async () => (await saved(window)) === page);
    await untilFocused(preview);
    await window.page.keyboard.type('甲');
    await until(async () => (await saved(window)) === page.replace('坚持社区', '甲坚持社区'));
  });

  it('takes back as many steps as undo was pressed, however fast', async () => {
    const { window, preview } = await open();
    // In a short line: a line that grows beyond the column is joined with the next, which is another matter.
    await placeCursor(preview, '小区环境', 0);
    for (const [i, letter] of [...'甲乙丙丁戊己'].entries()) {
      await window.page.keyboard.type(letter);
      const typed = '甲乙丙丁戊己'.slice(0, i + 1);
      await until(async () => (await saved(window)) === page.replace('小区环境', `${typed}小区环境`));
    }
    for (let i = 0; i < 6; i++) await window.press('ControlOrMeta+Z');
    await until(async () => (await saved(window)) === page);
    await untilFocused(preview);
  });

  it('takes pasted web text as clean blocks', async () => {
    const { window, preview } = await open();
    await placeCursor(preview, '善了小区环境。', 7);
    await pasteHtml(preview, '<p>第一段<b>黑体</b></p><script>alert(1)</script><p>第二段</p>');
    await until(async () => /第一段黑体[\s\S]*第二段/.test(await saved(window)));
    assert.doesNotMatch(await saved(window), /alert/);
  });
});

/** The key may come before VS Code knows the file's language, so it is pressed until the preview is there. */
async function openPreview(window: Window): Promise<FrameLocator> {
  const frame = window.page.locator('iframe.webview.ready').first();
  for (let tries = 0; tries < 6 && (await frame.count()) === 0; tries++) {
    await window.focusEditor();
    await window.press('ControlOrMeta+K');
    await window.press('V');
    await frame.waitFor({ timeout: 6_000 }).catch(() => undefined);
  }
  await window.preview.locator('[data-line]').first().waitFor({ timeout: 30_000 });
  return window.preview;
}

/** Saves from where the keyboard is and reads the file. */
async function saved(window: Window): Promise<string> {
  await window.press('ControlOrMeta+S');
  await window.page.waitForTimeout(250);
  return window.readFile('青禾.newsletter');
}

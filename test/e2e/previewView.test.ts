import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import { useVSCode } from './support/app.ts';
import { name, openingLines } from './support/opening.ts';
import { placeCursor, until, untilFile, untilFocused } from './support/preview.ts';
import type { Window } from './support/window.ts';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly where: readonly string[];
}

const page = [
  ...openingLines,
  '与，完成162个点位微更新，群众满意',
  '率名列前茅。',
  '各社区把居民的小事当作大事来',
  '办，巧用墙体彩绘扮靓老旧小区，改',
  '善了小区环境。',
  '（青禾镇融媒体中心）',
  '',
].join('\n');

describe('The ways to look at the preview', function () {
  this.timeout(120_000);
  const openWindow = useVSCode();

  async function open(text = page): Promise<{ window: Window; preview: FrameLocator }> {
    const window = await openWindow({ files: { [name]: text }, open: name });
    return { window, preview: await window.openPreview() };
  }

  const layoutOf = (preview: FrameLocator) => preview.locator('body').getAttribute('data-layout');

  it('keep the layout that was chosen when the window is loaded anew', async () => {
    const { window, preview } = await open();
    await preview.getByLabel('Layout of the page').selectOption('newspaper');
    await until(async () => (await layoutOf(preview)) === 'newspaper');
    // VS Code writes down what a window shows every few seconds, and nowhere tells of it.
    await window.page.waitForTimeout(6000);
    await window.reload();
    await window.preview.locator('[data-line]').first().waitFor({ timeout: 60_000 });
    await until(async () => (await layoutOf(window.preview)) === 'newspaper');
  });

  it('tell how an article fits its box, as it is typed', async () => {
    const { window, preview } = await open();
    await placeCursor(preview, '改善了', 0);
    await window.press('ControlOrMeta+Alt+B');
    for (const [field, size] of [
      ['Columns', '1'],
      ['Lines', '13'],
      ['Characters a line', '16'],
    ] as const) {
      await preview.getByLabel(field).fill(size);
    }
    await preview.getByRole('button', { name: 'Set' }).click();
    const fit = preview.locator('#status .fit');
    await until(async () => (await fit.innerText()) === 'Lines left: 1');
    await untilFocused(preview);
    await window.page.keyboard.type('一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十');
    await until(async () => /^Characters too many: \d+$/.test(await fit.innerText()));
  });

  it('find a word over the line ends of the file, and replace it everywhere in one step', async () => {
    const { window, preview } = await open();
    await placeCursor(preview, '近年来', 0);
    await window.press('ControlOrMeta+F');
    const field = preview.getByRole('textbox', { name: 'Find' });
    await field.fill('满意率');
    await until(async () => (await preview.locator('#find .count').innerText()) === '1 of 1');
    await field.fill('社区');
    await until(async () => (await preview.locator('#find .count').innerText()) === '2 of 2');
    assert.deepEqual(await highlighted(preview), { find: ['社区', '社区'], found: ['社区'] });
    await preview.getByRole('textbox', { name: 'Replace with' }).fill('村居');
    await preview.getByRole('button', { name: 'Replace all' }).click();
    await window.press('Escape');
    await untilFocused(preview);
    await untilFile(window, name, page.replaceAll('社区', '村居'));
    await window.press('ControlOrMeta+Z');
    await untilFile(window, name, page);
  });

  it('lead from a finding to its fix by the keyboard', async () => {
    const text = page.replace('名列前茅。', '名列前茅。。');
    const { window, preview } = await open(text);
    await preview.locator('.finding').first().waitFor();
    await placeCursor(preview, '名列前茅。', 5);
    await window.press('ControlOrMeta+.');
    const fix = preview.locator('#card button').first();
    await until(() => fix.evaluate((button) => button === document.activeElement).catch(() => false));
    await window.press('Enter');
    await untilFocused(preview);
    await untilFile(window, name, page);
  });

  it('lead from a place of the editor to that place of the page', async () => {
    const paragraphs = Array.from(
      { length: 60 },
      (_, i) => `第${i}段：${'近年来，青禾镇坚持党建引领基层治理。'.repeat(4)}`,
    );
    const { window, preview } = await open(['青禾镇召开推进会', '', ...paragraphs, ''].join('\n\n'));
    await window.goTo(95);
    await window.press('ControlOrMeta+Alt+V');
    await untilFocused(preview);
    await until(() =>
      preview.locator('.page').evaluate((_page) => {
        const block = getSelection()?.focusNode?.parentElement?.closest('[data-line]');
        const box = block?.getBoundingClientRect();
        return block?.getAttribute('data-line') === '94' && !!box && box.top > 0 && box.bottom < innerHeight;
      }),
    );
  });

  it('show hostile text as text', async () => {
    const hostile = [
      '<script>window.hacked = 1</script>的标题',
      '',
      '正文“]]>”和<img src=x onerror="window.hacked = 1">还有\u202e反转\u202c文字，坚持党建引领基层治理。',
      '',
      `很长的一段：${'近年来青禾镇坚持党建引领基层治理，'.repeat(60_000)}好。`,
      '',
    ].join('\n');
    const { preview } = await open(hostile);
    const shown = preview.locator('.page');
    await until(async () => (await shown.innerText()).includes('<img src=x onerror="window.hacked = 1">'));
    const found = await shown.evaluate((root) => ({
      hacked: 'hacked' in window,
      elements: root.querySelectorAll('script, img').length,
      length: (root.textContent ?? '').length,
    }));
    assert.equal(found.hacked, false);
    assert.equal(found.elements, 0);
    assert.ok(found.length > 1_000_000);
    assert.match(await shown.innerText(), /<script>window\.hacked = 1<\/script>的标题/);
  });

  it('give people who do not see or point nothing serious to stumble over', async () => {
    const { window, preview } = await open();
    await placeCursor(preview, '近年来', 0);
    await window.press('ControlOrMeta+Shift+O');
    await preview.locator('#outline .entry').first().waitFor();
    await window.press('ControlOrMeta+F');
    await preview.locator('#find').waitFor();
    await window.press('ControlOrMeta+Alt+B');
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const frame = await (await preview.locator('body').elementHandle())?.ownerFrame();
    assert.ok(frame);
    for (const layout of ['reading', 'newspaper', 'bulletin', 'official']) {
      await preview.getByLabel('Layout of the page').selectOption(layout);
      await until(async () => (await layoutOf(preview)) === layout);
      await frame.evaluate(source);
      const found: Violation[] = await frame.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof Axe };
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations.map(({ id, impact, nodes }) => ({
          id,
          impact: impact ?? '',
          where: nodes.map(({ html }) => html),
        }));
      });
      const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      assert.deepEqual(serious, [], layout);
    }
  });
});

/** What the browser marks in the page, by the names of its highlights. */
function highlighted(preview: FrameLocator): Promise<Record<string, string[]>> {
  return preview
    .locator('.page')
    .evaluate(() =>
      Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map((one) => String(one))])),
    );
}

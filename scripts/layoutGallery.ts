// npm run screenshots -- --layouts: every layout of the preview in every kind of theme, to be looked at; not for the README.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Session } from '../test/e2e/support/session.ts';
import { Window } from '../test/e2e/support/window.ts';
import { layouts } from '../src/core/features/layouts.ts';
import { cache } from './paths.ts';

const themes: Readonly<Record<string, string>> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/**
 * Takes the pictures of these newsletters: of each layout and theme one from the page's beginning with an article's box below, and one
 * of what follows. Returns the folder they are in.
 */
export async function takeLayouts(
  session: Session,
  newsletters: Readonly<Record<string, Uint8Array>>,
): Promise<string> {
  const folder = join(cache, 'layouts');
  await mkdir(folder, { recursive: true });
  for (const [theme, title] of Object.entries(themes)) {
    const settings = JSON.stringify({ 'workbench.colorTheme': title });
    for (const [number, name] of Object.keys(newsletters).entries()) {
      const window = await Window.open(session, {
        files: { ...newsletters, '.vscode/settings.json': settings },
        open: name,
      });
      await window.untilLanguage(/newsletter/i);
      const preview = await openAlone(window);
      await setBox(window, preview);
      for (const layout of layouts) {
        await preview.getByLabel('Layout of the page').selectOption(layout);
        for (const [part, top] of [0, 0.8].entries()) {
          await preview.locator('body').evaluate((_body, part) => scrollTo(0, part * innerHeight), top);
          // What is laid out anew and marked comes a moment later.
          await window.page.waitForTimeout(600);
          await window.page.screenshot({ path: join(folder, `${number + 1}-${layout}-${theme}-${part + 1}.png`) });
        }
      }
      await window.close();
    }
  }
  return folder;
}

/** Opens the preview in the place of the editor, over the whole window. */
async function openAlone(window: Window): Promise<FrameLocator> {
  await window.page.locator('.editor-actions [aria-label*="Preview"]').first().waitFor();
  await window.runCommand('View: Close Primary Side Bar');
  await window.focusEditor();
  await window.press('ControlOrMeta+Shift+V');
  await window.preview.locator('[data-line]').first().waitFor({ timeout: 30_000 });
  return window.preview;
}

/** Gives the article at hand a box that the first newsletter's is a little too long for. */
async function setBox(window: Window, preview: FrameLocator): Promise<void> {
  await preview.locator('.page .paragraph').first().click();
  await window.press('ControlOrMeta+Alt+B');
  await preview.getByLabel('Lines').fill('32');
  await preview.getByRole('button', { name: 'Set' }).click();
}

import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { name, openingLines } from './opening.ts';
import { placeCursor, until } from './preview.ts';
import type { Window } from './window.ts';

/** The newsletter under which files, windows and hosts fail. */
export const page = [...openingLines, '与，推进“三会”制度，完成 162 个点', '位微更新，群众满意率名列前茅。', ''].join(
  '\n',
);

/** The newsletter with something written at its end. */
export const withTyped = (text: string, before = page): string => before.replace('名列前茅。', `名列前茅。${text}`);

/** Puts the cursor behind the last character of the page. */
export async function goToEnd(preview: FrameLocator): Promise<void> {
  // A key pressed right after the click that gives the focus, faster than any hand, is set back with the click's cursor.
  await placeCursor(preview, '名列前茅。', 0);
  await preview.locator('.page').press('ControlOrMeta+End');
}

/** Waits until the file on disk is this. */
export async function untilSaved(window: Window, text: string, file = name): Promise<void> {
  let found = '';
  try {
    await until(async () => (found = await window.readFile(file).catch(() => '')) === text);
  } catch {
    assert.equal(found, text);
  }
}

/** Waits until the text editor shows this piece of text. */
export const untilInEditor = (window: Window, text: string): Promise<void> =>
  window.editor.locator('.view-line', { hasText: text }).first().waitFor();

/** A message of VS Code or of the extension that holds a piece of text. */
export const toast = (window: Window, text: string): Locator =>
  window.page.locator('.notification-toast', { hasText: text }).first();

/** Waits until the list of files no longer shows one. */
export const untilUnlisted = (window: Window, file = name): Promise<void> =>
  window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).waitFor({ state: 'detached' });

import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Window } from './window.ts';

/** Puts the cursor of the page in front of the character `at` of a piece of text. */
export async function placeCursor(preview: FrameLocator, text: string, at: number): Promise<void> {
  const place = await preview.locator('.page').evaluate(
    (root, { text, at }) => {
      const pieces: Text[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) pieces.push(walker.currentNode as Text);
      const whole = pieces.map((piece) => piece.data).join('');
      let offset = whole.indexOf(text) + at;
      if (offset < at) throw new Error(`not in the page: ${text}\n${whole}`);
      for (const piece of pieces) {
        if (offset <= piece.length) {
          (root as HTMLElement).focus();
          getSelection()?.collapse(piece, offset);
          return true;
        }
        offset -= piece.length;
      }
      return false;
    },
    { text, at },
  );
  assert.ok(place);
  // The editing surface hears of the selection a moment later.
  await preview.locator('.page').page().waitForTimeout(100);
}

/** Pastes HTML where the keyboard is, as the browser does it. */
export async function pasteHtml(preview: FrameLocator, html: string): Promise<void> {
  await preview.locator('.page').evaluate((element, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

/** Saves from where the keyboard is, again and again, until the file holds `expected`. */
export async function untilFile(window: Window, name: string, expected: string): Promise<void> {
  let found = '';
  try {
    await until(async () => {
      await window.press('ControlOrMeta+S');
      found = await window.readFile(name);
      return found === expected;
    });
  } catch {
    assert.equal(found, expected);
  }
}

/** Undo lends the keyboard to the text editor for a moment. */
export async function untilFocused(preview: FrameLocator): Promise<void> {
  await until(() =>
    preview.locator('.page').evaluate((page) => document.hasFocus() && page.contains(document.activeElement)),
  );
}

/** Waits for what a person would wait for. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to that in time.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Session } from './session.ts';

export interface WindowContents {
  /** Files of the folder by their relative paths; text is written as UTF-8, bytes as they are. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The file that is open at the start. */
  readonly open?: string;
}

/** A row of the Outline view. */
export interface OutlineRow {
  readonly label: string;
  /** 1 for the roots. */
  readonly level: number;
}

/** A window of VS Code as a person has it before them: what can be seen is read, keys and mouse act. */
export class Window {
  readonly page: Page;
  /** The folder it has open. */
  readonly folder: string;

  readonly #session: Session;

  private constructor(session: Session, page: Page, folder: string) {
    this.#session = session;
    this.page = page;
    this.folder = folder;
  }

  /** Opens a window on a fresh folder with these files. */
  static async open(session: Session, contents: WindowContents): Promise<Window> {
    const folder = await session.freshFolder();
    for (const [name, data] of Object.entries(contents.files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), data);
    }
    return Window.#on(session, folder, contents.open);
  }

  static async #on(session: Session, folder: string, open: string | undefined): Promise<Window> {
    const openFile = open === undefined ? {} : { openFile: join(folder, open) };
    const window = new Window(session, await session.openPage({ folder, ...openFile }), folder);
    if (open !== undefined) await window.editor.waitFor();
    return window;
  }

  /** Another window on the same folder; whoever opens it closes it. */
  another(open: string): Promise<Window> {
    return Window.#on(this.#session, this.folder, open);
  }

  /** Loads the window anew, with what it showed. */
  async reload(): Promise<void> {
    const address = new URL(this.page.url());
    const payload = JSON.parse(address.searchParams.get('payload') ?? '[]') as [string, string][];
    address.searchParams.set('payload', JSON.stringify(payload.filter(([key]) => key !== 'openFile')));
    await this.page.goto(address.href);
    await this.page.locator('.monaco-workbench').waitFor();
  }

  /** Leaves VS Code as a person does: a window that is just gone keeps its extension host for hours, in case it comes back. */
  async close(): Promise<void> {
    if (this.page.isClosed()) return;
    await this.page.goto('about:blank');
    await this.page.close();
  }

  /** The text editor that was used last. */
  get editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor .view-lines').first();
  }

  /** Presses keys, such as `ControlOrMeta+Z`. */
  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** Opens a file of the folder by Quick Open. */
  async openFile(name: string): Promise<void> {
    await this.choose('ControlOrMeta+P', name);
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor();
    await this.editor.waitFor();
  }

  /** Runs a command by its title in the command palette. */
  runCommand(title: string): Promise<void> {
    return this.choose('F1', title, '>');
  }

  /** Moves the cursor; line and column are 1-based, as in VS Code's status bar. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.press('Control+G');
    await this.quickInput.waitFor();
    await this.quickInput.fill(`:${line}:${column}`);
    // Entered before the list has taken the number in, it leads to another place.
    await this.page.locator('.quick-input-list', { hasText: new RegExp(`\\b${line}\\b.*\\b${column}\\b`) }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Gives the keyboard to the text editor of the first group, also from inside a webview. */
  async focusEditor(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+1');
    await this.page.waitForFunction(
      () => document.activeElement?.closest('.editor-instance .monaco-editor') instanceof Element,
    );
  }

  /** The lines of the text editor that can be seen, top to bottom. */
  async visibleLines(): Promise<string[]> {
    const lines = await this.editor
      .locator('.view-line')
      .evaluateAll((all) =>
        all.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' })),
      );
    // The editor draws spaces as no-break ones.
    return lines.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
  }

  /**
   * Rests the mouse on a piece of text in the editor and returns what the hover card says, once it says the awaited words.
   * Findings come first into a card, the explanation of a term a moment later.
   * @param text a piece that stands in one drawn line
   * @param awaited words the card is to have, all of them
   * @param at the character of the piece to rest on, from 0
   * @throws when no such card comes; the error quotes the last one that came
   */
  async hover(text: string, awaited: readonly string[], at = 0): Promise<string> {
    let said = '';
    const card = this.page.locator('.monaco-hover:not(.hidden):has(.hover-contents)').first();
    for (let tries = 0; tries < 10; tries++) {
      // What has changed since it came shows in a new card only.
      if (tries > 0) {
        await this.page.mouse.move(5, 5);
        await card.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined);
      }
      const { x, y } = await this.placeOf(text, at);
      await this.page.mouse.move(x, y + 200);
      await this.page.mouse.move(x, y, { steps: 4 });
      // A layout that still moves, or an analysis that is not there yet, can swallow the first try.
      for (let waited = 0; waited < 2000; waited += 100) {
        if (await card.isVisible()) {
          said = await card.innerText({ timeout: 1000 }).catch(() => '');
          if (awaited.every((words) => said.includes(words))) return said;
        }
        await this.page.waitForTimeout(100);
      }
    }
    throw new Error(`No hover card for “${text}” says ${awaited.join(' and ')}. The last one: ${said || '(none)'}`);
  }

  /** Rests the mouse on a piece of text for a second and a half; true when a hover card came. */
  async hasHover(text: string, at = 0): Promise<boolean> {
    const { x, y } = await this.placeOf(text, at);
    await this.page.mouse.move(x, y, { steps: 4 });
    await this.page.waitForTimeout(1500);
    return (await this.page.locator('.monaco-hover:not(.hidden) .hover-contents').count()) > 0;
  }

  /** The rows of the Outline view, all unfolded; waits until there are some. */
  async outline(): Promise<OutlineRow[]> {
    await this.runCommand('Explorer: Focus on Outline View');
    const rows = this.page.locator('.outline-pane .monaco-list-row');
    await rows.first().waitFor();
    // Only rows that can be seen are there to be read: the list of files makes room.
    const files = this.page.locator('.pane:has(.explorer-folders-view) > .pane-header.expanded');
    if ((await files.count()) > 0) await files.first().click();
    await this.page.waitForTimeout(300);
    return rows.evaluateAll((all) =>
      all
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((row) => ({
          label: row.querySelector('.outline-element-label .label-name')?.textContent ?? row.textContent ?? '',
          level: Number(row.getAttribute('aria-level')),
        })),
    );
  }

  /** The page inside the webview that can be seen: it sits two frames deep. */
  get preview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  }

  /** Opens the preview beside the editor, with the key a person uses, and waits for its first block. */
  async openPreview(): Promise<FrameLocator> {
    // The button shows that the file is known as a newsletter: before that the key does nothing.
    await this.page.locator('.editor-actions [aria-label*="Preview"]').first().waitFor();
    await this.focusEditor();
    await this.page.keyboard.press('ControlOrMeta+K');
    await this.page.locator('.statusbar-item', { hasText: 'Waiting for second key' }).waitFor();
    await this.page.keyboard.press('V');
    await this.preview.locator('[data-line]').first().waitFor({ timeout: 30_000 });
    return this.preview;
  }

  /**
   * Plays an input method where the keyboard is: the stages of the composition, such as `q`, `qing`, `qing he`, then the text
   * that is chosen. Without a choice the composition is cancelled.
   */
  async compose(stages: readonly string[], chosen: string): Promise<void> {
    const input = await this.page.context().newCDPSession(this.page);
    for (const text of stages) {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await this.page.waitForTimeout(30);
    }
    if (chosen === '') await input.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    else await input.send('Input.insertText', { text: chosen });
    await input.detach();
  }

  /** Saves the active editor and waits until its tab shows no changes. */
  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Undoes the last change of the active editor. */
  undo(): Promise<void> {
    return this.page.keyboard.press('ControlOrMeta+Z');
  }

  /** The bytes of a file on disk, as text. */
  readFile(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  /** The language the status bar shows for the active editor. */
  language(): Promise<string> {
    return this.page.locator('[id="status.editor.mode"]').innerText();
  }

  /** Waits until the status bar shows this language. */
  async untilLanguage(name: string | RegExp): Promise<void> {
    await this.page.locator('[id="status.editor.mode"]', { hasText: name }).waitFor();
  }

  /** Texts of the notifications that can be seen. */
  notifications(): Promise<string[]> {
    return this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  private get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
  }

  private async choose(keys: string, text: string, prefix = '', row = text): Promise<void> {
    await this.page.keyboard.press(keys);
    await this.quickInput.waitFor();
    await this.quickInput.fill(prefix + text);
    // The row that Enter takes: the list of before may still stand there.
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  private async placeOf(text: string, at: number): Promise<{ x: number; y: number }> {
    const place = await this.editor.evaluate(findText, { text, at });
    if (!place) throw new Error(`“${text}” cannot be seen in the editor:\n${(await this.visibleLines()).join('\n')}`);
    return place;
  }
}

/** Runs in the page: the middle of a character of the first place where the text stands in a drawn line. */
function findText(editor: Element, { text, at }: { text: string; at: number }): { x: number; y: number } | undefined {
  for (const line of editor.querySelectorAll('.view-line')) {
    const found = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (found < 0) continue;
    const pieces = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let left = found + at;
    while (pieces.nextNode()) {
      const piece = pieces.currentNode as Text;
      if (left < piece.length) {
        const range = document.createRange();
        range.setStart(piece, left);
        range.setEnd(piece, left + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      left -= piece.length;
    }
  }
  return undefined;
}

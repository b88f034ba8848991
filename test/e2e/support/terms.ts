import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import type { Window } from './window.ts';

/** A page of a town paper with the traps of extracted text; its terms are defined in it, by parts, or in the built-in glossary. */
export const townPage = readFileSync(join(root, 'test/fixtures/qinghe-page2.txt'), 'utf8');

/** The 1-based line in which a text first stands, and its 1-based column, `into` characters inside it. */
export function placeIn(page: string, text: string, into = 0): { readonly line: number; readonly column: number } {
  const at = page.indexOf(text);
  if (at < 0) throw new Error(`“${text}” is not in the page.`);
  const before = page.slice(0, at + into);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** Puts the cursor at a text, so that it can be seen too. */
export async function goToText(window: Window, page: string, text: string, into = 0): Promise<void> {
  const { line, column } = placeIn(page, text, into);
  await window.goTo(line, column);
}

/** Types as a person does, and waits until a row of the suggestions has this label. */
export async function typeUntilOffered(window: Window, typed: string, label: string): Promise<void> {
  await window.page.keyboard.type(typed, { delay: 40 });
  await window.page
    .locator('.suggest-widget.visible .monaco-list-row', { has: window.page.getByText(label, { exact: true }) })
    .first()
    .waitFor();
}

/** Waits until the status bar says that the cursor is there. */
export async function untilCursorAt(window: Window, line: number, column?: number): Promise<void> {
  const text = column === undefined ? new RegExp(`Ln ${line},`) : `Ln ${line}, Col ${column}`;
  await window.page.locator('[id="status.editor.selection"]', { hasText: text }).waitFor();
}

/** Waits until the extension has read the newsletter in the editor: the defects of the page are marked then. */
export async function untilRead(window: Window): Promise<void> {
  await window.page.locator('.editor-instance .squiggly-hint').first().waitFor({ state: 'attached' });
}

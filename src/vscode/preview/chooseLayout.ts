import * as vscode from 'vscode';
import { layouts } from '../../core/features/layouts.ts';
import { layoutNames } from './layoutNames.ts';
import type { Previews } from './manager.ts';
import type { PageMemory } from './pageMemory.ts';

/** Asks how the page of the active preview is to be laid out. */
export async function chooseLayout(previews: Previews, memory: PageMemory): Promise<void> {
  const panel = previews.active;
  if (!panel?.document) return;
  const now = memory.get(panel.document.uri).layout;
  const names = layoutNames();
  const items = layouts.map((layout) => ({
    layout,
    label: names[layout],
    ...(layout === now && { description: vscode.l10n.t('now') }),
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Layout of the page') });
  if (chosen) panel.setLayout(chosen.layout);
}

import * as vscode from 'vscode';

/** How long panels have after the start to come back by themselves, as they do after the window was reloaded, in milliseconds. */
const grace = 6000;

/**
 * The extension host was ended and started again: its panels are still shown, but nothing reaches them any more. Tells the person
 * once, and opens their documents' previews anew if wanted.
 */
export function watchOrphans(
  viewType: string,
  shown: () => readonly vscode.WebviewPanel[],
  reopen: (label: string, column: vscode.ViewColumn) => Promise<void>,
): vscode.Disposable {
  const timer = setTimeout(() => void tell(), grace);
  return new vscode.Disposable(() => clearTimeout(timer));

  async function tell(): Promise<void> {
    const orphans = orphanedTabs(viewType, shown());
    if (orphans.length === 0) return;
    const again = vscode.l10n.t('Open the preview again');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The extensions were restarted, and the open preview no longer reaches its file. Copy from it what it says is not in the file yet.',
      ),
      again,
    );
    if (answer !== again) return;
    for (const { label, group } of orphans) await reopen(label, group.viewColumn);
  }
}

/** Tabs of the type that can be seen and belong to none of the panels. Hidden ones may still be brought back when they are shown. */
function orphanedTabs(viewType: string, panels: readonly vscode.WebviewPanel[]): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .filter(({ viewColumn }) => !panels.some((panel) => panel.visible && panel.viewColumn === viewColumn))
    .flatMap(({ activeTab }) => (activeTab ? [activeTab] : []))
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}

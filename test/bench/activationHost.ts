import * as vscode from 'vscode';

const contenders = {
  activation_ms: 'policy-newsletter.policy-newsletter',
  activation_markdown_ms: 'vscode.markdown-language-features',
} as const;

/** Runs in the extension host of an empty window: activates both extensions, and writes how long each took beside the folder. */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('The window has no folder.');
  const names = Object.entries(contenders);
  // Whoever comes second finds the host warmer: they take turns.
  if (/[02468]$/.test(vscode.Uri.joinPath(folder, '..').path)) names.reverse();
  const times: Record<string, number> = {};
  let error = '';
  try {
    for (const [key, id] of names) times[key] = await activationOf(id);
  } catch (reason) {
    error = String(reason);
  }
  const bytes = new TextEncoder().encode(JSON.stringify({ times, error }));
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, '../activation.json'), bytes);
}

/** Milliseconds from the call to the end of the extension's own `activate`, its code loaded on the way. */
async function activationOf(id: string): Promise<number> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension || extension.isActive) throw new Error(`${id} is missing or was active before.`);
  const start = performance.now();
  await extension.activate();
  return performance.now() - start;
}

import * as vscode from 'vscode';

/** A page of an invented town paper with the traps of extracted text: wraps, stray spaces, overprinting, a couplet, leads. */
export const townPage = `青禾镇部署“三清两建一提升”工作
（上接 1 版）

““小小微微更更新新””扮扮靓靓““新新家家园园””
　　近年来， 青禾镇坚持党建引领

基层治理，坚持社区全覆盖、楼组全
参与，推进城市更新和社区“三微三
美”环境提升，居民满意度逐年提高。
　　南苑居民区由 12 位小区居民组
成的“盆景社”自治团队，致力于小区
绿植、盆景栽培、环境美化等，小区
面貌焕然一新。
　　今年，全镇实施了以“三清两建
一提升”（清河道、清楼道、清街道，
建机制、建队伍，提升满意度）为重
点的整治行动，推动“三清”见效、
“两建”见新，群众满意率稳步提高。
　　临江路沿线的老旧小区巧用墙体
彩绘来扮靓楼道，不仅外化于形，而
且改善了环境。

共绘美丽家园景
同奏幸福青禾音

　　南苑小区加装电梯竣工启用，圆
了居民盼望多年的“电梯梦”。三农
工作稳中有进，十五年来变化很大，
处处是风景。
　　———“小院落”撬动大治理。坚
持群众的事群众商量着办，完成 162
个点位整治，同比增长 59.8%，惠及
居民两千余户。
　　———“议事厅”化解大难题。建
立议事机制，把矛盾化解在楼道里，
把服务送到家门口。
（青禾镇融媒体中心）
`;

let pages = 0;

/**
 * Opens a newsletter, or another text by its extension, from a new file outside of the workspace folder. (A document without a
 * file would do, were its name not used again: VS Code then restores what stood under that name before, if it is quick enough.)
 */
export function openPage(content = townPage, extension = 'newsletter'): Promise<vscode.TextDocument> {
  return openFile(`../pages/page-${++pages}.${extension}`, content);
}

/** URI of a file in the workspace folder. */
export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need a workspace folder.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file into the workspace folder. */
export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** Documents that tests have opened and not yet closed. */
const opened = new Set<vscode.TextDocument>();

/** Writes a file into the workspace folder and shows it. */
export async function openFile(name: string, content: string | Uint8Array): Promise<vscode.TextDocument> {
  const uri = await writeFile(name, content);
  // `openTextDocument` would keep the document open for minutes after its last tab is closed.
  await vscode.commands.executeCommand('vscode.open', uri);
  const document = await until(`${name} in an editor`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.path === uri.path && editor.document;
  });
  opened.add(document);
  return document;
}

/** Closes all editors without saving, waits until their documents are gone, and takes files out of the workspace folder. */
export async function cleanUp(...names: readonly string[]): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('the documents to be closed', () => [...opened].every((document) => document.isClosed));
  opened.clear();
  for (const name of names) await vscode.workspace.fs.delete(fileUri(name), { useTrash: false });
}

/** Asks until the answer is there; fails with `what` after ten seconds. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited in vain: ${what}`);
}

/** Position of the first occurrence of `text` in a document, `into` UTF-16 code units inside it. */
export function positionOf(document: vscode.TextDocument, text: string, into = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`“${text}” is not in the document.`);
  return document.positionAt(offset + into);
}

/** What the hover at a position says, as Markdown; empty where there is none. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The outline as indented lines. */
export async function outlineOf(document: vscode.TextDocument): Promise<string[]> {
  const symbols = await symbolsOf(document);
  const lines = (some: readonly vscode.DocumentSymbol[], depth: number): string[] =>
    some.flatMap((symbol) => [`${'  '.repeat(depth)}${symbol.name}`, ...lines(symbol.children, depth + 1)]);
  return lines(symbols, 0);
}

/** The document symbols as a tree. */
export async function symbolsOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return (
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )) ?? []
  );
}

/** Findings shown on a document, by code. */
export function findingsOn(document: vscode.TextDocument, code?: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((one) => code === undefined || one.code === code);
}

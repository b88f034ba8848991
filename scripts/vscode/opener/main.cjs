// For `npm start` only: what a person would do first, done for them.
const vscode = require('vscode');

exports.activate = async function activate() {
  const folder = vscode.workspace.workspaceFolders?.[0];
  // A page that was reloaded keeps its editors.
  if (!folder || vscode.window.tabGroups.all.some((group) => group.tabs.length > 0)) return;
  const pages = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.{txt,newsletter,jianbao}'));
  const [first] = pages.sort((a, b) => (a.path < b.path ? -1 : 1));
  if (!first) return;
  await vscode.window.showTextDocument(first, { preview: false });
  await untilItIsANewsletter(first);
  await vscode.commands.executeCommand('policyNewsletter.openPreviewToSide');
};

/** The extension recognises a .txt file a moment after it is opened; ten seconds are more than enough. */
async function untilItIsANewsletter(uri) {
  for (let tries = 0; tries < 100; tries++) {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document?.languageId === 'newsletter') return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

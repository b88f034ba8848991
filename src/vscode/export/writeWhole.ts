import * as vscode from 'vscode';

const { fs } = vscode.workspace;

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes the file's place. What was there before stays until
 * the new file is complete, and comes back where it cannot be replaced. Answers false where `token` stopped it in time.
 * @throws the file system's error; `leftBehind` then tells of a neighbour that could not be taken away
 */
export async function writeWhole(
  target: vscode.Uri,
  content: Uint8Array,
  token?: vscode.CancellationToken,
  leftBehind: (neighbour: vscode.Uri) => void = () => undefined,
): Promise<boolean> {
  const part = neighbour(target, 'part');
  try {
    await fs.writeFile(part, content);
    // A disk that runs full can cut a file short without a word.
    if ((await fs.readFile(part)).length !== content.length) throw vscode.FileSystemError.Unavailable(part);
    if (token?.isCancellationRequested) return false;
    await replace(target, part);
    return true;
  } finally {
    await takeAway(part, leftBehind);
  }
}

/** VS Code renames over a file by deleting it first: the old one steps aside instead, to come back where the new one does not arrive. */
async function replace(target: vscode.Uri, part: vscode.Uri): Promise<void> {
  if (!(await exists(target))) return fs.rename(part, target);
  const old = neighbour(target, 'old');
  await fs.rename(target, old);
  try {
    await fs.rename(part, target);
  } catch (error) {
    await fs.rename(old, target);
    throw error;
  }
  await takeAway(old, () => undefined);
}

async function takeAway(uri: vscode.Uri, leftBehind: (uri: vscode.Uri) => void): Promise<void> {
  if (!(await exists(uri))) return;
  try {
    await fs.delete(uri, { useTrash: false });
  } catch {
    leftBehind(uri);
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** A name in the same folder that no other file has. */
function neighbour(target: vscode.Uri, ending: string): vscode.Uri {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const mark = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0'));
  // File systems count bytes of a name, and a Chinese character has three.
  return vscode.Uri.joinPath(target, '..', `.${name.slice(0, 40)}.${mark.join('')}.${ending}`);
}

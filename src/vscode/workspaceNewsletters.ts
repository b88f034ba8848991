import * as vscode from 'vscode';
import { readsLikeNewsletter } from '../core/features/detect.ts';
import { unreadReason } from './analyses.ts';
import { isNewsletter } from './languages.ts';
import { harvestLimit } from './settings.ts';

/** Files that may be newsletters. */
export const newsletterGlob = '**/*.{newsletter,jianbao,txt}';
/** Folders that hold no newsletters of the person's own. */
const excluded = '**/{node_modules,.git,.vscode,.vscode-test,dist,out}/**';
/** Longer files are not read in the background, in bytes and in UTF-16 code units. */
const longest = 2_000_000;

/** A newsletter of the workspace with its text: that of the open document, where it is open. */
export interface NewsletterText {
  readonly uri: vscode.Uri;
  /** Path inside the workspace. */
  readonly label: string;
  readonly raw: string;
}

/** Reads the newsletters of the workspace, without opening them as documents. */
export class WorkspaceNewsletters {
  readonly #log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** All of them one after the other, open ones first; reading stops when the token says so. */
  async *all(token: vscode.CancellationToken): AsyncGenerator<NewsletterText> {
    const seen = new Set<string>();
    for (const document of vscode.workspace.textDocuments) {
      if (!isNewsletter(document) || document.uri.scheme === 'git') continue;
      seen.add(document.uri.toString());
      const text = (await isInUse(document)) ? textOfDocument(document) : undefined;
      if (text) yield text;
    }
    const limit = harvestLimit();
    if (limit === 0 || token.isCancellationRequested) return;
    for (const uri of await vscode.workspace.findFiles(newsletterGlob, excluded, limit, token)) {
      if (token.isCancellationRequested) return;
      const text = seen.has(uri.toString()) ? undefined : await this.read(uri);
      if (text) yield text;
      await pause();
    }
  }

  /** The text of one file; undefined where it is gone, too long, binary or no newsletter. */
  async read(uri: vscode.Uri): Promise<NewsletterText | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open) return isNewsletter(open) && (await isInUse(open)) ? textOfDocument(open) : undefined;
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > longest) return undefined;
      const decoded = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
      // As the editor holds it: line ends are those of a document, and the byte order mark is no text.
      const raw = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
      if (unreadReason(raw, longest)) return undefined;
      return uri.path.endsWith('.txt') && !readsLikeNewsletter(raw) ? undefined : named(uri, raw);
    } catch (error) {
      this.#log.debug(`${uri.toString()} was not read.`, error);
      return undefined;
    }
  }
}

/** False for what VS Code still holds some minutes after its file was deleted or its last tab was closed. */
async function isInUse(document: vscode.TextDocument): Promise<boolean> {
  if (document.isClosed) return false;
  if (document.isUntitled) return hasTab(document.uri);
  return document.isDirty || exists(document.uri);
}

function hasTab(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

function textOfDocument(document: vscode.TextDocument): NewsletterText | undefined {
  const raw = document.getText();
  return unreadReason(raw, longest) ? undefined : named(document.uri, raw);
}

const named = (uri: vscode.Uri, raw: string): NewsletterText => ({
  uri,
  label: vscode.workspace.asRelativePath(uri),
  raw,
});

/** Lets typing and other work come first. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

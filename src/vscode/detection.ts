import * as vscode from 'vscode';
import { readsLikeNewsletter } from '../core/features/detect.ts';
import { isNewsletter, newsletterLanguage } from './languages.ts';
import { detectMode } from './settings.ts';

/** Where it is remembered which files a person took back from the newsletter language. */
const refusedKey = 'detection.refused';
/** Old refusals make room for new ones. */
const mostRefused = 500;

/**
 * Gives `.txt` files that read like a newsletter their language. Each document is judged once; a file the person set to another
 * language is remembered and left alone for good.
 */
export class Detection implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #judged = new WeakSet<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;

  constructor(memory: vscode.Memento, log: vscode.LogOutputChannel) {
    this.#memory = memory;
    this.#log = log;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => void this.#consider(document)),
      // A change of language closes the document and opens it again: it was a newsletter, and is not closed for good.
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.#judged.has(document) && !document.isClosed) this.#watchLanguage(document);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('policyNewsletter.detect')) this.#considerAll();
      }),
    );
    this.#considerAll();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #considerAll(): void {
    for (const document of vscode.workspace.textDocuments) void this.#consider(document);
  }

  async #consider(document: vscode.TextDocument): Promise<void> {
    if (this.#judged.has(document) || !isCandidate(document)) return;
    const mode = detectMode(document);
    if (mode === 'off') return;
    this.#judged.add(document);
    if (this.#refused.includes(document.uri.toString()) || !readsLikeNewsletter(document.getText())) return;
    if (mode === 'ask' && !(await this.#ask(document))) return;
    if (document.isClosed || document.languageId !== 'plaintext') return;
    try {
      await vscode.languages.setTextDocumentLanguage(document, newsletterLanguage);
    } catch (error) {
      this.#log.warn(`The language of ${document.uri.toString()} could not be set.`, error);
    }
  }

  async #ask(document: vscode.TextDocument): Promise<boolean> {
    const yes = vscode.l10n.t('Open as Newsletter');
    const never = vscode.l10n.t('Not This File');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('{0} reads like a policy newsletter.', vscode.workspace.asRelativePath(document.uri)),
      yes,
      never,
    );
    if (answer === never) await this.#refuse(document.uri);
    return answer === yes;
  }

  /** Called while a judged document changes its language; the event comes before the new language is set. */
  #watchLanguage(document: vscode.TextDocument): void {
    if (!isNewsletter(document)) return;
    queueMicrotask(() => {
      if (!document.isClosed && !isNewsletter(document)) void this.#refuse(document.uri);
    });
  }

  get #refused(): readonly string[] {
    return this.#memory.get<readonly string[]>(refusedKey, []);
  }

  async #refuse(uri: vscode.Uri): Promise<void> {
    const others = this.#refused.filter((known) => known !== uri.toString());
    await this.#memory.update(refusedKey, [...others, uri.toString()].slice(-mostRefused));
  }
}

/** Schemes whose documents are shown, not worked on. */
const foreignSchemes = new Set(['git', 'output', 'vscode-scm', 'comment', 'debug', 'walkThrough', 'untitled']);

/** A plain text file whose language nobody has chosen. */
function isCandidate(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'plaintext' || document.isClosed || foreignSchemes.has(document.uri.scheme)) return false;
  if (!document.uri.path.toLowerCase().endsWith('.txt')) return false;
  const associations = vscode.workspace
    .getConfiguration('files', document)
    .get<Record<string, string>>('associations', {});
  return associations['*.txt'] === undefined;
}

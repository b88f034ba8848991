import * as vscode from 'vscode';
import type { Action } from '../../shared/protocol.ts';
import type { Analyses } from '../analyses.ts';
import { isNewsletter, newsletterLanguage } from '../languages.ts';
import { previewRoot } from './html.ts';
import { watchOrphans } from './orphans.ts';
import type { PageMemory } from './pageMemory.ts';
import { PreviewPanel, previewTitle, type PanelState } from './panel.ts';
import { PreviewDocument } from './previewDocument.ts';

/** Type of the preview's panels. */
export const previewType = 'policyNewsletter.preview';

/** All previews of a window: opens them, keeps them at their documents, brings them back after a reload. */
export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #extensionUri: vscode.Uri;
  readonly #analyses: Analyses;
  readonly #log: vscode.LogOutputChannel;
  readonly #memory: PageMemory;
  readonly #panels = new Set<PreviewPanel>();
  readonly #documents = new Map<vscode.TextDocument, PreviewDocument>();
  readonly #subscriptions: vscode.Disposable;
  #last: PreviewPanel | undefined;

  constructor(extensionUri: vscode.Uri, analyses: Analyses, memory: PageMemory, log: vscode.LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#memory = memory;
    this.#analyses = analyses;
    this.#log = log;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(previewType, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.#documents.get(event.document)?.record(event)),
      analyses.onDidChange(({ document }) => this.#changed(document)),
      memory.onDidChange((uri) => this.#viewChanged(uri)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.workspace.onDidCloseTextDocument((document) => void this.#reopen(document)),
      watchOrphans(
        previewType,
        () => [...this.#panels].map(({ panel }) => panel),
        (label, column) => this.#openLabelled(label, column),
      ),
    );
  }

  /** The preview the person works in. */
  get active(): PreviewPanel | undefined {
    return [...this.#panels].find(({ panel }) => panel.active);
  }

  /** Opens a preview, or brings the one that shows the document already. */
  async open(document: vscode.TextDocument, column: vscode.ViewColumn): Promise<void> {
    const shown = [...this.#panels].find((one) => one.document === document);
    if (shown) {
      shown.panel.reveal(undefined, column === vscode.ViewColumn.Beside);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      previewType,
      vscode.l10n.t('Preview'),
      { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside },
      { retainContextWhenHidden: true },
    );
    await this.#adopt(panel, { uri: document.uri.toString(), locked: false }, document);
  }

  /** Brings back a preview after the window was reloaded. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = readState(kept);
    if (!state) {
      panel.dispose();
      return;
    }
    try {
      await this.#adopt(panel, state, await vscode.workspace.openTextDocument(vscode.Uri.parse(state.uri, true)));
    } catch (error) {
      this.#log.error('A preview could not be brought back.', error);
      panel.dispose();
    }
  }

  /** Asks the active preview to do something; while undo lends the keyboard to the text editor it is the one that lends it. */
  perform(action: Action): void {
    const last = this.#last && this.#panels.has(this.#last) ? this.#last : undefined;
    (this.active ?? last)?.perform(action);
  }

  /** Brings the person from a place of the document to that place in its preview; raw offset. */
  async goTo(document: vscode.TextDocument, offset: number): Promise<void> {
    await this.open(document, vscode.ViewColumn.Beside);
    [...this.#panels].find((one) => one.document === document)?.goTo(offset);
  }

  /** The active preview stays with its document, or follows the active newsletter again. */
  toggleLock(): void {
    const { active } = this;
    if (active) active.locked = !active.locked;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const one of [...this.#panels]) one.panel.dispose();
    for (const one of this.#documents.values()) one.queue.close();
  }

  async #adopt(panel: vscode.WebviewPanel, state: PanelState, document: vscode.TextDocument): Promise<void> {
    panel.webview.options = { enableScripts: true, localResourceRoots: [previewRoot(this.#extensionUri)] };
    const one = new PreviewPanel(panel, this.#extensionUri, this.#log, { locked: state.locked, memory: this.#memory });
    this.#panels.add(one);
    if (panel.active) this.#last = one;
    panel.onDidChangeViewState(() => {
      if (panel.active) this.#last = one;
    });
    one.onDidDispose(() => {
      this.#panels.delete(one);
      this.#forget();
    });
    await one.show(this.#documentFor(document));
  }

  #documentFor(document: vscode.TextDocument): PreviewDocument {
    let made = this.#documents.get(document);
    if (!made) {
      made = new PreviewDocument(document, this.#analyses, (error) => this.#log.error('A preview edit failed.', error));
      this.#documents.set(document, made);
    }
    return made;
  }

  /** Documents no preview shows any more need no log of their changes. */
  #forget(): void {
    const shown = new Set([...this.#panels].map((one) => one.document));
    for (const document of this.#documents.keys()) if (!shown.has(document)) this.#documents.delete(document);
  }

  #changed(document: vscode.TextDocument): void {
    for (const one of this.#panels) one.changed(document);
  }

  #viewChanged(uri: string): void {
    for (const one of this.#panels) if (uri === '' || one.document?.uri.toString() === uri) one.viewChanged();
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    if (!editor || !isNewsletter(editor.document)) return;
    const { document } = editor;
    const followers = [...this.#panels].filter((one) => !one.locked);
    if (followers.some((one) => one.document === document)) return;
    const [first] = followers;
    if (first) void first.show(this.#documentFor(document)).then(() => this.#forget());
  }

  /** VS Code closes documents that no editor shows; a preview keeps its own open. A new language id closes and opens one too. */
  async #reopen(closed: vscode.TextDocument): Promise<void> {
    const showing = [...this.#panels].filter((one) => one.document === closed);
    if (showing.length === 0) return;
    try {
      const document = await vscode.workspace.openTextDocument(closed.uri);
      await Promise.all(showing.map((one) => one.show(this.#documentFor(document))));
      this.#forget();
    } catch (error) {
      this.#log.info('The document of a preview is gone.', closed.uri.toString(), error);
      const text = showing[0]?.shownText ?? '';
      for (const one of showing) one.panel.dispose();
      await offerText(closed.uri, text);
    }
  }

  /** Opens the preview of the open newsletter whose preview has this title. */
  async #openLabelled(label: string, column: vscode.ViewColumn): Promise<void> {
    const open = vscode.workspace.textDocuments.filter((document) => !document.isClosed && isNewsletter(document));
    const document = open.find((one) => label.includes(previewTitle(one.uri))) ?? open[0];
    if (document) await this.open(document, column);
  }
}

/** A file that was deleted while only its preview was open: its text is not gone with it. */
async function offerText(uri: vscode.Uri, text: string): Promise<void> {
  const asNew = vscode.l10n.t('Open its text as a new file');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} is gone, and its preview was closed.', vscode.workspace.asRelativePath(uri)),
    asNew,
  );
  if (answer !== asNew) return;
  const document = await vscode.workspace.openTextDocument({ language: newsletterLanguage, content: text });
  await vscode.window.showTextDocument(document);
}

function readState(kept: unknown): PanelState | undefined {
  const text = typeof kept === 'object' && kept !== null && 'host' in kept ? kept.host : undefined;
  if (typeof text !== 'string') return undefined;
  try {
    const state = JSON.parse(text) as Partial<PanelState>;
    return typeof state.uri === 'string' ? { uri: state.uri, locked: state.locked === true } : undefined;
  } catch {
    return undefined;
  }
}

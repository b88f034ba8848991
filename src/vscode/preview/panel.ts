import * as vscode from 'vscode';
import { hoverCard } from '../../core/features/hoverCard.ts';
import { parseClientMessage } from '../../shared/messages.ts';
import type { Action, ClientMessage, Command, HostMessage } from '../../shared/protocol.ts';
import { HostSync, type Reading } from '../../shared/sync/host.ts';
import type { Layout } from '../../core/features/layouts.ts';
import { FileOnDisk } from './fileOnDisk.ts';
import { previewHtml } from './html.ts';
import type { PageMemory } from './pageMemory.ts';
import { forPanel, type PreviewDocument } from './previewDocument.ts';
import { shownCard } from './shownCard.ts';
import { ScrollLink } from './scrollLink.ts';
import { columnOf, runInEditor, type EditorCommand } from './undo.ts';

/** What survives a reload of the window. */
export interface PanelState {
  readonly uri: string;
  readonly locked: boolean;
}

const nameOf = (uri: vscode.Uri | undefined): string => uri?.path.split('/').pop() ?? '';

/** Title of the preview of a file. */
export function previewTitle(uri: vscode.Uri): string {
  return vscode.l10n.t('Preview {0}', nameOf(uri));
}

/** How long the page has to hand over what it still holds before another document is shown, in milliseconds. */
const flushTime = 2000;

/** One preview: a webview panel that shows one document at a time. */
export class PreviewPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #log: vscode.LogOutputChannel;
  readonly #scroll: ScrollLink;
  readonly #flushes = new Map<number, () => void>();
  readonly #disposed = new vscode.EventEmitter<void>();
  #shown: PreviewDocument | undefined;
  #file: FileOnDisk | undefined;
  #sync: HostSync | undefined;
  #epoch = 0;
  #requests = 0;
  #ready = false;
  /** Place to be shown when the page has come. */
  #wanted: number | undefined;
  readonly #memory: PageMemory;
  #locked: boolean;

  readonly onDidDispose = this.#disposed.event;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    log: vscode.LogOutputChannel,
    options: { readonly locked: boolean; readonly memory: PageMemory },
  ) {
    this.panel = panel;
    this.#log = log;
    this.#locked = options.locked;
    this.#memory = options.memory;
    this.#scroll = new ScrollLink(
      () => this.document,
      (offset) => this.#sendPlace('scroll', offset),
    );
    panel.webview.onDidReceiveMessage((message) => this.#receive(message));
    panel.onDidDispose(() => this.dispose());
    panel.webview.html = previewHtml(panel.webview, extensionUri);
  }

  get document(): vscode.TextDocument | undefined {
    return this.#shown?.document;
  }

  /** The text the page was sent last. */
  get shownText(): string {
    return this.#sync?.shown?.page.source.reading.raw ?? '';
  }

  get locked(): boolean {
    return this.#locked;
  }

  set locked(locked: boolean) {
    this.#locked = locked;
    this.#title();
    this.#sendSettings();
  }

  /** Shows a document, after the page has handed over what it holds of the one before. */
  async show(shown: PreviewDocument): Promise<void> {
    if (shown === this.#shown) return;
    if (this.#sync) await this.#flush();
    this.#sync?.close();
    this.#shown = shown;
    this.#file?.dispose();
    this.#file = shown.document.isUntitled
      ? undefined
      : new FileOnDisk(shown.document.uri, () => this.#ready && this.#sendSettings());
    this.#epoch++;
    const seen = forPanel(shown, (command) => this.#do(shown, command));
    this.#sync = new HostSync(seen, shown.queue, this.#epoch, (message) => this.#send(message));
    this.#title();
    if (this.#ready) this.#open();
  }

  /** The analysis of a document has changed. */
  changed(document: vscode.TextDocument): void {
    if (this.document === document && this.#ready) this.#sync?.changed();
  }

  /** The way the file is to be looked at has changed. */
  viewChanged(): void {
    if (this.#ready) this.#sendSettings();
  }

  /** Lays the page out in another way. */
  setLayout(layout: Layout): void {
    if (this.document) this.#memory.set(this.document.uri, { ...this.#memory.get(this.document.uri), layout });
  }

  /** Shows the place of a raw offset, with the cursor there. */
  goTo(offset: number): void {
    this.panel.reveal(undefined, false);
    if (this.#ready) this.#sendPlace('goTo', offset);
    else this.#wanted = offset;
  }

  /** Asks the page to do something. */
  perform(action: Action): void {
    this.#send({ type: 'perform', action });
  }

  dispose(): void {
    this.#sync?.close();
    this.#file?.dispose();
    this.#scroll.dispose();
    for (const done of this.#flushes.values()) done();
    this.#disposed.fire();
    this.#disposed.dispose();
  }

  #send(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }

  #receive(value: unknown): void {
    const message = parseClientMessage(value);
    if (!message) {
      this.#log.warn('The preview sent a message that makes no sense.');
      return;
    }
    this.#sync?.handle(message);
    this.#answer(message);
  }

  #answer(message: ClientMessage): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#open();
        break;
      case 'flushed':
        this.#flushes.get(message.request)?.();
        break;
      case 'scrolled':
        if (message.epoch === this.#epoch) this.#follow(message.at);
        break;
      case 'open':
        if (message.epoch === this.#epoch) void this.#openAt(message.at);
        break;
      case 'export':
        if (message.epoch === this.#epoch) void this.#export();
        break;
      case 'openLine':
        if (message.epoch === this.#epoch) void this.#openLine(message.line);
        break;
      case 'card':
        if (message.epoch === this.#epoch) this.#sendCard(message.request, message.at);
        break;
      case 'view':
        if (message.epoch === this.#epoch && this.document) this.#memory.set(this.document.uri, message.view);
        break;
      case 'problem':
        this.#log.error('The preview page failed.', message.text);
    }
  }

  #open(): void {
    if (!this.#sync) return;
    this.#sendSettings();
    this.#sync.open();
    if (this.#wanted === undefined) this.#scroll.sendPlace();
    else this.#sendPlace('goTo', this.#wanted);
    this.#wanted = undefined;
  }

  #sendSettings(): void {
    if (!this.#shown) return;
    const { unread } = this.#shown.found();
    const notice = unread
      ? vscode.l10n.t('This document is not read as a newsletter.')
      : this.#file?.gone && vscode.l10n.t('The file was deleted. Its text is still here; save to write it again.');
    const state: PanelState = { uri: this.#shown.document.uri.toString(), locked: this.#locked };
    this.#send({
      type: 'settings',
      view: this.#memory.get(this.#shown.document.uri),
      readOnly: unread !== undefined,
      state: JSON.stringify(state),
      ...(notice && { notice }),
    });
  }

  #title(): void {
    const uri = this.document?.uri;
    this.panel.title = uri && !this.#locked ? previewTitle(uri) : vscode.l10n.t('[Preview] {0}', nameOf(uri));
  }

  #flush(): Promise<void> {
    if (!this.#ready) return Promise.resolve();
    const request = ++this.#requests;
    return new Promise<void>((resolve) => {
      const timer = setTimeout(done, flushTime);
      const flushes = this.#flushes;
      function done(): void {
        clearTimeout(timer);
        flushes.delete(request);
        resolve();
      }
      flushes.set(request, done);
      this.#send({ type: 'flush', request });
    });
  }

  async #do(shown: PreviewDocument, command: Command): Promise<boolean> {
    const { document } = shown;
    switch (command.name) {
      case 'save':
        // What was not typed in since it was saved VS Code takes for saved, also where its file was deleted.
        if (!this.#file?.gone || document.isDirty) return document.save();
        await this.#inEditor(document, 'workbench.action.files.save');
        return true;
      case 'undo':
      case 'redo':
        await this.#inEditor(document, command.name);
        return true;
      default:
        return shown.restructure(command);
    }
  }

  async #inEditor(document: vscode.TextDocument, command: EditorCommand): Promise<void> {
    this.#scroll.quiet();
    await runInEditor(document, command, {
      column: () => this.panel.viewColumn,
      takeBack: () => this.panel.reveal(undefined, false),
    });
  }

  #sendPlace(type: 'scroll' | 'goTo', offset: number): void {
    const reading = this.#sync?.shown;
    if (!reading || !this.#shown) return;
    if (type === 'scroll' && !this.#memory.get(this.#shown.document.uri).followEditor) return;
    const at = reading.page.fromReading(reading.page.source.reading.toReading(offset));
    this.#send({ type, epoch: this.#epoch, version: reading.version, at });
  }

  #follow(at: number): void {
    const reading = this.#sync?.shown;
    if (!reading || !this.#shown || !this.#memory.get(this.#shown.document.uri).leadEditor) return;
    this.#scroll.follow(rawPlace(reading, at));
  }

  #sendCard(request: number, at: number): void {
    const reading = this.#sync?.shown;
    if (!this.#shown || !reading) return;
    const { analysis, glossary, context } = this.#shown.found();
    const raw = rawPlace(reading, at);
    const card = hoverCard(raw, analysis, glossary, context);
    const findings = this.#shown.findingsAt(raw);
    this.#send({ type: 'card', request, card: card ? shownCard(card) : null, findings });
  }

  async #openAt(at: number): Promise<void> {
    const reading = this.#sync?.shown;
    if (!this.#shown || !reading) return;
    const { document } = this.#shown;
    await this.#reveal(document, document.positionAt(rawPlace(reading, at)));
  }

  /** What the page still holds is part of what is exported. */
  async #export(): Promise<void> {
    const { document } = this;
    await this.#flush();
    if (document) await vscode.commands.executeCommand('policyNewsletter.export', document.uri);
  }

  async #openLine(line: number): Promise<void> {
    if (this.document) await this.#reveal(this.document, new vscode.Position(Math.floor(line), 0));
  }

  async #reveal(document: vscode.TextDocument, position: vscode.Position): Promise<void> {
    const viewColumn = columnOf(document) ?? vscode.ViewColumn.One;
    const selection = new vscode.Range(position, position);
    await vscode.window.showTextDocument(document, { viewColumn, selection });
  }
}

function rawPlace({ page }: Reading, at: number): number {
  return page.source.reading.toRaw(page.toReading(at));
}

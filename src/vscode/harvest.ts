import * as vscode from 'vscode';
import { findDefinitions } from '../core/abbreviations/definitions.ts';
import { harvestedLayer, type HarvestFacts } from '../core/glossary/harvest.ts';
import type { GlossaryLayer } from '../core/glossary/model.ts';
import { readPage } from '../core/newsletter/readPage.ts';
import { harvests, section } from './settings.ts';
import { newsletterGlob, type NewsletterText, type WorkspaceNewsletters } from './workspaceNewsletters.ts';

/** The editor opens its first documents before the others are read, in milliseconds. */
const firstRest = 1500;
/** Changes of files are gathered so long, in milliseconds. */
const rest = 500;

/** The definitions stated in the newsletters of the workspace, one layer for each file that states any. */
export class Harvest implements vscode.Disposable {
  readonly #newsletters: WorkspaceNewsletters;
  readonly #layers = new Map<string, GlossaryLayer>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #waiting = new Map<string, vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #scan: vscode.CancellationTokenSource | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(newsletters: WorkspaceNewsletters) {
    this.#newsletters = newsletters;
    const watcher = vscode.workspace.createFileSystemWatcher(newsletterGlob);
    const later = (uri: vscode.Uri) => this.#readLater(uri);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidChange(later),
      watcher.onDidCreate(later),
      watcher.onDidDelete(later),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#scanAll()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#scanAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${section}.glossary`)) void this.#scanAll();
      }),
    );
    this.#timer = setTimeout(() => void this.#scanAll(), firstRest);
  }

  /** One layer for each file; its id is the file's URI. */
  get layers(): readonly GlossaryLayer[] {
    return [...this.#layers.values()];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#scan?.cancel();
    this.#subscriptions.dispose();
  }

  async #scanAll(): Promise<void> {
    this.#scan?.cancel();
    this.#waiting.clear();
    const scan = (this.#scan = new vscode.CancellationTokenSource());
    const before = this.#layers.size;
    this.#layers.clear();
    if (wanted()) {
      for await (const text of this.#newsletters.all(scan.token)) {
        if (scan.token.isCancellationRequested) return;
        this.#take(text);
      }
    }
    if (!scan.token.isCancellationRequested && before + this.#layers.size > 0) this.#changed.fire();
  }

  #readLater(uri: vscode.Uri): void {
    if (!wanted()) return;
    this.#waiting.set(uri.toString(), uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readWaiting(), rest);
  }

  async #readWaiting(): Promise<void> {
    // The first look at the workspace may still be due: it reads these files too.
    if (!this.#scan) return this.#scanAll();
    const uris = [...this.#waiting.values()];
    this.#waiting.clear();
    let changed = false;
    for (const uri of uris) {
      const text = await this.#newsletters.read(uri);
      changed = (text ? this.#take(text) : this.#layers.delete(uri.toString())) || changed;
    }
    if (changed) this.#changed.fire();
  }

  /** Keeps what a text defines; true where that differs from what it defined before. */
  #take({ uri, label, raw }: NewsletterText): boolean {
    const { reading, newsletter } = readPage(raw);
    const { definitions } = findDefinitions(reading.text, newsletter.blocks);
    const id = uri.toString();
    if (definitions.length === 0) return this.#layers.delete(id);
    const layer = harvestedLayer(id, label, definitions, factsOf(label, newsletter.title));
    if (JSON.stringify(this.#layers.get(id)) === JSON.stringify(layer)) return false;
    this.#layers.set(id, layer);
    return true;
  }
}

/** What a newsletter is called and, where its file name begins with or holds a date, when it appeared. */
export function factsOf(label: string, title: string): HarvestFacts {
  const name = label.slice(label.lastIndexOf('/') + 1);
  const date = /(?<!\d)((?:19|20)\d\d)(?:[-_.年]?(0[1-9]|1[0-2])(?:[-_.月]?(0[1-9]|[12]\d|3[01]))?)?(?!\d)/.exec(name);
  return {
    ...(title ? { title } : {}),
    ...(date ? { date: [date[1], date[2], date[3]].filter((part) => part !== undefined).join('-') } : {}),
  };
}

const wanted = (): boolean => harvests() && vscode.workspace.isTrusted;

import * as vscode from 'vscode';
import { builtinLayerFrom } from '../core/glossary/builtin.ts';
import { createGlossary } from '../core/glossary/glossary.ts';
import type { Glossary, GlossaryEntry, GlossaryLayer } from '../core/glossary/model.ts';
import type { GlossarySource } from './analyses.ts';
import type { GlossaryFiles } from './glossaryFiles.ts';
import type { Harvest } from './harvest.ts';

/** All glossaries a window knows, as one view that is made anew when a layer changes. */
export class Glossaries implements GlossarySource, vscode.Disposable {
  readonly #files: GlossaryFiles;
  readonly #harvest: Harvest;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #builtin: readonly GlossaryLayer[] = [];
  #glossary: Glossary | undefined;
  #epoch = 0;

  readonly onDidChange = this.#changed.event;
  readonly ready: Promise<void>;

  constructor(extensionUri: vscode.Uri, files: GlossaryFiles, harvest: Harvest, log: vscode.LogOutputChannel) {
    this.#files = files;
    this.#harvest = harvest;
    this.#log = log;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      files.onDidChange(() => this.#renew()),
      harvest.onDidChange(() => this.#renew()),
    );
    this.ready = this.#loadBuiltin(vscode.Uri.joinPath(extensionUri, 'dist/glossary/builtin.json'));
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** All layers as one view. */
  get all(): Glossary {
    return (this.#glossary ??= createGlossary([...this.#files.layers, ...this.#harvest.layers, ...this.#builtin]));
  }

  forDocument(uri: vscode.Uri): Glossary {
    const id = uri.toString();
    const all = this.all;
    if (!all.layers.some((layer) => layer.id === id)) return all;
    return {
      layers: all.layers.filter((layer) => layer.id !== id),
      index: all.index,
      lookup: (term, context) => all.lookup(term, context).filter(({ layer }) => layer.id !== id),
    };
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #renew(): void {
    this.#glossary = undefined;
    this.#epoch++;
    this.#changed.fire();
  }

  async #loadBuiltin(uri: vscode.Uri): Promise<void> {
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const { entries } = JSON.parse(text) as { entries: readonly GlossaryEntry[] };
      const layer = builtinLayerFrom(entries);
      this.#builtin = [{ ...layer, label: vscode.l10n.t(layer.label) }];
      this.#renew();
    } catch (error) {
      this.#log.error('The built-in glossary could not be read.', error);
    }
  }
}

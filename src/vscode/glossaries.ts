import * as vscode from 'vscode';
import { createGlossary } from '../core/glossary/glossary.ts';
import type { Glossary, GlossaryEntry, GlossaryLayer } from '../core/glossary/model.ts';
import type { GlossarySource } from './analyses.ts';

/** All glossaries a window knows, as one view that is rebuilt when a layer changes. */
export class Glossaries implements GlossarySource, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #log: vscode.LogOutputChannel;
  #builtin: GlossaryLayer | undefined;
  #glossary: Glossary = createGlossary([]);
  #epoch = 0;

  readonly onDidChange = this.#changed.event;
  readonly ready: Promise<void>;

  constructor(extensionUri: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#log = log;
    this.ready = this.#loadBuiltin(vscode.Uri.joinPath(extensionUri, 'dist/glossary/builtin.json'));
  }

  get epoch(): number {
    return this.#epoch;
  }

  forDocument(_uri: vscode.Uri): Glossary {
    return this.#glossary;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #loadBuiltin(uri: vscode.Uri): Promise<void> {
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const { entries } = JSON.parse(text) as { entries: readonly GlossaryEntry[] };
      this.#builtin = { kind: 'builtin', id: 'builtin', label: vscode.l10n.t('Built-in glossary'), entries };
      this.#rebuild();
    } catch (error) {
      this.#log.error('The built-in glossary could not be read.', error);
    }
  }

  #rebuild(): void {
    this.#glossary = createGlossary([...(this.#builtin ? [this.#builtin] : [])]);
    this.#epoch++;
    this.#changed.fire();
  }
}

import * as vscode from 'vscode';
import type * as docxExport from '../core/features/export/docx.ts';
import type * as pageExport from '../core/features/export/index.ts';
import type * as pinyin from '../core/features/pinyinInitials.ts';
import type * as glossaryParser from '../core/glossary/parse.ts';
import type * as commands from './commands/onDemand.ts';
import type * as exports from './export/onDemand.ts';
import type * as glossaryCompletion from './glossaryKeys.ts';

/** What is bundled by itself (esbuild.mjs) and loaded when first needed. */
interface Modules {
  readonly commands: typeof commands;
  readonly 'docx-export': typeof docxExport;
  readonly exports: typeof exports;
  readonly 'glossary-completion': typeof glossaryCompletion;
  readonly 'glossary-parser': typeof glossaryParser;
  readonly 'page-export': typeof pageExport;
  readonly pinyin: typeof pinyin;
}

/**
 * Loads the parts of the extension that most sessions do without. The web host has no way to load a second file of an extension
 * as a module, so both hosts read the bundle and run it as CommonJS, as the web host does with the extension itself.
 */
export class OnDemand {
  readonly #folder: vscode.Uri;
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(extensionUri: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(extensionUri, 'dist/on-demand');
  }

  /** The exports of a part. Rejects where its bundle cannot be read; the next call then tries again. */
  load<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
    let loaded = this.#loaded.get(name);
    if (!loaded) {
      loaded = run(vscode.Uri.joinPath(this.#folder, `${name}.cjs`));
      this.#loaded.set(name, loaded);
      loaded.catch(() => this.#loaded.delete(name));
    }
    return loaded as Promise<Modules[Name]>;
  }
}

async function run(bundle: vscode.Uri): Promise<unknown> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(bundle));
  const module = { exports: {} };
  const start = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${bundle.toString()}`);
  // Nothing else is left outside of a bundle.
  start(module, module.exports, () => vscode);
  return module.exports;
}

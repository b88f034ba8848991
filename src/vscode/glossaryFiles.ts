import * as vscode from 'vscode';
import type { GlossaryLayer } from '../core/glossary/model.ts';
import type { GlossaryCache, ParsedGlossary } from '../core/glossary/parse.ts';
import type { GlossaryFormat, GlossaryProblem } from '../core/glossary/parseModel.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { translate } from './edits.ts';
import type { OnDemand } from './onDemand.ts';

/** Glossary files of a workspace. */
export const glossaryGlob = '**/*.glossary.{json,yaml,yml}';
const glossaryName = /\.glossary\.(?:json|ya?ml)$/;
const excluded = '**/{node_modules,.git,.vscode-test,dist,out}/**';
/** Typing in a glossary rests so long before it is read again, in milliseconds. */
const rest = 150;
/** Reading lets other work come first after so long, in milliseconds. */
const slice = 8;

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** How a glossary file is written, by its name. */
export const formatOf = (uri: vscode.Uri): GlossaryFormat => (uri.path.endsWith('.json') ? 'json' : 'yaml');

interface KnownFile {
  readonly layer: GlossaryLayer;
  readonly cache: GlossaryCache;
}

/**
 * The glossary files of a trusted workspace, unsaved changes included. A broken file is reported at its line, and what it said
 * before stays in use.
 */
export class GlossaryFiles implements vscode.Disposable {
  readonly #onDemand: OnDemand;
  readonly #log: vscode.LogOutputChannel;
  readonly #known = new Map<string, KnownFile>();
  readonly #problems = vscode.languages.createDiagnosticCollection('policy-newsletter-glossary');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #readings = new Map<string, number>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(onDemand: OnDemand, log: vscode.LogOutputChannel) {
    this.#onDemand = onDemand;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(glossaryGlob);
    const soon = (uri: vscode.Uri) => this.#readSoon(uri);
    this.#subscriptions = vscode.Disposable.from(
      this.#problems,
      this.#changed,
      watcher,
      watcher.onDidChange(soon),
      watcher.onDidCreate(soon),
      watcher.onDidDelete(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => isGlossary(document) && soon(document.uri)),
      // A document closed without saving leaves what the file says.
      vscode.workspace.onDidCloseTextDocument((document) => isGlossary(document) && soon(document.uri)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#readAll()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.#readAll()),
    );
    void this.#readAll();
  }

  /** One layer for each file; its id is the file's URI. */
  get layers(): readonly GlossaryLayer[] {
    return [...this.#known.values()].map(({ layer }) => layer);
  }

  /** The glossary files of the workspace; none in one that is not trusted. */
  async files(): Promise<readonly vscode.Uri[]> {
    return vscode.workspace.isTrusted ? vscode.workspace.findFiles(glossaryGlob, excluded) : [];
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  async #readAll(): Promise<void> {
    const files = await this.files();
    const wanted = new Set(files.map((uri) => uri.toString()));
    for (const id of this.#known.keys()) if (!wanted.has(id)) this.#forget(id, vscode.Uri.parse(id));
    await Promise.all(files.map((uri) => this.#read(uri)));
  }

  #readSoon(uri: vscode.Uri): void {
    if (!vscode.workspace.isTrusted) return;
    const id = uri.toString();
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.#read(uri), rest),
    );
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const id = uri.toString();
    const reading = (this.#readings.get(id) ?? 0) + 1;
    this.#readings.set(id, reading);
    const overtaken = () => this.#readings.get(id) !== reading;
    const text = await this.#textOf(uri);
    if (overtaken()) return;
    if (text === undefined) return this.#forget(id, uri);
    const parser = await this.#onDemand.load('glossary-parser');
    const known = this.#known.get(id);
    const parsed = await inSlices(parser.parseGlossarySteps(text, formatOf(uri), known?.cache), overtaken);
    if (!parsed) return;
    const entries = parser.keepLastGood(known?.layer.entries ?? [], parsed);
    const label = vscode.workspace.asRelativePath(uri);
    this.#known.set(id, { layer: { kind: 'workspace', id, label, entries }, cache: parsed.cache });
    this.#problems.set(uri, toDiagnostics(text, parsed.problems));
    this.#changed.fire();
  }

  #forget(id: string, uri: vscode.Uri): void {
    this.#problems.delete(uri);
    if (this.#known.delete(id)) this.#changed.fire();
  }

  async #textOf(uri: vscode.Uri): Promise<string | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open?.isDirty && !open.isClosed) return open.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
        this.#log.warn(`The glossary ${uri.toString()} could not be read.`, error);
      }
      return undefined;
    }
  }
}

function isGlossary({ uri }: vscode.TextDocument): boolean {
  return glossaryName.test(uri.path) && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Runs the steps in slices; undefined where a newer text has come meanwhile. */
async function inSlices(
  steps: Generator<void, ParsedGlossary>,
  overtaken: () => boolean,
): Promise<ParsedGlossary | undefined> {
  let since = Date.now();
  while (!overtaken()) {
    const step = steps.next();
    if (step.done) return step.value;
    if (Date.now() - since < slice) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = Date.now();
  }
  return undefined;
}

function toDiagnostics(text: string, problems: readonly GlossaryProblem[]): vscode.Diagnostic[] {
  const lines = new LineIndex(text);
  const position = (offset: number) => {
    const { line, column } = lines.positionOf(offset);
    return new vscode.Position(line, column);
  };
  return problems.map((problem) => {
    const range = new vscode.Range(position(problem.range.start), position(problem.range.end));
    const diagnostic = new vscode.Diagnostic(range, translate(problem), severities[problem.severity]);
    diagnostic.source = 'policy-newsletter';
    return diagnostic;
  });
}

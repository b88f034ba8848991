import * as vscode from 'vscode';
import type { Analysis } from '../core/analysis.ts';
import { Analyzer } from '../core/analyze.ts';
import { createGlossary } from '../core/glossary/glossary.ts';
import type { Glossary, LookupContext } from '../core/glossary/model.ts';
import { Positions } from './positions.ts';
import { lintOptions } from './ruleLevels.ts';
import { lookupContext, maximumLength, section } from './settings.ts';

/** Where analyses take their glossary from, and when it changes. */
export interface GlossarySource {
  /** Counts up with every change of the entries. */
  readonly epoch: number;
  readonly onDidChange: vscode.Event<void>;
  /** Settles when the built-in glossary has been read. */
  readonly ready: Promise<void>;
  /** The glossary as the document sees it: without what was harvested from the document itself. */
  forDocument(uri: vscode.Uri): Glossary;
}

/** Why a document has an empty analysis. */
export type Unread = 'too-long' | 'binary';

/** The analysis of one state of a document. It stays valid for that state while the document goes on changing. */
export interface DocumentAnalysis {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly analysis: Analysis;
  readonly glossary: Glossary;
  /** Place of the document, for the ranking of meanings. */
  readonly context: LookupContext;
  readonly positions: Positions;
  /** Set where the text was not read. */
  readonly unread?: Unread;
}

/** The analyses of open documents, each made when first asked for and kept until its document, a glossary or a setting changes. */
export class Analyses implements vscode.Disposable {
  readonly #glossaries: GlossarySource;
  readonly #kept = new WeakMap<vscode.TextDocument, { readonly epoch: number; readonly made: DocumentAnalysis }>();
  readonly #analyzers = new WeakMap<vscode.TextDocument, Analyzer>();
  readonly #changed = new vscode.EventEmitter<{ readonly document: vscode.TextDocument }>();
  readonly #told = new Set<string>();
  readonly #reconsidered = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #settingsEpoch = 0;

  /** Fires when the analysis of an open document would come out differently than before. */
  readonly onDidChange = this.#changed.event;
  /** Fires when those of all documents would, because a glossary or a setting changed. */
  readonly onDidReconsider = this.#reconsidered.event;

  constructor(glossaries: GlossarySource) {
    this.#glossaries = glossaries;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#reconsidered,
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length > 0) this.#changed.fire({ document: event.document });
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#changed.fire({ document })),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#kept.delete(document);
        this.#analyzers.delete(document);
        this.#told.delete(document.uri.toString());
      }),
      glossaries.onDidChange(() => this.#reconsider()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(section)) return;
        this.#settingsEpoch++;
        this.#reconsider();
      }),
    );
  }

  /** Settles when the built-in glossary takes part. */
  get ready(): Promise<void> {
    return this.#glossaries.ready;
  }

  /** The analysis of the document as it stands now. A closed, binary or very long document is read as empty. */
  get(document: vscode.TextDocument): DocumentAnalysis {
    const epoch = this.#glossaries.epoch + this.#settingsEpoch;
    const kept = this.#kept.get(document);
    if (kept && kept.epoch === epoch && kept.made.version === document.version) return kept.made;
    const made = this.#make(document);
    if (!document.isClosed) this.#kept.set(document, { epoch, made });
    return made;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #reconsider(): void {
    for (const document of vscode.workspace.textDocuments) this.#changed.fire({ document });
    this.#reconsidered.fire();
  }

  #make(document: vscode.TextDocument): DocumentAnalysis {
    const { uri, version } = document;
    const raw = document.isClosed ? '' : document.getText();
    const unread = unreadReason(raw, maximumLength(document));
    if (unread) this.#tell(uri, unread);
    const glossary = unread ? createGlossary([]) : this.#glossaries.forDocument(uri);
    const analysis = this.#analyzerOf(document).analyze(unread ? '' : raw, glossary, lintOptions(document));
    const positions = new Positions(analysis.reading);
    return { uri, version, analysis, glossary, context: lookupContext(document), positions, ...(unread && { unread }) };
  }

  /** The analyzer that knows the states of the document so far; a closed one has no next state. */
  #analyzerOf(document: vscode.TextDocument): Analyzer {
    const analyzer = this.#analyzers.get(document) ?? new Analyzer();
    if (!document.isClosed) this.#analyzers.set(document, analyzer);
    return analyzer;
  }

  #tell(uri: vscode.Uri, unread: Unread): void {
    const key = uri.toString();
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const name = vscode.workspace.asRelativePath(uri);
    void vscode.window.showInformationMessage(
      unread === 'binary'
        ? vscode.l10n.t('{0} is not a text; it is not read as a newsletter.', name)
        : vscode.l10n.t(
            '{0} is very long; it is not read as a newsletter. See the setting “{1}”.',
            name,
            'maximumLength',
          ),
    );
  }
}

/** Where binary data is told from text, as git does: by a NUL near the start. A single NUL further on is a defect of a text. */
const sniffed = 8000;

/** Why a text is not read, if so; `longest` counts UTF-16 code units. A very long text would hold up typing. */
export function unreadReason(text: string, longest: number): Unread | undefined {
  if (text.length > longest) return 'too-long';
  return text.slice(0, sniffed).includes('\0') ? 'binary' : undefined;
}

import * as vscode from 'vscode';
import type { Analyses, DocumentAnalysis } from './analyses.ts';
import { translate } from './edits.ts';
import { firstShownFindings, type ShownFinding } from './findings.ts';
import { isNewsletter } from './languages.ts';

/** Typing rests this long before findings follow, in milliseconds. */
const rest = 400;
/** VS Code keeps so many of one document; those of the rules come first. */
const mostShown = 1000;

/** Name under which findings are listed. */
const diagnosticSource = 'policy-newsletter';

const severities: Record<ShownFinding['level'], vscode.DiagnosticSeverity> = {
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
  error: vscode.DiagnosticSeverity.Error,
};

/** Shows the findings of open newsletters, a moment after each change. */
export class Diagnostics implements vscode.Disposable {
  readonly #analyses: Analyses;
  readonly #shown = vscode.languages.createDiagnosticCollection(diagnosticSource);
  readonly #waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable;

  constructor(analyses: Analyses) {
    this.#analyses = analyses;
    this.#subscriptions = vscode.Disposable.from(
      this.#shown,
      analyses.onDidChange(({ document }) => this.#schedule(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#drop(document)),
    );
    vscode.workspace.textDocuments.forEach((document) => this.#schedule(document));
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#subscriptions.dispose();
  }

  #schedule(document: vscode.TextDocument): void {
    if (!isNewsletter(document)) return;
    clearTimeout(this.#waiting.get(document));
    const show = () => {
      this.#waiting.delete(document);
      if (!document.isClosed && isNewsletter(document)) this.#show(document);
    };
    this.#waiting.set(document, setTimeout(show, rest));
  }

  #show(document: vscode.TextDocument): void {
    const found = this.#analyses.get(document);
    const shown = firstShownFindings(document, found, mostShown);
    this.#shown.set(
      document.uri,
      shown.map((one) => toDiagnostic(one, found)),
    );
  }

  #drop(document: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
    this.#shown.delete(document.uri);
  }
}

/** A finding as VS Code shows it. */
export function toDiagnostic({ finding, level }: ShownFinding, found: DocumentAnalysis): vscode.Diagnostic {
  const range = found.positions.rangeFromRaw(finding.range);
  const diagnostic = new vscode.Diagnostic(range, translate(finding), severities[level]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = finding.code;
  if (finding.related) {
    diagnostic.relatedInformation = finding.related.map(
      (place) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(found.uri, found.positions.rangeFromRaw(place.range)),
          translate(place),
        ),
    );
  }
  return diagnostic;
}

import * as vscode from 'vscode';
import type { OutlineKind, OutlineNode, Reason } from '../core/newsletter/model.ts';
import type { Analyses, DocumentAnalysis } from './analyses.ts';
import { newsletterSelector } from './languages.ts';
import { section, showsReasons } from './settings.ts';

const kinds: Record<OutlineKind, vscode.SymbolKind> = {
  article: vscode.SymbolKind.File,
  section: vscode.SymbolKind.Module,
  lead: vscode.SymbolKind.String,
  continuation: vscode.SymbolKind.File,
};

/**
 * The outline: Outline view, breadcrumbs, sticky scroll and Go to Symbol live on it. VS Code asks again only when the provider
 * is a new one, so a change of the settings registers it anew.
 */
export function registerDocumentSymbols(analyses: Analyses): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols: (document) => documentSymbols(analyses.get(document), showsReasons(document)),
  };
  const register = () =>
    vscode.languages.registerDocumentSymbolProvider(newsletterSelector, provider, {
      label: vscode.l10n.t('Policy newsletter'),
    });
  let registered = register();
  const changes = vscode.workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(`${section}.outline`)) return;
    registered.dispose();
    registered = register();
  });
  return new vscode.Disposable(() => vscode.Disposable.from(changes, registered).dispose());
}

function documentSymbols(found: DocumentAnalysis, reasons: boolean): vscode.DocumentSymbol[] {
  const convert = (node: OutlineNode, within?: vscode.Range): vscode.DocumentSymbol => {
    const read = found.positions.rangeFromReading(node.range);
    const range = (within && read.intersection(within)) ?? read;
    const selection = found.positions.rangeFromReading(node.selectionRange);
    const name = node.title.trim() || vscode.l10n.t('(no title)');
    const detail = reasons ? explain(node) : detailOf(node.kind);
    const symbol = new vscode.DocumentSymbol(
      name,
      detail,
      kinds[node.kind],
      range,
      range.intersection(selection) ?? new vscode.Range(range.start, range.start),
    );
    symbol.children = node.children.map((child) => convert(child, range));
    return symbol;
  };
  return found.analysis.newsletter.outline.map((node) => convert(node));
}

function detailOf(kind: OutlineKind): string {
  return kind === 'continuation' ? vscode.l10n.t('continued') : '';
}

/** What speaks for this being a heading, and how sure that is: `numbering, short line · 93 %`. */
function explain(node: OutlineNode): string {
  const reasons = node.reasons.map(reasonText).join(vscode.l10n.t(', '));
  return vscode.l10n.t('{0} · {1} %', reasons, Math.round(node.confidence * 100));
}

/** The name of a reason for people. */
export function reasonText(reason: Reason): string {
  const texts: Record<Reason, string> = {
    marked: vscode.l10n.t('marked by hand'),
    numbering: vscode.l10n.t('numbering'),
    couplet: vscode.l10n.t('couplet'),
    'short-line': vscode.l10n.t('short line'),
    'set-apart': vscode.l10n.t('set apart'),
    doubled: vscode.l10n.t('overprinted'),
    spaced: vscode.l10n.t('spaced out'),
    'first-line': vscode.l10n.t('first line'),
    bullet: vscode.l10n.t('bullet'),
    'opening-sentence': vscode.l10n.t('opening sentence'),
    'jump-line': vscode.l10n.t('jump line'),
    byline: vscode.l10n.t('byline'),
    question: vscode.l10n.t('question'),
    appendix: vscode.l10n.t('appendix'),
    continuation: vscode.l10n.t('continuation'),
  };
  return texts[reason];
}

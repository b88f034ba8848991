import * as vscode from 'vscode';
import { expansionText } from '../../core/features/expansionText.ts';
import {
  termHistory,
  type HistoryDefinition,
  type HistoryDocument,
  type TermHistory,
} from '../../core/features/termHistory.ts';
import { factsOf } from '../harvest.ts';
import { newslettersWith, termUnder, type TermScan } from '../termScan.ts';
import { termHistoryId } from './command.ts';
import { revealId } from './reveal.ts';

/** A line of the view with the lines under it. */
interface Line {
  readonly item: vscode.TreeItem;
  readonly children: readonly Line[];
}

/** Shows where and how the newsletters of the workspace define a term, by date and file. */
export class TermHistoryView implements vscode.TreeDataProvider<Line>, vscode.Disposable {
  readonly #scan: TermScan;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Line>;
  #lines: readonly Line[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(scan: TermScan) {
    this.#scan = scan;
    this.#view = vscode.window.createTreeView(termHistoryId, { treeDataProvider: this });
  }

  /** Argument: the term; without it, the one at the cursor or one that is asked for. Answers what is shown. */
  async execute(given?: unknown): Promise<TermHistory | undefined> {
    const term = typeof given === 'string' ? given : (this.#termAtCursor() ?? (await askForTerm()));
    if (!term) return undefined;
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading newsletters…') };
    const read = await vscode.window.withProgress(options, (_progress, token) => this.#read(term, token));
    const history = termHistory(term, read.documents);
    this.#lines = linesOf(history, read.places);
    this.#view.title = vscode.l10n.t('History of “{0}”', term);
    this.#view.message = history.uses.length + history.definitions.length === 0 ? notFound(term) : '';
    this.#changed.fire();
    await vscode.commands.executeCommand('setContext', 'policyNewsletter.hasTermHistory', true);
    await vscode.commands.executeCommand(`${termHistoryId}.focus`);
    return history;
  }

  getTreeItem(line: Line): vscode.TreeItem {
    return line.item;
  }

  getChildren(line?: Line): Line[] {
    return [...(line?.children ?? this.#lines)];
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  #termAtCursor(): string | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && termUnder(editor.document, editor.selection.active, this.#scan.analyses)?.term;
  }

  async #read(term: string, token: vscode.CancellationToken) {
    const documents: HistoryDocument[] = [];
    const places: Places = new Map();
    for await (const { uri, label, title, analysis, positions } of newslettersWith(term, this.#scan, token)) {
      const { date } = factsOf(label, title);
      const { definitions, terms } = analysis;
      documents.push({ uri: uri.toString(), ...(date ? { date } : {}), definitions, uses: terms });
      places.set(uri.toString(), { label, lineOf: (offset) => positions.fromReading(offset).line });
    }
    return { documents, places };
  }
}

type Places = Map<string, { readonly label: string; lineOf(readingOffset: number): number }>;

const notFound = (term: string): string => vscode.l10n.t('No newsletter of the workspace uses “{0}”.', term);

async function askForTerm(): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Which term?') }))?.trim();
}

function linesOf({ definitions, uses, firstUse }: TermHistory, places: Places): readonly Line[] {
  const lines = definitions.map((definition) => definitionLine(definition, places));
  const used = uses.map((use): Line => {
    const item = placeItem(use.uri, use.first.start, use.date, places);
    item.description = vscode.l10n.t('{0} ×', use.count);
    item.iconPath = new vscode.ThemeIcon(use === firstUse ? 'star' : 'symbol-text');
    if (use === firstUse) item.tooltip = vscode.l10n.t('First used here');
    return { item, children: [] };
  });
  if (used.length === 0) return lines;
  const group = new vscode.TreeItem(vscode.l10n.t('Uses'), vscode.TreeItemCollapsibleState.Expanded);
  return [...lines, { item: group, children: used }];
}

function definitionLine(definition: HistoryDefinition, places: Places): Line {
  const { change, added, removed } = definition;
  const item = placeItem(definition.uri, definition.range.start, definition.date, places);
  item.description = expansionText(definition) || (definition.explanation ?? '');
  item.tooltip = item.description;
  item.iconPath = new vscode.ThemeIcon({ first: 'add', same: 'check', changed: 'edit' }[change]);
  const children = [
    ...added.map((text) => detail(vscode.l10n.t('added: {0}', text), 'diff-added')),
    ...removed.map((text) => detail(vscode.l10n.t('removed: {0}', text), 'diff-removed')),
  ];
  if (children.length > 0) item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
  return { item, children };
}

function placeItem(uri: string, offset: number, date: string | undefined, places: Places): vscode.TreeItem {
  const place = places.get(uri);
  const label = place?.label ?? uri;
  // Most names begin with their date; the side bar is too narrow for it twice.
  const item = new vscode.TreeItem(date && !label.includes(date) ? `${date} · ${label}` : label);
  item.command = { command: revealId, title: vscode.l10n.t('Open'), arguments: [uri, place?.lineOf(offset) ?? 0] };
  return item;
}

function detail(text: string, icon: string): Line {
  const item = new vscode.TreeItem(text);
  item.iconPath = new vscode.ThemeIcon(icon);
  return { item, children: [] };
}

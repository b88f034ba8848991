import * as vscode from 'vscode';
import {
  completionsAt,
  createPinyinIndex,
  withItems,
  type Completion,
  type CompletionSource,
  type PinyinIndex,
} from '../core/features/completion.ts';
import { explain } from '../core/features/explanation.ts';
import { termCard } from '../core/features/hoverCard.ts';
import type { Glossary } from '../core/glossary/model.ts';
import type { Analyses, DocumentAnalysis } from './analyses.ts';
import { cardMarkdown } from './hover.ts';
import { explainedSelector, explainsTerms } from './languages.ts';
import type { OnDemand } from './onDemand.ts';

/** So many of the nearest terms are also offered with their items. */
const mostWithItems = 12;

/** A completion that still knows its term, for the card beside it. */
class TermItem extends vscode.CompletionItem {
  readonly term: string;
  readonly found: DocumentAnalysis;

  constructor(term: string, label: string, found: DocumentAnalysis) {
    super(label, vscode.CompletionItemKind.Text);
    this.term = term;
    this.found = found;
  }
}

/** Completion of abbreviations by characters and by pinyin initials, inside and outside of quotation marks. */
export function registerCompletion(analyses: Analyses, onDemand: OnDemand): vscode.Disposable {
  const pinyin = new PinyinIndexes(onDemand);
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      if (!explainsTerms(document)) return undefined;
      await analyses.ready;
      const latin = /[A-Za-z]$/.test(document.lineAt(position).text.slice(0, position.character));
      const terms = termsFor(analyses.get(document));
      const index = latin ? await pinyin.for(terms) : undefined;
      if (token.isCancellationRequested) return undefined;
      const items = itemsAt(position, analyses.get(document), terms, index);
      return new vscode.CompletionList(items.length > 0 ? items : nothingYet(document, position), true);
    },
    resolveCompletionItem(item) {
      if (!(item instanceof TermItem)) return item;
      const { analysis, glossary, context } = item.found;
      item.documentation = cardMarkdown(termCard(item.term, analysis, glossary, context), item.found);
      return item;
    },
  };
  return vscode.languages.registerCompletionItemProvider(explainedSelector, provider, '“');
}

/**
 * VS Code asks no more about what was typed while an answer was under way if that answer is empty, however incomplete it says it
 * is: a person who types fast would be offered nothing. So an answer to a word holds at least this, which no word matches.
 */
function nothingYet(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  if (!document.getWordRangeAtPosition(position)) return [];
  const item = new vscode.CompletionItem('…');
  item.filterText = '\u0000';
  return [item];
}

/** The terms of the document, then those of the glossaries, nearest first. */
function termsFor({ analysis, glossary }: DocumentAnalysis): readonly string[] {
  const own = [...analysis.definitions, ...analysis.terms].map((one) => one.term);
  return [...new Set([...own, ...termsOf(glossary)])];
}

const glossaryTerms = new WeakMap<Glossary['layers'], readonly string[]>();

function termsOf({ layers }: Glossary): readonly string[] {
  let terms = glossaryTerms.get(layers);
  if (!terms) {
    terms = layers.flatMap(({ entries }) => entries.flatMap(({ term, aliases = [] }) => [term, ...aliases]));
    glossaryTerms.set(layers, terms);
  }
  return terms;
}

function itemsAt(
  position: vscode.Position,
  found: DocumentAnalysis,
  terms: readonly string[],
  pinyin: PinyinIndex | undefined,
): TermItem[] {
  const source: CompletionSource = { terms, ...(pinyin && { pinyin }) };
  const offset = found.positions.toRaw(position);
  const completions = completionsAt(found.analysis.reading.raw, offset, source);
  const plain = completions.map((completion) => itemFor(completion, completion.insertText, completion.term, found));
  const full = completions.slice(0, mostWithItems).flatMap((completion) => {
    const { expansion } = explain(completion.term, found.analysis, found.glossary, found.context);
    if (!expansion) return [];
    const text = withItems(completion.insertText, expansion);
    const item = itemFor(completion, text, vscode.l10n.t('{0} with its items', completion.term), found);
    item.sortText = `${completion.sortText}x`;
    return [item];
  });
  return [...plain, ...full];
}

function itemFor(completion: Completion, text: string, label: string, found: DocumentAnalysis): TermItem {
  const item = new TermItem(completion.term, label, found);
  item.insertText = text;
  item.filterText = completion.filterText;
  item.sortText = completion.sortText;
  item.range = found.positions.rangeFromRaw(completion.range);
  return item;
}

/** The initials of all terms seen so far; the dictionary behind them is loaded when Latin letters are first completed. */
class PinyinIndexes {
  readonly #onDemand: OnDemand;
  readonly #known = new Map<string, readonly string[]>();

  constructor(onDemand: OnDemand) {
    this.#onDemand = onDemand;
  }

  async for(terms: readonly string[]): Promise<PinyinIndex> {
    const { pinyinInitials } = await this.#onDemand.load('pinyin');
    return createPinyinIndex(terms, (term) => {
      let initials = this.#known.get(term);
      if (!initials) this.#known.set(term, (initials = pinyinInitials(term)));
      return initials;
    });
  }
}

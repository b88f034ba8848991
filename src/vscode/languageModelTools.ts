import * as vscode from 'vscode';
import { analyze } from '../core/analyze.ts';
import { termCard, type Card } from '../core/features/hoverCard.ts';
import type { OutlineNode } from '../core/newsletter/model.ts';
import type { Analyses, DocumentAnalysis } from './analyses.ts';
import type { Glossaries } from './glossaries.ts';
import { isNewsletter } from './languages.ts';

/** Most terms of one document that are told to a model. */
const mostTerms = 300;

/** Lets an assistant in the editor answer from the glossaries instead of guessing. Does nothing where there is no such API. */
export function registerLanguageModelTools(analyses: Analyses, glossaries: Glossaries): vscode.Disposable {
  const { lm } = vscode as { readonly lm?: typeof vscode.lm };
  if (typeof lm?.registerTool !== 'function') return new vscode.Disposable(() => undefined);
  return vscode.Disposable.from(
    lm.registerTool<{ term?: unknown }>('policyNewsletter_lookupTerm', {
      async invoke({ input }) {
        await analyses.ready;
        return answer(lookUp(String(input.term ?? ''), activeNewsletter(analyses), glossaries));
      },
    }),
    lm.registerTool<{ uri?: unknown }>('policyNewsletter_documentTerms', {
      async invoke({ input }) {
        await analyses.ready;
        const found = await newsletterFor(input.uri, analyses);
        return answer(found ? describe(found) : { error: 'No policy newsletter is open; give the URI of one.' });
      },
    }),
  );
}

const answer = (value: unknown): vscode.LanguageModelToolResult =>
  new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(value))]);

function activeNewsletter(analyses: Analyses): DocumentAnalysis | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const document = editors.find((editor) => editor && isNewsletter(editor.document))?.document;
  return document && analyses.get(document);
}

async function newsletterFor(given: unknown, analyses: Analyses): Promise<DocumentAnalysis | undefined> {
  if (typeof given !== 'string' || given === '') return activeNewsletter(analyses);
  const folder = vscode.workspace.workspaceFolders?.[0];
  const isPath = !/^[a-z][\w+.-]+:/i.test(given);
  const uri = isPath && folder ? vscode.Uri.joinPath(folder.uri, given) : vscode.Uri.parse(given);
  // Only files of the workspace: a model must not read whatever it can name.
  if (!vscode.workspace.getWorkspaceFolder(uri)) return undefined;
  return analyses.get(await vscode.workspace.openTextDocument(uri));
}

function lookUp(term: string, found: DocumentAnalysis | undefined, glossaries: Glossaries): unknown {
  const analysis = found?.analysis ?? analyze('', glossaries.all);
  return told(termCard(term, analysis, found?.glossary ?? glossaries.all, found?.context));
}

/** What a model needs of a card. */
function told({ term, explainedBy, groups, explanation, english, origin, otherSenses }: Card): unknown {
  return { term, explainedBy, groups, explanation, english, origin, otherSenses };
}

function describe(found: DocumentAnalysis): unknown {
  const { analysis, glossary, context, positions } = found;
  const entry = ({ kind, title, level, selectionRange, children }: OutlineNode): unknown => ({
    kind,
    title,
    level,
    line: positions.rangeFromReading(selectionRange).start.line + 1,
    children: children.map(entry),
  });
  const terms = [...new Set(analysis.terms.map((use) => use.term))].slice(0, mostTerms);
  return {
    uri: found.uri.toString(),
    title: analysis.newsletter.title,
    outline: analysis.newsletter.outline.map(entry),
    terms: terms.map((term) => told(termCard(term, analysis, glossary, context))),
  };
}

import * as vscode from 'vscode';
import { hoverCard } from '../../core/features/hoverCard.ts';
import { isValidTerm } from '../../core/features/references.ts';
import { addEntryEdit, newGlossaryText } from '../../core/glossary/addEntry.ts';
import { readEntry } from '../../core/glossary/entryShape.ts';
import type { GlossaryEntry, Sense } from '../../core/glossary/model.ts';
import type { Analyses } from '../analyses.ts';
import { applyWorkspaceEdit } from '../edits.ts';
import { formatOf, type GlossaryFiles } from '../glossaryFiles.ts';
import { revealCommand } from './reveal.ts';
import { addToGlossaryId, type Command } from './command.ts';

/** Name of the glossary file that is made where the workspace has none. */
const newFileName = 'newsletter.glossary.json';

/** Puts the given entry, or the term under the cursor, into a workspace glossary; asks for what is not known. */
export function addToGlossaryCommand(analyses: Analyses, glossaries: GlossaryFiles): Command {
  return {
    id: addToGlossaryId,
    async execute(given: unknown) {
      const entry = await complete(givenEntry(given) ?? entryAtCursor(analyses));
      if (!entry) return false;
      const file = await chooseFile(glossaries);
      if (!file) return false;
      return add(entry, file);
    },
  };
}

/** The entry that a link or another extension gives, as a glossary file would be read; or its term alone. */
function givenEntry(value: unknown): GlossaryEntry | undefined {
  const { entry } = readEntry(value);
  if (entry) return entry;
  const { term } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof term === 'string' && isValidTerm(term) ? { term, senses: [] } : undefined;
}

function entryAtCursor(analyses: Analyses): GlossaryEntry | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const selected = editor.document.getText(editor.selection).replace(/[\s“”]+/g, '');
  if (selected && selected.length <= 40) return { term: selected, senses: [] };
  const { analysis, glossary, positions, context } = analyses.get(editor.document);
  const card = hoverCard(positions.toRaw(editor.selection.active), analysis, glossary, context);
  const action = card?.actions.find((one) => one.id === 'addToGlossary');
  return action?.entry ?? (card ? { term: card.term, senses: [] } : undefined);
}

/** Asks for the term and for what it stands for, where either is missing; undefined where the person gives up. */
async function complete(known: GlossaryEntry | undefined): Promise<GlossaryEntry | undefined> {
  if (known && known.senses.length > 0) return known;
  const term = known?.term ?? (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Which term?') }))?.trim();
  if (!term) return undefined;
  const meaning = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('What does “{0}” stand for? Items with 、 between them, or a sentence.', term),
    ignoreFocusOut: true,
  });
  return meaning?.trim() ? { term, senses: [senseOf(meaning.trim())] } : undefined;
}

function senseOf(meaning: string): Sense {
  const items = meaning.split('、').map((item) => item.trim());
  const lists = items.length > 1 && items.every((item) => item !== '') && !/[。！？]/.test(meaning);
  return lists ? { items } : { explanation: meaning };
}

async function chooseFile(glossaries: GlossaryFiles): Promise<vscode.Uri | undefined> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Trust the workspace to use its glossaries.'));
    return undefined;
  }
  const files = await glossaries.files();
  if (files.length > 1) {
    const items = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
    return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which glossary?') }))?.uri;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  const file = files[0] ?? (folder && vscode.Uri.joinPath(folder.uri, newFileName));
  if (!file)
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: its glossary is kept there.'));
  return file;
}

async function add(entry: GlossaryEntry, file: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const document = await openIfThere(file);
  if (!document) {
    edit.createFile(file, { contents: new TextEncoder().encode(newGlossaryText(entry, formatOf(file))) });
  } else {
    const change = addEntryEdit(document.getText(), formatOf(file), entry);
    if (!change) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('{0} has no list of entries to add to.', vscode.workspace.asRelativePath(file)),
      );
      return false;
    }
    edit.replace(
      file,
      new vscode.Range(document.positionAt(change.start), document.positionAt(change.end)),
      change.text,
    );
  }
  if (!(await applyWorkspaceEdit(edit))) return false;
  // Why it was not saved VS Code says itself; the entry waits in the glossary's editor.
  if (document && !(await document.save())) return false;
  void tell(entry, file);
  return true;
}

async function openIfThere(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(file);
  } catch {
    return undefined;
  }
  return vscode.workspace.openTextDocument(file);
}

async function tell(entry: GlossaryEntry, file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('“{0}” now stands in {1}.', entry.term, vscode.workspace.asRelativePath(file)),
    open,
  );
  if (answer === open) await revealCommand.execute(file.toString(), entry.term);
}

import * as vscode from 'vscode';
import { demoteEdit, levelEdit, notAHeadingEdit, promoteEdit } from '../../core/features/marks.ts';
import { moveEdits, moveToEdits } from '../../core/features/moveBlocks.ts';
import { PageText } from '../../core/features/pageText.ts';
import { fixesFor } from '../../core/lint/lint.ts';
import type { TextEdit } from '../../core/text/range.ts';
import type { ShownFinding } from '../../shared/card.ts';
import type { Command, Mark } from '../../shared/protocol.ts';
import { buildBlocks, type FindingMark } from '../../shared/sync/buildBlocks.ts';
import { ChangeLog } from '../../shared/sync/changeLog.ts';
import type { Reading, SyncDocument } from '../../shared/sync/host.ts';
import type { Change } from '../../shared/sync/rebase.ts';
import { TaskQueue } from '../../shared/sync/taskQueue.ts';
import type { Analyses, DocumentAnalysis } from '../analyses.ts';
import { translate } from '../edits.ts';
import { shownRuleFindings } from '../findings.ts';

/** What a preview needs of one text document; all previews of it share its queue and its log of changes. */
export class PreviewDocument {
  readonly document: vscode.TextDocument;
  readonly log: ChangeLog;
  readonly queue: TaskQueue;
  readonly #analyses: Analyses;
  #read: { readonly from: DocumentAnalysis; readonly reading: Reading } | undefined;

  constructor(document: vscode.TextDocument, analyses: Analyses, report: (error: unknown) => void) {
    this.document = document;
    this.#analyses = analyses;
    this.log = new ChangeLog(document.version);
    this.queue = new TaskQueue(report);
  }

  /** The analysis of the document as it stands. */
  found(): DocumentAnalysis {
    return this.#analyses.get(this.document);
  }

  /** Notes a change, so that edits of older versions can be carried over it. */
  record(event: vscode.TextDocumentChangeEvent): void {
    this.log.record(
      event.document.version,
      event.contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text,
      })),
    );
  }

  /** The page of the document as it stands. */
  read(): Reading {
    const from = this.found();
    if (this.#read?.from === from) return this.#read.reading;
    const before = this.#read?.reading;
    const page = new PageText(from.analysis, before?.page);
    const blocks = buildBlocks(page, from.analysis, this.#findings(from), before?.blocks);
    const reading = { version: from.version, page, blocks };
    this.#read = { from, reading };
    return reading;
  }

  /** What is to be underlined: without the repairs, which the page shows mended. */
  #findings(from: DocumentAnalysis): FindingMark[] {
    return shownRuleFindings(this.document, from).map(({ finding, level }) => ({
      range: finding.range,
      kind: level,
      message: translate(finding),
    }));
  }

  /** Moves, marks or mends what stands at a raw offset; false where that cannot be. */
  async restructure(command: Extract<Command, { at: number }>): Promise<boolean> {
    const found = this.found();
    const edits = this.#editsOf(command, found);
    return edits.length > 0 && this.apply(edits, found.version);
  }

  #editsOf(command: Extract<Command, { at: number }>, found: DocumentAnalysis): readonly TextEdit[] {
    const { analysis } = found;
    switch (command.name) {
      case 'move':
        return moveEdits(analysis, command.at, command.direction);
      case 'moveTo':
        return moveToEdits(analysis, command.at, command.before);
      case 'fix':
        return this.#fixEdits(command, found);
      case 'mark':
        return [markEdit(analysis, command.at, command.mark)].filter((edit) => edit !== undefined);
    }
  }

  #fixEdits({ at, code, fix }: Extract<Command, { name: 'fix' }>, found: DocumentAnalysis): readonly TextEdit[] {
    const one = this.#shownAt(at, found).find(({ finding }) => finding.code === code);
    return one ? (fixesFor(one.finding, { ...found.analysis, glossary: found.glossary })[fix]?.edits ?? []) : [];
  }

  /** The findings at a raw offset with the titles of their fixes. */
  findingsAt(offset: number): ShownFinding[] {
    const found = this.found();
    const context = { ...found.analysis, glossary: found.glossary };
    return this.#shownAt(offset, found).map(({ finding, level }) => ({
      code: finding.code,
      message: translate(finding),
      level,
      fixes: fixesFor(finding, context).map(({ title }) => translate(title)),
    }));
  }

  #shownAt(offset: number, found: DocumentAnalysis) {
    return shownRuleFindings(this.document, found).filter(
      ({ finding: { range } }) => range.start <= offset && offset <= range.end,
    );
  }

  /** Applies raw edits as one step of undo; false where the document has moved on or refuses. */
  async apply(edits: Change, version: number): Promise<boolean> {
    const { document } = this;
    if (document.isClosed || document.version !== version || this.found().unread) return false;
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, text } of edits) {
      edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
    return vscode.workspace.applyEdit(edit);
  }
}

function markEdit(page: DocumentAnalysis['analysis'], offset: number, mark: Mark): TextEdit | undefined {
  if (mark === 'promote') return promoteEdit(page, offset);
  if (mark === 'demote') return demoteEdit(page, offset);
  if (mark === 'paragraph') return notAHeadingEdit(page, offset);
  return levelEdit(page, offset, Number(mark.slice('level'.length)));
}

/** The document as one panel sees it: what it commands is done where the panel stands. */
export function forPanel(shared: PreviewDocument, perform: (command: Command) => Promise<boolean>): SyncDocument {
  return {
    get version() {
      return shared.document.version;
    },
    log: shared.log,
    read: () => shared.read(),
    apply: (edits, version) => shared.apply(edits, version),
    perform,
  };
}

import * as vscode from 'vscode';
import { demoteEdit, notAHeadingEdit, promoteEdit } from '../../core/features/marks.ts';
import { moveEdits } from '../../core/features/moveBlocks.ts';
import { PageText } from '../../core/features/pageText.ts';
import type { Command } from '../../shared/protocol.ts';
import { buildBlocks, type FindingMark } from '../../shared/sync/buildBlocks.ts';
import { ChangeLog } from '../../shared/sync/changeLog.ts';
import type { Reading, SyncDocument } from '../../shared/sync/host.ts';
import type { Change } from '../../shared/sync/rebase.ts';
import { TaskQueue } from '../../shared/sync/taskQueue.ts';
import type { Analyses, DocumentAnalysis } from '../analyses.ts';
import { translate } from '../edits.ts';
import { shownFindings } from '../findings.ts';

const markEdits = { promote: promoteEdit, demote: demoteEdit, paragraph: notAHeadingEdit };

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
    const page = new PageText(from.analysis);
    const blocks = buildBlocks(page, from.analysis, this.#findings(from));
    const reading = { version: from.version, page, blocks };
    this.#read = { from, reading };
    return reading;
  }

  /** What is to be underlined: without the repairs, which the page shows mended. */
  #findings(from: DocumentAnalysis): FindingMark[] {
    return shownFindings(this.document, from)
      .filter(({ finding }) => !finding.code.startsWith('repair/'))
      .map(({ finding, level }) => ({ range: finding.range, kind: level, message: translate(finding) }));
  }

  /** Moves what stands at a raw offset, or marks it as heading or paragraph; false where that cannot be. */
  async restructure(command: Extract<Command, { at: number }>, offset: number): Promise<boolean> {
    const { analysis, version } = this.found();
    const edits =
      command.name === 'move'
        ? moveEdits(analysis, offset, command.direction)
        : [markEdits[command.mark](analysis, offset)].filter((edit) => edit !== undefined);
    return edits.length > 0 && this.apply(edits, version);
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

/** The document as one panel sees it: what it commands is done where the panel stands. */
export function forPanel(
  shared: PreviewDocument,
  perform: (command: Command, at: number | undefined) => Promise<boolean>,
): SyncDocument {
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

import * as vscode from 'vscode';
import type { GlossaryFiles } from '../glossaryFiles.ts';
import type { TermScan } from '../termScan.ts';
import type { OnDemand } from '../onDemand.ts';
import { addToGlossaryId, registerAll, termHistoryId, type Command } from './command.ts';
import { demoteHeadingCommand, notAHeadingCommand, promoteHeadingCommand } from './headings.ts';
import { insertExplanationCommand } from './insertExplanation.ts';
import { RepairDocument } from './repairDocument.ts';
import { revealCommand } from './reveal.ts';
import type * as onDemandCommands from './onDemand.ts';
import { showReasonsCommand } from './showReasons.ts';
import type { TermHistoryView } from './termHistory.ts';
import { turnOffRuleCommand } from './turnOffRule.ts';

/** Registers the commands, and the view that one of them fills. */
export function registerCommands(scan: TermScan, files: GlossaryFiles, onDemand: OnDemand): vscode.Disposable {
  const { analyses } = scan;
  const later = (id: string, make: (late: typeof onDemandCommands) => Pick<Command, 'execute'>): Command => ({
    id,
    execute: async (...args) => make(await onDemand.load('commands')).execute(...args),
  });
  let history: TermHistoryView | undefined;
  const repairDocument = new RepairDocument(analyses);
  return vscode.Disposable.from(
    repairDocument,
    { dispose: () => history?.dispose() },
    registerAll([
      repairDocument,
      later(termHistoryId, (late) => (history ??= new late.TermHistoryView(scan))),
      later('policyNewsletter.insertGlossaryAppendix', (late) => late.insertGlossaryAppendixCommand(analyses)),
      later('policyNewsletter.rewrapDocument', (late) => late.rewrapDocumentCommand(analyses)),
      promoteHeadingCommand(analyses),
      demoteHeadingCommand(analyses),
      notAHeadingCommand(analyses),
      later(addToGlossaryId, (late) => late.addToGlossaryCommand(analyses, files)),
      insertExplanationCommand(analyses),
      showReasonsCommand,
      turnOffRuleCommand,
      revealCommand,
    ]),
  );
}

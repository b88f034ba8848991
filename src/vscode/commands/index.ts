import * as vscode from 'vscode';
import type { GlossaryFiles } from '../glossaryFiles.ts';
import type { TermScan } from '../termScan.ts';
import type { OnDemand } from '../onDemand.ts';
import { addToGlossaryId, registerAll, type Command } from './command.ts';
import { demoteHeadingCommand, notAHeadingCommand, promoteHeadingCommand } from './headings.ts';
import { insertExplanationCommand } from './insertExplanation.ts';
import { RepairDocument } from './repairDocument.ts';
import { revealCommand } from './reveal.ts';
import type * as onDemandCommands from './onDemand.ts';
import { showReasonsCommand } from './showReasons.ts';
import { TermHistoryView } from './termHistory.ts';
import { turnOffRuleCommand } from './turnOffRule.ts';

/** Registers the commands, and the view that one of them fills. */
export function registerCommands(scan: TermScan, files: GlossaryFiles, onDemand: OnDemand): vscode.Disposable {
  const { analyses } = scan;
  const later = (id: string, make: (late: typeof onDemandCommands) => Command): Command => ({
    id,
    execute: async (...args) => make(await onDemand.load('commands')).execute(...args),
  });
  const history = new TermHistoryView(scan);
  const repairDocument = new RepairDocument(analyses);
  return vscode.Disposable.from(
    repairDocument,
    history,
    registerAll([
      repairDocument,
      history,
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

import * as vscode from 'vscode';
import type { GlossaryFiles } from '../glossaryFiles.ts';
import type { TermScan } from '../termScan.ts';
import { addToGlossaryCommand } from './addToGlossary.ts';
import { registerAll } from './command.ts';
import { demoteHeadingCommand, notAHeadingCommand, promoteHeadingCommand } from './headings.ts';
import { insertExplanationCommand } from './insertExplanation.ts';
import { RepairDocument } from './repairDocument.ts';
import { insertGlossaryAppendixCommand } from './insertGlossaryAppendix.ts';
import { revealCommand } from './reveal.ts';
import { rewrapDocumentCommand } from './rewrapDocument.ts';
import { showReasonsCommand } from './showReasons.ts';
import { TermHistoryView } from './termHistory.ts';
import { turnOffRuleCommand } from './turnOffRule.ts';

/** Registers the commands, and the view that one of them fills. */
export function registerCommands(scan: TermScan, files: GlossaryFiles): vscode.Disposable {
  const { analyses } = scan;
  const history = new TermHistoryView(scan);
  const repairDocument = new RepairDocument(analyses);
  return vscode.Disposable.from(
    repairDocument,
    history,
    registerAll([
      repairDocument,
      history,
      insertGlossaryAppendixCommand(analyses),
      rewrapDocumentCommand(analyses),
      promoteHeadingCommand(analyses),
      demoteHeadingCommand(analyses),
      notAHeadingCommand(analyses),
      addToGlossaryCommand(analyses, files),
      insertExplanationCommand(analyses),
      showReasonsCommand,
      turnOffRuleCommand,
      revealCommand,
    ]),
  );
}

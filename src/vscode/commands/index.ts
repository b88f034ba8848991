import * as vscode from 'vscode';
import type { Analyses } from '../analyses.ts';
import type { GlossaryFiles } from '../glossaryFiles.ts';
import { addToGlossaryCommand } from './addToGlossary.ts';
import { registerAll } from './command.ts';
import { demoteHeadingCommand, notAHeadingCommand, promoteHeadingCommand } from './headings.ts';
import { insertExplanationCommand } from './insertExplanation.ts';
import { RepairDocument } from './repairDocument.ts';
import { revealCommand } from './reveal.ts';
import { rewrapDocumentCommand } from './rewrapDocument.ts';
import { showReasonsCommand } from './showReasons.ts';
import { turnOffRuleCommand } from './turnOffRule.ts';

/** Registers all commands that need no view of their own. */
export function registerCommands(analyses: Analyses, files: GlossaryFiles): vscode.Disposable {
  const repairDocument = new RepairDocument(analyses);
  return vscode.Disposable.from(
    repairDocument,
    registerAll([
      repairDocument,
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

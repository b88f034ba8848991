import * as vscode from 'vscode';
import { section, showsReasons } from '../settings.ts';
import type { Command } from './command.ts';

/** Shows or hides in the outline why a line is taken for a heading. */
export const showReasonsCommand: Command = {
  id: 'policyNewsletter.showReasons',
  async execute() {
    const target = vscode.workspace.workspaceFolders
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration(section).update('outline.showReasons', !showsReasons(), target);
  },
};

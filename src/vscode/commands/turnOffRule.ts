import * as vscode from 'vscode';
import { section } from '../settings.ts';
import type { Command } from './command.ts';

/** Id of the command behind “Turn off this rule”. */
export const turnOffRuleId = 'policyNewsletter.turnOffRule';

/** Sets the level of a rule to `off`, in the workspace where one is open; the argument is the rule's code. */
export const turnOffRuleCommand: Command = {
  id: turnOffRuleId,
  async execute(code: unknown) {
    if (typeof code !== 'string' || !/^[a-z]+\/[a-z-]{1,60}$/.test(code)) return;
    const configuration = vscode.workspace.getConfiguration(section);
    const set = configuration.inspect<Record<string, string>>('lint.rules');
    const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
    const own = inWorkspace ? set?.workspaceValue : set?.globalValue;
    const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await configuration.update('lint.rules', { ...own, [code]: 'off' }, target);
  },
};

import * as vscode from 'vscode';
import type { Layout } from '../../core/features/layouts.ts';

/** Names of the layouts in the person's language. */
export function layoutNames(): Readonly<Record<Layout, string>> {
  return {
    reading: vscode.l10n.t('Plain reading'),
    newspaper: vscode.l10n.t('Newspaper'),
    bulletin: vscode.l10n.t('Bulletin with a red head'),
    official: vscode.l10n.t('Official document'),
  };
}

import * as vscode from 'vscode';
import type { PreviewTexts } from '../../shared/previewTexts.ts';
import { layoutNames } from './layoutNames.ts';

/** The texts of the preview's page in the person's language. */
export function previewTexts(): PreviewTexts {
  return {
    page: vscode.l10n.t('Newsletter page'),
    conflict: vscode.l10n.t('The text has changed elsewhere at this place; what you wrote is kept here:'),
    conflictNoText: vscode.l10n.t('The text has changed elsewhere at this place; your change was not made.'),
    unanswered: vscode.l10n.t(
      'The extensions of VS Code do not answer. What you write here is kept, but it is not in the file yet. If this stays, copy it and restart the extensions or reload the window.',
    ),
    unsent: vscode.l10n.t('This was written before VS Code stopped answering, and did not reach the file:'),
    copy: vscode.l10n.t('Copy'),
    insertHere: vscode.l10n.t('Insert at the cursor'),
    dismiss: vscode.l10n.t('Dismiss'),
    goToDefinition: vscode.l10n.t('Go to the definition'),
    card: vscode.l10n.t('Explanation and findings'),
    otherMeanings: vscode.l10n.t('Other meanings'),
    outline: {
      title: vscode.l10n.t('Outline'),
      filter: vscode.l10n.t('Filter headings'),
      article: vscode.l10n.t('Articles'),
      section: vscode.l10n.t('Sections'),
      lead: vscode.l10n.t('Leads'),
    },
    toolbar: toolbarTexts(),
    find: findTexts(),
    fit: fitTexts(),
    move: vscode.l10n.t('Move: drag to another place'),
  };
}

function toolbarTexts(): PreviewTexts['toolbar'] {
  return {
    title: vscode.l10n.t('Toolbar of the page'),
    layout: vscode.l10n.t('Layout of the page'),
    layouts: layoutNames(),
    kind: vscode.l10n.t('Kind of the block'),
    kinds: [
      { mark: 'level1', text: vscode.l10n.t('Headline') },
      { mark: 'level2', text: vscode.l10n.t('Section heading') },
      { mark: 'level3', text: vscode.l10n.t('Heading of level {0}', 3) },
      { mark: 'level4', text: vscode.l10n.t('Heading of level {0}', 4) },
      { mark: 'paragraph', text: vscode.l10n.t('Paragraph') },
    ],
    otherKind: vscode.l10n.t('Other'),
    print: vscode.l10n.t('Black on white'),
    followEditor: vscode.l10n.t('Scroll the page with the editor'),
    leadEditor: vscode.l10n.t('Scroll the editor with the page'),
    find: vscode.l10n.t('Find'),
    box: vscode.l10n.t('Box…'),
    export: vscode.l10n.t('Export…'),
  };
}

function findTexts(): PreviewTexts['find'] {
  return {
    title: vscode.l10n.t('Find and replace'),
    find: vscode.l10n.t('Find'),
    replace: vscode.l10n.t('Replace with'),
    next: vscode.l10n.t('Next'),
    previous: vscode.l10n.t('Previous'),
    replaceOne: vscode.l10n.t('Replace'),
    replaceAll: vscode.l10n.t('Replace all'),
    close: vscode.l10n.t('Close'),
    count: vscode.l10n.t('{0} of {1}'),
    none: vscode.l10n.t('No results'),
  };
}

function fitTexts(): PreviewTexts['fit'] {
  return {
    title: vscode.l10n.t('Box of the article'),
    columns: vscode.l10n.t('Columns'),
    lines: vscode.l10n.t('Lines'),
    cells: vscode.l10n.t('Characters a line'),
    set: vscode.l10n.t('Set'),
    remove: vscode.l10n.t('Remove'),
    excess: vscode.l10n.t('Characters too many: {0}'),
    spare: vscode.l10n.t('Lines left: {0}'),
    exact: vscode.l10n.t('fits exactly'),
    statistics: vscode.l10n.t('Characters: {0} · paragraphs: {1} · headings: {2}'),
    noTitle: vscode.l10n.t('(without headline)'),
  };
}

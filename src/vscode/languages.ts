import type * as vscode from 'vscode';
import { otherLanguages } from './settings.ts';

/** Language id of newsletters. */
export const newsletterLanguage = 'newsletter';

/** Documents every feature works on: newsletters of any scheme. */
export const newsletterSelector: vscode.DocumentSelector = { language: newsletterLanguage };

/** True for a newsletter. */
export function isNewsletter(document: vscode.TextDocument): boolean {
  return document.languageId === newsletterLanguage;
}

/** True where hover and completion are wanted: newsletters, and the languages the person added by setting. */
export function explainsTerms(document: vscode.TextDocument): boolean {
  return isNewsletter(document) || otherLanguages(document).includes(document.languageId);
}

/** Selector for what `explainsTerms` may accept. */
export const explainedSelector: vscode.DocumentSelector = [newsletterLanguage, 'markdown', 'plaintext'].map(
  (language) => ({ language }),
);

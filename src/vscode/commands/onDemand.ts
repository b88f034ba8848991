/** The commands that most sessions do without: a bundle of its own, see `OnDemand`. */
export { addToGlossaryCommand } from './addToGlossary.ts';
export { insertGlossaryAppendixCommand } from './insertGlossaryAppendix.ts';
export { renameEverywhere } from './renameEverywhere.ts';
export { rewrapDocumentCommand } from './rewrapDocument.ts';
export { TermHistoryView } from './termHistory.ts';

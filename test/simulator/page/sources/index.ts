import type { SourceBlock } from '../model.ts';
import type { Writer } from '../writer.ts';
import * as bulletins from './bulletins.ts';
import * as official from './official.ts';
import * as papers from './papers.ts';

/** What each kind of page is made of, by name. */
export const sources: Readonly<Record<string, (writer: Writer) => SourceBlock[]>> = {
  ...papers,
  ...bulletins,
  ...official,
};

/** Kinds whose articles a paper mixes with one another. */
export const interleaved = [
  'townPaper',
  'speechDigest',
  'portrait',
  'meetingReport',
  'oneSentence',
  'comment',
] as const;

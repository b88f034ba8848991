/** The preview's texts; the host translates them, the page fills their `{0}` places. */
export interface PreviewTexts {
  readonly page: string;
  readonly outline: string;
  readonly conflict: string;
  readonly conflictNoText: string;
  readonly unanswered: string;
  readonly unsent: string;
  readonly copy: string;
  readonly insertHere: string;
  readonly dismiss: string;
  readonly goToDefinition: string;
  readonly otherMeanings: string;
  readonly filter: string;
}

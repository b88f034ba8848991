import type { PreviewTexts } from '../shared/previewTexts.ts';

/** The texts of the page in the person's language, as the host wrote them into the page. */
export function readTexts(): PreviewTexts {
  return JSON.parse(document.body.dataset.texts ?? '{}') as PreviewTexts;
}

/** Fills the `{0}` places of a text. */
export function fill(text: string, ...args: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}

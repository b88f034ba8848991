import { isRecord, isString } from './guards.ts';

/** What the host wants on the clipboard. */
export interface CopyOrder {
  readonly type: 'copy';
  readonly html: string;
  readonly text: string;
}

/** What the page that copies tells the host: that it listens, or that it has copied. */
export type CopyReport = { readonly type: 'ready' } | { readonly type: 'copied' };

/** The order if it is a well-formed one, else undefined. */
export function parseCopyOrder(value: unknown): CopyOrder | undefined {
  const isOrder = isRecord(value) && value.type === 'copy' && isString(value.html) && isString(value.text);
  return isOrder ? (value as unknown as CopyOrder) : undefined;
}

/** The report if it is a well-formed one, else undefined. */
export function parseCopyReport(value: unknown): CopyReport | undefined {
  const isReport = isRecord(value) && (value.type === 'ready' || value.type === 'copied');
  return isReport ? (value as unknown as CopyReport) : undefined;
}

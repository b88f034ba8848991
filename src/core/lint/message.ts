import type { Message } from './model.ts';

/** Fills the `{0}` places of a message; what people see in English, and what tests and the command line print. */
export function formatMessage({ message, args = [] }: Message): string {
  return message.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}

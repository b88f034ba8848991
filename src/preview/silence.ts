import type { ClientSync } from '../shared/sync/client.ts';

/** How long the host may take over an answer before the person is told, in milliseconds. */
const patience = 5000;
const look = 500;

/** Watches whether the host answers: a host that was ended by the system or hangs takes nothing and tells nothing. */
export function watchSilence(
  sync: ClientSync,
  events: { silent(text: string | undefined): void; unsent(text: string): void },
): void {
  let waiting: { readonly id: number; readonly since: number } | undefined;
  let told = false;
  let kept = '';
  setInterval(() => {
    const unanswered = sync.unanswered;
    if (unanswered?.id !== waiting?.id) waiting = unanswered && { id: unanswered.id, since: Date.now() };
    const text = unanswered?.text ?? '';
    // Kept beside the page, so that not even closing the window loses it.
    if (text !== kept) events.unsent((kept = text));
    const silent = waiting !== undefined && Date.now() - waiting.since >= patience;
    if (silent || told) events.silent(silent ? text : undefined);
    told = silent;
  }, look);
}

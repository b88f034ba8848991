import { startSession } from '../e2e/support/session.ts';
import { Window } from '../e2e/support/window.ts';
import { newsletterText } from './text.ts';
import { median } from './timing.ts';

const windows = 9;

/** What VS Code calls the two extensions in its list of running ones; one that is loaded from source goes by its identifier. */
const names = {
  activation_ms: 'policy-newsletter.policy-newsletter',
  activation_markdown_ms: 'Markdown Language Features',
} as const;

/**
 * Activation as VS Code itself tells it (Developer: Show Running Extensions), beside that of its Markdown extension in the same
 * window: medians over windows. `dist/` must have been built.
 */
export async function measureActivation(): Promise<Record<string, number>> {
  const session = await startSession();
  try {
    const times: Record<keyof typeof names, number[]> = { activation_ms: [], activation_markdown_ms: [] };
    for (let i = 0; i < windows; i++) {
      // Whoever comes second finds the host warmer: they take turns.
      const order = i % 2 === 0 ? ['page.newsletter', 'notes.md'] : ['notes.md', 'page.newsletter'];
      const files = { 'page.newsletter': newsletterText(2000, i), 'notes.md': '# Notes\n' };
      const window = await Window.open(session, { files, open: order[0] as string });
      await window.untilLanguage(/newsletter|markdown/i);
      await window.openFile(order[1] as string);
      for (const [key, name] of Object.entries(names)) {
        times[key as keyof typeof names].push(await activationOf(window, name));
      }
      await window.close();
    }
    return Object.fromEntries(Object.entries(times).map(([key, all]) => [key, median(all)]));
  } finally {
    await session.stop();
  }
}

/** Milliseconds from the loading of the code to the end of `activate`. */
async function activationOf(window: Window, name: string): Promise<number> {
  const row = window.page.locator('.runtime-extensions-editor .extension', { hasText: name }).first();
  if (!(await row.isVisible())) await window.runCommand('Developer: Show Running Extensions');
  const time = row.locator('.activation-time');
  await time.filter({ hasText: /\d+ms/ }).waitFor();
  return Number(/(\d+)ms/.exec(await time.innerText())?.[1]);
}

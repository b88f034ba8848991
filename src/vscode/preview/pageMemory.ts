import * as vscode from 'vscode';
import { isBoxes } from '../../shared/messages.ts';
import { layouts } from '../../core/features/layouts.ts';
import type { PageView } from '../../shared/view.ts';
import { previewSettings } from '../settings.ts';

const key = 'preview.views';

/** Files whose views are kept; of more the ones that were not looked at for longest are forgotten. */
const keptFiles = 200;

type Chosen = Partial<PageView>;

/** How each file was looked at last in this workspace; what was never chosen there is as the settings say. */
export class PageMemory implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscription: vscode.Disposable;

  /** Fires with the URI of a file whose view has changed; empty where those of all may have. */
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('policyNewsletter.preview')) this.#changed.fire('');
    });
  }

  /** The view of a file. */
  get(uri: vscode.Uri): PageView {
    return { boxes: [], print: false, ...previewSettings(uri), ...sane(this.#all()[uri.toString()]) };
  }

  /** Keeps what differs from the view as it was. */
  set(uri: vscode.Uri, view: PageView): void {
    const before = this.get(uri);
    const name = uri.toString();
    const { [name]: chosen, ...others } = this.#all();
    const changed = (Object.keys(view) as (keyof PageView)[]).filter(
      (part) => JSON.stringify(view[part]) !== JSON.stringify(before[part]),
    );
    if (changed.length === 0) return;
    const next = { ...sane(chosen), ...Object.fromEntries(changed.map((part) => [part, view[part]])) };
    const kept = Object.entries(others).slice(-keptFiles + 1);
    void this.#state.update(key, Object.fromEntries([...kept, [name, next]]));
    this.#changed.fire(name);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #all(): Readonly<Record<string, unknown>> {
    const kept = this.#state.get<unknown>(key);
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  }
}

/** What was kept by another version of the extension may be of another kind. */
function sane(value: unknown): Chosen {
  if (typeof value !== 'object' || value === null) return {};
  const { layout, print, followEditor, leadEditor, boxes } = value as Record<string, unknown>;
  const named = layouts.find((name) => name === layout);
  return {
    ...(named && { layout: named }),
    ...(typeof print === 'boolean' && { print }),
    ...(typeof followEditor === 'boolean' && { followEditor }),
    ...(typeof leadEditor === 'boolean' && { leadEditor }),
    ...(isBoxes(boxes) && { boxes }),
  };
}

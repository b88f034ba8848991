import { parseCopyOrder, type CopyOrder, type CopyReport } from '../shared/copyProtocol.ts';

declare function acquireVsCodeApi(): { postMessage(message: CopyReport): void };

const api = acquireVsCodeApi();
let order: CopyOrder | undefined;

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  order = parseCopyOrder(event.data) ?? order;
  void copy();
});
// A page without the focus may not copy.
window.addEventListener('focus', () => void copy());
document.getElementById('copy')?.addEventListener('click', () => {
  if (copyByEvent()) api.postMessage({ type: 'copied' });
});

async function copy(): Promise<void> {
  if (!order) return;
  if (!document.hasFocus()) return ask();
  const { html, text } = order;
  const blob = (content: string, type: string) => new Blob([content], { type });
  try {
    const item = new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(text, 'text/plain') });
    await navigator.clipboard.write([item]);
    api.postMessage({ type: 'copied' });
  } catch {
    if (copyByEvent()) api.postMessage({ type: 'copied' });
    else ask();
  }
}

/** The older way, which needs a click in most browsers, but no leave. */
function copyByEvent(): boolean {
  let written = false;
  const write = (event: ClipboardEvent) => {
    if (!order || !event.clipboardData) return;
    event.clipboardData.setData('text/html', order.html);
    event.clipboardData.setData('text/plain', order.text);
    event.preventDefault();
    written = true;
  };
  document.addEventListener('copy', write);
  const taken = document.execCommand('copy');
  document.removeEventListener('copy', write);
  return taken && written;
}

function ask(): void {
  const place = document.getElementById('ask');
  if (place) place.hidden = false;
  document.getElementById('copy')?.focus();
}

api.postMessage({ type: 'ready' });

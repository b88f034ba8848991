import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageExtension } from '../../scripts/vsix.ts';
import { goToEnd, page, toast, untilInEditor, untilSaved, withTyped } from './support/faults.ts';
import { name } from './support/opening.ts';
import { until } from './support/preview.ts';
import { killExtensionHosts } from './support/processes.ts';
import { startSession, type Session } from './support/session.ts';
import { Window } from './support/window.ts';

describe('Where the extension host is killed while a person writes in the preview', function () {
  this.timeout(180_000);
  let folder = '';
  let session: Session | undefined;

  before(async function () {
    // `ps` names the processes here.
    if (process.platform === 'win32') return this.skip();
    folder = await mkdtemp(join(tmpdir(), 'policy-newsletter-faults-'));
    // VS Code starts the host of an extension under development not again.
    const vsix = join(folder, 'policy-newsletter.vsix');
    await packageExtension(vsix);
    session = await startSession({ vsix });
  });
  after(async () => {
    await session?.stop();
    if (folder !== '') await rm(folder, { recursive: true, force: true });
  });

  it('the page says so, keeps what was written, and the preview opens again without a reload', async () => {
    assert.ok(session);
    const window = await Window.open(session, { files: { [name]: page }, open: name });
    const preview = await window.openPreview();
    await goToEnd(preview);
    await window.page.keyboard.type('一');
    await untilInEditor(window, '一');
    await window.press('ControlOrMeta+S');
    await window.page.locator('.tab.dirty').waitFor({ state: 'detached' });

    assert.ok(killExtensionHosts(session.server.pid) > 0);
    await window.page.keyboard.type('二三');
    const notice = preview.locator('.notice', { hasText: 'not in the file yet' });
    await notice.locator('blockquote', { hasText: '二三' }).waitFor();
    await notice.getByRole('button', { name: 'Copy' }).click();
    await until(async () => (await window.page.evaluate(() => navigator.clipboard.readText())) === '二三');

    await toast(window, 'The extensions were restarted')
      .getByRole('button', { name: 'Open the preview again' })
      .click();
    await window.page.locator('.tab', { hasText: 'Preview' }).nth(1).waitFor();
    await window.preview.locator('[data-line]').first().waitFor();
    await goToEnd(window.preview);
    await window.press('ControlOrMeta+V');
    await untilInEditor(window, '一二三');
    await window.press('ControlOrMeta+S');
    await untilSaved(window, withTyped('一二三'));
    await window.close();
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { packageExtension } from '../../scripts/vsix.ts';
import { useVSCode } from './support/app.ts';

/** The pictures of the README are half of it. */
const largestKilobytes = 1536;

describe('The packaged extension', function () {
  this.timeout(180_000);
  let folder = '';
  let vsix = '';
  const open = useVSCode(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-newsletter-vsix-'));
    vsix = join(folder, 'policy-newsletter.vsix');
    await packageExtension(vsix);
    return { vsix };
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is small', async () => {
    const kilobytes = Math.round((await stat(vsix)).size / 1024);
    console.log(`      ${kilobytes} KB`);
    assert.ok(kilobytes < largestKilobytes, `${kilobytes} KB`);
  });

  it('installs, activates when a newsletter is opened, and gives it an outline', async () => {
    const page = await readFile(join(root, 'test/fixtures/qinghe-page2.txt'));
    const window = await open({ files: { 'page.newsletter': page }, open: 'page.newsletter' });
    // Only an active extension has symbols.
    const titles = (await window.outline()).map((row) => row.label);
    assert.ok(titles.includes('共商共治解难题 聚力打造好家园'), titles.join('\n'));
  });
});

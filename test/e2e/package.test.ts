import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageExtension } from '../../scripts/vsix.ts';
import { startSession, type Session } from './support/session.ts';
import { Window } from './support/window.ts';

/** The pictures of the README are half of it. */
const largestKilobytes = 1536;

const page = [
  '青禾镇召开环境提升推进会',
  '',
  '近年来，青禾镇坚持党建引领基',
  '层治理，坚持社区全覆盖、楼组全参',
  '与，完成162个点位微更新，同比增',
  '长59.8%，群众满意率名列前茅。',
  '各社区把居民的小事当作大事来',
  '办，改善了小区环境。',
  '（青禾镇融媒体中心）',
  '',
].join('\n');

describe('The packaged extension', function () {
  this.timeout(180_000);
  let folder = '';
  let vsix = '';
  let session: Session | undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-newsletter-vsix-'));
    vsix = join(folder, 'policy-newsletter.vsix');
    await packageExtension(vsix);
    session = await startSession({ vsix });
  });
  after(async () => {
    await session?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is small', async () => {
    const kilobytes = Math.round((await stat(vsix)).size / 1024);
    console.log(`      ${kilobytes} KB`);
    assert.ok(kilobytes < largestKilobytes, `${kilobytes} KB`);
  });

  it('installs, activates when a newsletter is opened, and gives it an outline', async () => {
    assert.ok(session);
    const window = await Window.open(session, { files: { 'page.newsletter': page }, open: 'page.newsletter' });
    // Only an active extension has symbols.
    assert.ok((await window.outline()).length > 0);
    await window.close();
  });
});

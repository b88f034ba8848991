import assert from 'node:assert/strict';
import { useVSCode } from './support/app.ts';

const page = [
  '青禾镇推进“三美两清”行动',
  '　　近日，青禾镇召开“三会一课”现场会，部署下一阶段工作。',
  '　　会议指出，要坚持问题导向，推动各项任务落地见效。',
  '',
].join('\n');

describe('A newsletter in the window', () => {
  const open = useVSCode();

  it('is shown in the editor as it stands on disk', async () => {
    const window = await open({ files: { 'page.newsletter': page }, open: 'page.newsletter' });
    assert.equal((await window.visibleLines())[0], '青禾镇推进“三美两清”行动');
    assert.equal(await window.readFile('page.newsletter'), page);
  });

  it('takes Chinese from an input method once and whole, and gives it back with one undo', async () => {
    const window = await open({ files: { 'page.newsletter': page }, open: 'page.newsletter' });
    await window.goTo(1, 4);
    await window.compose(['q', 'qing', 'qing he'], '大力');
    await window.save();
    assert.equal(await window.readFile('page.newsletter'), page.replace('青禾镇推', '青禾镇大力推'));
    await window.undo();
    await window.save();
    assert.equal(await window.readFile('page.newsletter'), page);
  });
});

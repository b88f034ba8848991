import assert from 'node:assert/strict';
import { useVSCode } from './support/app.ts';

const name = '青禾.newsletter';
const attack =
  '<img src=x onerror="document.title=1"><script>document.title=1</script>[点](command:workbench.action.quit)$(zap)';
const page = [
  '青禾镇召开环境提升推进会',
  '',
  `　　近年来，青禾镇推进“三会”制度，${attack}完成全部点位微更新，群众满意率名列前茅。`,
  '',
].join('\n');
const glossary = JSON.stringify({
  entries: [
    {
      term: '三会',
      senses: [{ items: [attack, '乙', '丙'], explanation: attack, place: attack, source: { title: attack } }],
    },
  ],
});

describe('Hostile text and glossaries, in the window', function () {
  this.timeout(120_000);
  const open = useVSCode();

  it('stay text in preview, card and hover, and the preview asks no other computer for anything', async () => {
    const window = await open({ files: { [name]: page, '<b>x.glossary.json': glossary }, open: name });
    const foreign: string[] = [];
    window.page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      // Under this name the webview's own service worker hands out the files of the extension.
      const own = hostname.endsWith('.vscode-resource.vscode-cdn.net');
      const local = own || hostname === '127.0.0.1' || /^(?:blob|data):$/.test(protocol);
      if (request.frame().parentFrame() && !local) foreign.push(request.url());
    });
    const preview = await window.openPreview();
    assert.ok((await preview.locator('.page').innerText()).includes(attack));
    await preview.locator('.term', { hasText: '三会' }).hover();
    await preview.locator('#card', { hasText: '乙' }).waitFor();
    for (const hostile of ['.page img', '.page script', '.page a', '#card img', '#card script', '#card a']) {
      assert.equal(await preview.locator(hostile).count(), 0, hostile);
    }
    await window.hover('三会', ['乙']);
    const links = await window.page
      .locator('.monaco-hover a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-href') ?? one.getAttribute('href') ?? ''));
    // The built-in glossary leads to the documents it quotes.
    for (const link of links) assert.match(link, /^(?:command:policyNewsletter\.\w+\?.*|https?:\/\/[^\s"'<>\\]+|#?)$/);
    assert.ok(!links.some((link) => /quit|zap|onerror/.test(link)));
    assert.equal(await window.page.locator('.monaco-hover img, .monaco-hover script').count(), 0);
    assert.deepEqual(foreign, []);
  });
});

describe('In a workspace that is not trusted', function () {
  this.timeout(120_000);
  const open = useVSCode(async () => ({
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
  }));

  it('glossaries explain nothing, and the newsletter is read all the same', async () => {
    const own = '{"entries":[{"term":"三会","senses":[{"items":["听民声会","议民事会","评民意会"]}]}]}';
    const window = await open({ files: { [name]: page, 'own.glossary.json': own }, open: name });
    await window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    assert.ok((await window.outline()).length > 0);
    assert.doesNotMatch(await window.hover('三会', ['三会']), /听民声会/);
  });
});

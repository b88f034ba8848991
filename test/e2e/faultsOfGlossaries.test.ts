import assert from 'node:assert/strict';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useVSCode } from './support/app.ts';
import { untilUnlisted } from './support/faults.ts';
import { name, openingLines } from './support/opening.ts';

const glossaryName = 'own.glossary.yaml';
const glossary = 'entries:\n  - term: 三寻\n    senses:\n      - items: [寻根, 寻脉, 寻魂]\n';
const page = [...openingLines, '与，推进“三寻”制度，完成 162 个点', '位微更新，群众满意率名列前茅。', ''].join('\n');

describe('A glossary in use', function () {
  this.timeout(120_000);
  const openWindow = useVSCode();

  it('that is removed explains nothing any more, which the term says, and explains again once it is back', async () => {
    const window = await openWindow({ files: { [name]: page, [glossaryName]: glossary }, open: name });
    const preview = await window.openPreview();
    await window.hover('三寻', ['寻根', 'is explained in a glossary']);
    await window.page.mouse.move(5, 5);
    await unlink(join(window.folder, glossaryName));
    await untilUnlisted(window, glossaryName);
    const card = await window.hover('三寻', ['“三寻” is not explained']);
    assert.doesNotMatch(card, /寻根/);
    assert.match(await preview.locator('.page').innerText(), /推进“三寻”制度/);
    await window.page.mouse.move(5, 5);
    await writeFile(join(window.folder, glossaryName), glossary);
    await window.hover('三寻', ['寻根', 'is explained in a glossary']);
  });
});

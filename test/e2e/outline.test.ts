import assert from 'node:assert/strict';
import { useVSCode } from './support/app.ts';
import { placeIn, townPage, untilCursorAt, untilRead } from './support/terms.ts';

describe('The outline in the window', () => {
  const open = useVSCode();

  const openPage = async () => {
    const window = await open({ files: { 'page.txt': townPage }, open: 'page.txt' });
    await untilRead(window);
    return window;
  };

  it('is the tree of the page, and a click on a row leads there', async () => {
    const window = await openPage();
    const rows = await window.outline();
    const levels = new Map(rows.map(({ label, level }) => [label, level]));
    assert.equal(levels.get('“小切口”撬动“大民生” “微实事”汇成“大幸福”'), 1);
    assert.equal(levels.get('共商共治解难题 聚力打造好家园'), 2);
    assert.equal(levels.get('“微协商”小圆桌要大智慧'), 3);
    await window.page.locator('.outline-pane .monaco-list-row', { hasText: '“微协商”小圆桌' }).click();
    await untilCursorAt(window, placeIn(townPage, '———“微协商”').line);
  });

  it('stands above the text as breadcrumbs and as sticky lines', async () => {
    const window = await openPage();
    await window.goTo(placeIn(townPage, '用好“四张清单”').line);
    const crumbs = window.page.locator('.breadcrumbs-control');
    for (const title of ['“小切口”撬动“大民生”', '共商共治解难题 聚力打造好家园', '“微协商”小圆桌要大智慧']) {
      await crumbs.getByText(title).first().waitFor();
    }
    // Scrolled so far that its headings are out of sight.
    await window.goTo(placeIn(townPage, '（镇融媒体中心）').line);
    await window.goTo(placeIn(townPage, '用好“四张清单”').line);
    const sticky = window.page.locator('.sticky-widget .sticky-line-content');
    await sticky.filter({ hasText: '共商共治解难题' }).first().waitFor();
  });
});

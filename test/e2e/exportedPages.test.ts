import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { root } from '../../scripts/paths.ts';
import { exportDocx } from '../../src/core/features/export/docx.ts';
import { exportHtml, htmlFragment } from '../../src/core/features/export/html.ts';
import { layouts } from '../../src/core/features/layouts.ts';
import { bulletin, hostile, letter, pageOf, townPaper } from '../unit/features/export/pages.ts';

describe('Exported pages in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: Server;
  let folder: string;
  let styles: string;
  /** What was asked for of the server that hostile text names. */
  let asked: string[] = [];
  let attack: string;

  before(async function () {
    this.timeout(180_000);
    browser = await launchBrowser((line) => console.log(`  ${line}`));
    folder = await mkdtemp(join(tmpdir(), 'policy-newsletter-exports-'));
    styles = await readFile(join(root, 'dist/preview/page.css'), 'utf8');
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    attack = hostile.replaceAll('127.0.0.1:9', `127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  beforeEach(() => (asked = []));
  after(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a file as a person does, and waits until it has nothing more to load. */
  async function open(html: string): Promise<Page> {
    const file = join(folder, 'page.html');
    await writeFile(file, html);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle' });
    return page;
  }

  it('would run and fetch hostile text if they took it for HTML', async () => {
    const page = await open(`<!DOCTYPE html><body>${attack.replace(/<meta[^>]*>/, '')}`);
    assert.equal(await page.title(), 'run');
    assert.ok(asked.length > 0);
    await page.close();
  });

  for (const layout of layouts) {
    it(`show hostile text as text, run nothing and fetch nothing (${layout})`, async () => {
      const page = await open(exportHtml(pageOf(attack), { layout, styles }));
      assert.match(await page.title(), /^<script>/);
      assert.equal(await page.locator('script, img, iframe, svg, link, a, main style').count(), 0);
      assert.match(await page.locator('main').innerText(), /<img src=x onerror[^]*<iframe src="http:/);
      assert.deepEqual(asked, []);
      await page.close();
    });
  }

  it('run and fetch nothing even where markup got into them', async () => {
    const evil = `<script>document.title='run'</script><img src="http://${attack.match(/127\.0\.0\.1:\d+/)?.[0]}/a.png"><main`;
    const page = await open(exportHtml(pageOf(townPaper), { styles }).replace('<main', evil));
    assert.equal(await page.title(), '青禾镇部署“三清两建”工作');
    assert.deepEqual(asked, []);
    await page.close();
  });

  it('are nothing but text on the clipboard either', async () => {
    const page = await open(`<!DOCTYPE html><body>${htmlFragment(pageOf(attack))}`);
    assert.notEqual(await page.title(), 'run');
    assert.deepEqual(asked, []);
    await page.close();
  });

  for (const layout of layouts) {
    it(`show no empty line between two blocks, and the readers of a letter at the left (${layout})`, async () => {
      const page = await open(exportHtml(pageOf(letter), { layout, styles }));
      const drawn = await page.locator('.page').evaluate((root) =>
        [...root.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((between) => {
            const range = document.createRange();
            range.selectNode(between);
            return range.getClientRects().length;
          }),
      );
      assert.ok(drawn.length > 3);
      assert.deepEqual(new Set(drawn), new Set([0]));
      const indents = await page
        .locator('.paragraph')
        .evaluateAll((blocks) => blocks.slice(0, 2).map((block) => parseFloat(getComputedStyle(block).textIndent) > 0));
      assert.deepEqual(indents, [false, true]);
      await page.close();
    });
  }

  for (const layout of layouts) {
    it(`print on sheets of A4 without a word cut off (${layout})`, async () => {
      const page = await open(exportHtml(pageOf(bulletin + townPaper), { layout, styles }));
      await page.emulateMedia({ media: 'print' });
      // The width between the margins of the sheet, in CSS pixels.
      const width = Math.floor(((layout === 'official' ? 156 : 170) / 25.4) * 96);
      await page.setViewportSize({ width, height: 800 });
      const beyond = await page.locator('.block').evaluateAll((blocks, width) => {
        return blocks
          .filter((block) => block.getBoundingClientRect().right > width + 1)
          .map((block) => block.className);
      }, width);
      assert.deepEqual(beyond, []);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
      await page.close();
    });
  }

  it('as Word documents are well-formed XML, hostile text and all', async () => {
    const page = await browser.newPage();
    for (const layout of ['newspaper', 'official'] as const) {
      const files = unzipSync(await exportDocx(pageOf(attack), layout));
      for (const [path, data] of Object.entries(files).filter(([name]) => /\.(?:xml|rels)$/.test(name))) {
        const fault = await page.evaluate((xml) => {
          const parsed = new DOMParser().parseFromString(xml, 'application/xml');
          return parsed.querySelector('parsererror')?.textContent ?? '';
        }, strFromU8(data));
        assert.equal(fault, '', path);
      }
    }
    await page.close();
  });
});

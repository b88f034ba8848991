import assert from 'node:assert/strict';
import { exportHtml, htmlFragment } from '../../../../src/core/features/export/html.ts';
import type { ExportBlock } from '../../../../src/core/features/export/page.ts';
import { bulletin, hostile, letter, pageOf, townPaper } from './pages.ts';

const bodyOf = (html: string) => /<div class="page">\n([\s\S]*)\n<\/div>/.exec(html)?.[1] ?? '';

describe('A page as an HTML file', () => {
  it('has the elements of the preview: levels of headings, lines of a couplet, leads', () => {
    assert.equal(
      bodyOf(exportHtml(pageOf(townPaper))),
      `<h1 class="block heading">青禾镇部署“三清两建”工作</h1>
<p class="block jump">（上接1版）</p>
<h1 class="block heading lines">共绘美丽家园景
同奏幸福青禾音</h1>
<p class="block paragraph">近年来，青禾镇坚持党建引领基层治理，坚持社区全覆盖、楼组全参与，居民满意度逐年提高。</p>
<h2 class="block heading">乡村振兴开新局</h2>
<p class="block paragraph"><span class="lead level3">——“小院落”撬动大治理。</span>坚持群众的事群众商量着办，完成162个点位整治，惠及居民两千余户。</p>
<p class="block byline">（青禾镇融媒体中心）</p>`,
    );
  });

  it('tells the masthead, its issue lines and the distribution list', () => {
    const body = bodyOf(exportHtml(pageOf(bulletin)));
    assert.match(body, /^<p class="block masthead">工作简报<\/p>\n<p class="block masthead issue">第7期<\/p>/);
    assert.match(body, /<p class="block signature distribution">报：区委/);
    assert.match(body, /<h2 class="block heading">一、主要做法<\/h2>/);
  });

  it('starts the readers of a letter at the left, in the file and on the clipboard', () => {
    assert.match(bodyOf(exportHtml(pageOf(letter))), /<p class="block paragraph salutation">各位居民朋友：<\/p>/);
    assert.match(htmlFragment(pageOf(letter)), /<p>各位居民朋友：<\/p>\n<p style="text-indent:2em">近年来/);
  });

  it('shows the lines of a couplet without what the file sets them in by, and those of a table with it', () => {
    const body = bodyOf(exportHtml(pageOf(`　　共绘美丽家园景\n　　同奏幸福青禾音\n\n${townPaper}`)));
    assert.match(body, />共绘美丽家园景\n同奏幸福青禾音</);
    const table = '青禾镇户数表\n\n　村　户数  人口\n  柳湾  212  640\n  东塘  180  512\n  西岭  96   301\n';
    assert.match(bodyOf(exportHtml(pageOf(table))), /\n  柳湾  212  640\n  东塘  180  512/);
  });

  it('carries the given styles inside and names nothing outside', () => {
    const html = exportHtml(pageOf(townPaper), { styles: '.page { color: var(--ink); }' });
    assert.match(html, /<style>\n\.page \{ color: var\(--ink\); \}\n/);
    assert.doesNotMatch(html, /https?:|\bsrc=|\bhref=|url\(|@import/);
    assert.match(html, /<meta charset="utf-8">/);
    assert.match(html, /<title>青禾镇部署“三清两建”工作<\/title>/);
  });

  it('has the measures of an official document where that is asked for', () => {
    const html = exportHtml(pageOf(bulletin), { layout: 'official' });
    assert.match(html, /<body class="print" data-layout="official">/);
    assert.match(html, /@page \{ size: A4; margin: 37mm 26mm 35mm 28mm;/);
  });

  it('takes its title from the file where the page has none, with no tag in it', () => {
    const html = exportHtml(pageOf('无题。', { untitled: '</title><script>1</script>' }));
    assert.match(html, /<title>&lt;\/title&gt;&lt;script&gt;1&lt;\/script&gt;<\/title>/);
  });

  it('shows hostile text as text, in every place', () => {
    const html = exportHtml(pageOf(hostile, { untitled: '"><script>' }));
    const tags = new Set([...html.matchAll(/<\/?([a-z!]+[1-6]?)/gi)].map((match) => match[1]?.toLowerCase()));
    const own = ['!', 'html', 'head', 'meta', 'title', 'style', 'body', 'main', 'div', 'h1', 'h2', 'p', 'span'];
    assert.deepEqual(
      [...tags].filter((tag) => !own.includes(tag ?? '') && tag !== '!doctype'),
      [],
    );
    assert.doesNotMatch(html, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
    assert.match(html, /&lt;iframe src=&quot;http:\/\/127\.0\.0\.1:9\/&quot;&gt;/);
  });
});

describe('A page for the clipboard', () => {
  it('is plain HTML that keeps its look where classes are dropped', () => {
    assert.equal(
      htmlFragment(pageOf(townPaper)),
      `<h1 style="text-align:center">青禾镇部署“三清两建”工作</h1>
<p style="text-align:right">（上接1版）</p>
<h1 style="text-align:center">共绘美丽家园景<br>同奏幸福青禾音</h1>
<p style="text-indent:2em">近年来，青禾镇坚持党建引领基层治理，坚持社区全覆盖、楼组全参与，居民满意度逐年提高。</p>
<h2>乡村振兴开新局</h2>
<p style="text-indent:2em"><strong>——“小院落”撬动大治理。</strong>坚持群众的事群众商量着办，完成162个点位整治，惠及居民两千余户。</p>
<p style="text-align:right">（青禾镇融媒体中心）</p>`,
    );
  });

  it('makes a table of lines that stand in columns, and keeps other tables as they are set', () => {
    const table = (...lines: string[]): ExportBlock => ({
      kind: 'table',
      numbered: false,
      issue: false,
      lines: lines.map((text) => [{ text }]),
    });
    const blocks = [table('村  户数', '柳湾  <212>'), table('村 户数', '柳湾  东塘  212')];
    assert.equal(
      htmlFragment({ title: '', blocks }),
      '<table><tbody><tr><td>村</td><td>户数</td></tr><tr><td>柳湾</td><td>&lt;212&gt;</td></tr></tbody></table>\n' +
        '<pre>村 户数\n柳湾  东塘  212</pre>',
    );
  });

  it('shows hostile text as text', () => {
    assert.doesNotMatch(htmlFragment(pageOf(hostile)), /<(?!\/?(?:h[1-6]|p|strong|br)\b)/);
  });
});

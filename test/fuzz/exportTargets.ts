import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parse, parseFragment, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { analyze } from '../../src/core/analyze.ts';
import { exportDocx } from '../../src/core/features/export/docx.ts';
import { exportHtml, htmlFragment } from '../../src/core/features/export/html.ts';
import {
  exportPage,
  lineText,
  shownLines,
  tableCells,
  type ExportBlock,
  type ExportPage,
} from '../../src/core/features/export/page.ts';
import { exportText } from '../../src/core/features/export/text.ts';
import { layouts } from '../../src/core/features/layouts.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import { inkOf } from './inspect.ts';
import { anyScrap, anyText } from './texts.ts';

const noTerms = createGlossary([]);

/** A text, and the name of its file. */
const anyPage = fc
  .tuple(anyText, anyScrap, fc.boolean())
  .map(([raw, untitled, dropFurniture]) => ({ raw, options: { untitled, dropFurniture } }));

const textOf = ({ lines }: ExportBlock): string => lines.map(lineText).join('\n');

/** What no format may carry: control characters, bidirectional overrides, halves of surrogate pairs. */
const unprintable = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2060-\u206f\ufffe\uffff]|\p{Surrogate}/u;

/** Nothing that can be seen is lost between the reading text and the page to export. */
function inspectExportPage(raw: string, page: ExportPage): void {
  const { reading, newsletter } = analyze(raw, noTerms);
  const read = newsletter.blocks.map(({ start, end }) => reading.text.slice(start, end)).join('');
  // Halves of surrogate pairs find each other where what stands between them is taken out.
  const seen = (text: string) => inkOf(text.replace(/[\ud800-\udfff\ufffd-\uffff]/g, ''));
  assert.equal(seen(page.blocks.map(textOf).join('')), seen(read), 'nothing is lost');
  for (const text of [page.title, ...page.blocks.map(textOf)]) assert.doesNotMatch(text, unprintable);
}

/** A browser reads no error in it. Noncharacters are one of HTML that a text may well hold; they are shown as nothing. */
function onParseError({ code }: { readonly code: string }): void {
  assert.equal(code, 'noncharacter-in-input-stream');
}

const isElement = (node: Html.ChildNode): node is Html.Element => 'tagName' in node;
const elementsIn = (node: Html.ParentNode): Html.Element[] => node.childNodes.filter(isElement);

/** The text of an element; its elements are those that are allowed, and no attribute does anything. */
function textIn(node: Html.Element, allowed: readonly string[]): string {
  for (const { name } of node.attrs) assert.ok(name === 'class' || name === 'style', name);
  return node.childNodes
    .map((child) => {
      if ('value' in child) return child.value;
      assert.ok(isElement(child) && allowed.includes(child.tagName), child.nodeName);
      return child.tagName === 'br' ? '\n' : textIn(child, allowed);
    })
    .join('');
}

function inspectHtml(page: ExportPage, html: string): void {
  const [root] = elementsIn(parse(html, { onParseError }));
  const [head, body] = elementsIn(root as Html.Element) as [Html.Element, Html.Element];
  const inHead = elementsIn(head);
  assert.deepEqual(
    inHead.map(({ tagName }) => tagName),
    ['meta', 'meta', 'meta', 'title', 'style'],
  );
  assert.equal(textIn(inHead[3] as Html.Element, []), page.title);
  const [main] = elementsIn(body) as [Html.Element];
  const [sheet] = elementsIn(main) as [Html.Element];
  assert.deepEqual([elementsIn(body).length, elementsIn(main).length], [1, 1]);
  const shown = elementsIn(sheet).map((block) => [block.tagName, textIn(block, ['span'])]);
  assert.deepEqual(
    shown,
    page.blocks.map((block) => [tagOf(block), textOf(block)]),
  );
}

const tagOf = ({ kind, level }: ExportBlock): string => (kind === 'heading' ? `h${level ?? 2}` : 'p');

function inspectFragment(page: ExportPage, html: string): void {
  const shown = elementsIn(parseFragment(html, { onParseError })).map((block) => {
    if (block.tagName !== 'table') return [block.tagName, textIn(block, ['strong', 'br'])];
    const rows = elementsIn(block).flatMap(elementsIn);
    return rows.map((row) => elementsIn(row).map((cell) => textIn(cell, [])));
  });
  const wanted = page.blocks.map(
    (block) => tableCells(block) ?? [block.kind === 'table' ? 'pre' : tagOf(block), textOf(block)],
  );
  assert.deepEqual(shown, wanted);
}

function inspectText(page: ExportPage, indent: boolean): void {
  const text = exportText(page, { indent });
  const shown = text.split('\n').filter((line) => line !== '');
  const wanted = page.blocks.flatMap((block) => block.lines.map(lineText));
  const within = shown.map((line, i) => (indent && line === `\u3000\u3000${wanted[i]}` ? wanted[i] : line));
  assert.deepEqual(within, wanted);
  assert.ok(text === '' || text.endsWith('\n'));
  assert.equal(exportText(page, { indent, lineEnd: '\r\n' }), text.replaceAll('\n', '\r\n'));
}

/** A page as a web page, for the clipboard and as clean text: its text comes out of each as it is, and no markup of it does anything. */
export const webTarget = fc.property(anyPage, fc.constantFrom(...layouts), ({ raw, options }, layout) => {
  const analysis = analyze(raw, noTerms);
  inspectExportPage(raw, exportPage(analysis, { ...options, dropFurniture: false }));
  const page = exportPage(analysis, options);
  inspectHtml(page, exportHtml(page, { layout }));
  inspectFragment(page, htmlFragment(page));
  inspectText(page, false);
  inspectText(page, true);
});

/** Reads XML as strictly as Word does. */
function readXml(
  xml: string,
  open: (tag: SaxesTagPlain) => void,
  text: (text: string) => void = () => undefined,
): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', open);
  parser.on('text', text);
  parser.write(xml).close();
}

/** The text of each paragraph of a Word document, with tabs and line breaks. */
function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [];
  let kept = false;
  const add = (text: string) => paragraphs.push((paragraphs.pop() ?? '') + text);
  readXml(
    xml,
    ({ name, attributes }) => {
      kept = name === 'w:t' && attributes['xml:space'] === 'preserve';
      if (name === 'w:p') paragraphs.push('');
      else if (name === 'w:br') add('\n');
      // Tab stops of a style have the same name and a value.
      else if (name === 'w:tab' && attributes['w:val'] === undefined) add('\t');
    },
    (text) => {
      assert.ok(kept, `outside of text: ${JSON.stringify(text)}`);
      add(text);
    },
  );
  return paragraphs;
}

function titleOf(xml: string): string {
  let [inside, title] = [false, ''];
  readXml(
    xml,
    ({ name }) => (inside = name === 'dc:title'),
    (text) => (title += inside ? text : ''),
  );
  return title;
}

/** A page as a Word document: whole and strict XML, every text where it belongs, and nothing outside the file. */
export const docxTarget = fc.asyncProperty(
  anyPage,
  fc.constantFrom('newspaper' as const, 'official' as const),
  async ({ raw, options }, layout) => {
    const page = exportPage(analyze(raw, noTerms), options);
    const files = Object.entries(unzipSync(await exportDocx(page, layout)));
    const parts = new Map(files.map(([path, data]) => [path, strFromU8(data)]));
    for (const xml of parts.values())
      readXml(xml, ({ attributes }) => assert.equal(attributes['TargetMode'], undefined));
    const wanted = page.blocks.flatMap((block) => {
      const title = block.level === 1;
      return (tableCells(block)?.flat() ?? [shownLines(block).map(lineText).join('\n')]).map((text) => ({
        text,
        title,
      }));
    });
    const shown = paragraphsOf(parts.get('word/document.xml') ?? '');
    // A wide title is set in several lines, and white space at their ends goes.
    const asTitle = (text: string | undefined) => text?.replace(/\s/gu, '');
    assert.deepEqual(
      shown.map((text, i) => (wanted[i]?.title ? asTitle(text) : text)),
      wanted.length > 0 ? wanted.map(({ text, title }) => (title ? asTitle(text) : text)) : [''],
    );
    assert.equal(titleOf(parts.get('docProps/core.xml') ?? ''), page.title);
  },
);

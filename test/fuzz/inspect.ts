import assert from 'node:assert/strict';
import type { Analysis } from '../../src/core/analysis.ts';
import type { OutlineNode } from '../../src/core/newsletter/model.ts';
import { mendRadical } from '../../src/core/repair/radicals.ts';
import { CharClass, charClass } from '../../src/core/text/charClass.ts';
import { applyEdits, type TextEdit, type TextRange } from '../../src/core/text/range.ts';
import type { ReadingText, Repair } from '../../src/core/text/readingText.ts';

/** True for a code unit that a reader sees: no space, line end, zero-width or soft hyphen. */
function isInk(unit: string): boolean {
  const value = charClass[unit.charCodeAt(0)];
  return value !== CharClass.Space && value !== CharClass.Newline && value !== CharClass.Ignorable;
}

/** What a reader sees of a text. */
export const inkOf = (text: string): string => text.split('').filter(isInk).join('');

/** What a reader sees, with every run of one character told once: doubling and dashes of any length are the same to it. */
export const onceEach = (text: string): string =>
  inkOf(text)
    .split('')
    .map(mendRadical)
    .map((unit) => (charClass[unit.charCodeAt(0)] === CharClass.Dash ? '—' : unit))
    .join('')
    .replace(/([\s\S])\1+/g, '$1');

/** Fails where a range does not lie in a text of `length`. */
export function assertInside({ start, end }: TextRange, length: number, what: string): void {
  assert.ok(
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length,
    `${what} [${start}, ${end}) of ${length}`,
  );
}

/** Fails where edits are not sorted, overlap, leave the text or change nothing; gives the text after them. */
export function assertEdits(text: string, edits: readonly TextEdit[], what: string): string {
  for (const edit of edits) assertInside(edit, text.length, what);
  return applyEdits(text, edits);
}

/** The map of offsets is monotone and leads back; the repairs make the text; nothing is lost in them. */
export function inspectReading(reading: ReadingText): void {
  const { raw, text, repairs } = reading;
  assert.equal(
    applyEdits(
      raw,
      repairs.map(({ start, end, replacement }) => ({ start, end, text: replacement })),
    ),
    text,
  );
  for (const repair of repairs) inspectRepair(raw, repair);
  let before = 0;
  let after = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    const [left, right] = [reading.toRaw(offset, 'before'), reading.toRaw(offset, 'after')];
    assert.ok(
      before <= left && left <= right && after <= right && right <= raw.length,
      `map to raw at ${offset}: ${before} ${left} ${after} ${right}`,
    );
    assert.equal(reading.toReading(right), offset, `and back from ${right}`);
    [before, after] = [left, right];
  }
  let last = 0;
  for (let offset = 0; offset <= raw.length; offset++) {
    const at = reading.toReading(offset);
    assert.ok(last <= at && at <= text.length, `map to reading at ${offset}: ${last} ${at}`);
    last = at;
  }
}

/** The name of a paper beside a page number: short, and no clause. */
const paperName = /^[^，。！？；：,!?;:（）()“”]{1,28}$/u;

/** Fails where a page break takes more than page numbers, what is printed over or under a page, and a paper's name beside them. */
function inspectPageBreak(gone: string, told: string): void {
  const lines = gone
    .split(/[\r\n]+/u)
    .map(inkOf)
    .filter((line) => line !== '');
  const matter = lines.filter((line) => pageMatter.test(line));
  assert.ok(lines.length <= 3 && matter.length > 0, told);
  for (const line of lines) assert.ok(matter.includes(line) || paperName.test(line), told);
}

/** What is printed over or under a page: its number, or a line without any clause that ends with it or names editors. */
const pageMatter =
  /^(?:[-—―─－·•]*\d{1,3}[-—―─－·•]*|第\d{1,3}页(?:共\d{1,3}页)?|[^，。！？；,!?;]{0,64}(?:\d{1,3}[页版]\p{Script=Han}{0,5}|[-—―─－·•]\d{1,3}[-—―─－·•])|[^，。！？；,!?;]*(?:编辑|责编|美编|校对|版式)[^，。！？；,!?;]*)$/u;

function inspectRepair(raw: string, { code, start, end, replacement }: Repair): void {
  assertInside({ start, end }, raw.length, code);
  const gone = raw.slice(start, end);
  const told = `${code}: ${JSON.stringify(raw.slice(Math.max(0, start - 3), end + 3))} → ${JSON.stringify(replacement)}`;
  // The one that stays and its double may be printed as the character and as its radical.
  if (code === 'repair/doubled-run')
    assert.equal(mendRadical(gone + replacement), mendRadical(raw.charAt(start - 1)), told);
  else if (code === 'repair/long-dash') assert.deepEqual([onceEach(gone), replacement], ['—', '——'], told);
  else if (code === 'repair/radical') assert.equal(mendRadical(gone), replacement, told);
  else if (code === 'repair/page-break') inspectPageBreak(gone, told);
  else assert.equal(inkOf(gone), inkOf(replacement), told);
}

/** Blocks stand in order, hold all that can be seen, and their lines are right; the outline is a tree over them. */
export function inspectPage({ reading, newsletter }: Pick<Analysis, 'reading' | 'newsletter'>): void {
  const { text } = reading;
  let at = 0;
  let line = 0;
  for (const block of newsletter.blocks) {
    assertInside(block, text.length, block.kind);
    assert.ok(block.start >= at, `${block.kind} at ${block.start} overlaps the one before`);
    assert.ok(block.end > block.start, `${block.kind} at ${block.start} is empty`);
    assert.match(inkOf(text.slice(at, block.start)), /^#{0,4}$/, 'what stands between blocks');
    assert.ok(
      line <= block.firstLine && block.firstLine <= block.lastLine,
      `${block.kind}: lines ${block.firstLine} to ${block.lastLine}`,
    );
    assert.ok(block.confidence >= 0 && block.confidence <= 1 && (block.level ?? 1) >= 1 && (block.level ?? 6) <= 6);
    if (block.lead) {
      assertInside(block.lead.range, block.end, 'lead');
      assert.ok(block.lead.range.start >= block.start && block.lead.range.end > block.lead.range.start, 'lead');
    }
    if (block.marker !== undefined) assert.ok(text.startsWith(block.marker, block.start), 'marker');
    at = block.end;
    line = block.firstLine;
  }
  assert.match(inkOf(text.slice(at)), /^#{0,4}$/, 'what stands behind the last block');
  inspectOutline(newsletter.outline, { start: 0, end: text.length }, newsletter.blocks.length);
}

function inspectOutline(nodes: readonly OutlineNode[], within: TextRange, blocks: number): void {
  let at = within.start;
  for (const node of nodes) {
    const { range, selectionRange } = node;
    assert.ok(
      at <= range.start && range.start <= selectionRange.start && selectionRange.end <= range.end,
      `${node.kind} ${JSON.stringify(range)} behind ${at}`,
    );
    assert.ok(
      selectionRange.start < selectionRange.end && range.end <= within.end,
      `${node.kind} ${JSON.stringify(range)} in ${within.end}`,
    );
    assert.ok(node.block >= 0 && node.block < blocks);
    assert.notEqual(node.title.trim(), '', 'a title');
    // A continuation has no title of its own: it starts with the first heading inside it.
    inspectOutline(
      node.children,
      { start: node.kind === 'continuation' ? range.start : selectionRange.end, end: range.end },
      blocks,
    );
    at = range.end;
  }
}

/** Definitions, terms and findings stand inside the text, in order. */
export function inspectTerms({ reading, definitions, terms, findings, statistics }: Analysis): void {
  const { text, raw } = reading;
  for (const { term, range, items = [], parts = [] } of definitions) {
    assertInside(range, text.length, `definition of ${term}`);
    assert.notEqual(term.trim(), '');
    for (const item of [...items, ...parts.flatMap((part) => part.items)])
      assert.notEqual(item.trim(), '', `items of ${term}`);
  }
  let at = 0;
  for (const use of terms) {
    assertInside(use, text.length, use.term);
    assert.ok(use.start >= at && use.end > use.start, `${use.term} overlaps the one before`);
    at = use.end;
  }
  for (const finding of findings) {
    assertInside(finding.range, raw.length, finding.code);
    for (const { range } of finding.related ?? []) assertInside(range, raw.length, finding.code);
  }
  for (const [name, value] of Object.entries(statistics)) assert.ok(Number.isSafeInteger(value) && value >= 0, name);
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../src/core/analysis.ts';
import { analyze } from '../../src/core/analyze.ts';
import { analysisToJson } from '../../src/core/features/analysisJson.ts';
import { appendixEdit } from '../../src/core/features/appendix.ts';
import { completionsAt } from '../../src/core/features/completion.ts';
import { readsLikeNewsletter } from '../../src/core/features/detect.ts';
import { foldsOf } from '../../src/core/features/folding.ts';
import { hoverCard } from '../../src/core/features/hoverCard.ts';
import { hoverMarkdown } from '../../src/core/features/hoverMarkdown.ts';
import { demoteEdit, markFixes, notAHeadingEdit, promoteEdit } from '../../src/core/features/marks.ts';
import { moveEdits } from '../../src/core/features/moveBlocks.ts';
import { blockBreak, PageText } from '../../src/core/features/pageText.ts';
import { pageEditsToRaw } from '../../src/core/features/previewEdits.ts';
import { isValidTerm, renameEdits, termPlaces } from '../../src/core/features/references.ts';
import { repairEdits } from '../../src/core/features/repair.ts';
import { rewrapEdits } from '../../src/core/features/rewrap.ts';
import { termHistory } from '../../src/core/features/termHistory.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import { fixesFor, repairFindings } from '../../src/core/lint/lint.ts';
import { formatMessage } from '../../src/core/lint/message.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { readPage, type Page } from '../../src/core/newsletter/readPage.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { applyEdits, type TextEdit } from '../../src/core/text/range.ts';
import { difference } from '../../src/core/text/trimEdit.ts';
import { cleanBlocks } from '../../src/shared/cleanText.ts';
import { buildBlocks } from '../../src/shared/sync/buildBlocks.ts';
import { diffPages, patchPage } from '../../src/shared/sync/page.ts';
import { diffTexts } from '../../src/shared/sync/rebase.ts';
import { assertEdits, assertInside, inkOf, inspectPage, inspectReading, inspectTerms, onceEach } from './inspect.ts';
import { glossaryTarget } from './glossaryTarget.ts';
import { editorTarget } from './editorTarget.ts';
import { docxTarget, webTarget } from './exportTargets.ts';
import { clientTarget, hostTarget } from './syncTargets.ts';
import { anyScrap, anyText } from './texts.ts';

const glossary = createGlossary([
  {
    kind: 'workspace',
    id: 'file:///x.glossary.json',
    label: 'x',
    entries: [
      { term: '三会', aliases: ['三会制度'], senses: [{ items: ['听证会', '协调会', '评议会'] }] },
      { term: '两清', senses: [{ items: ['清沟渠', '清楼道'], place: '青禾镇', year: 2026 }] },
      { term: '1354', senses: [{ explanation: '一句话。' }, { parts: [{ term: '三美', items: ['甲', '乙', '丙'] }] }] },
    ],
  },
]);
const everyRule = { enabled: new Set(rules.map((rule) => rule.code)), profile: 'official' as const };
const shown = (analysis: Analysis): string => JSON.stringify(analysisToJson('x', analysis));

const analysis = fc.property(anyText, (raw) => {
  const found = analyze(raw, glossary, everyRule);
  inspectReading(found.reading);
  inspectPage(found);
  inspectTerms(found);
  assert.equal(shown(analyze(raw, glossary, everyRule)), shown(found), 'a second analysis');
  readsLikeNewsletter(raw);
});

const findings = fc.property(anyText, (raw) => {
  const found = analyze(raw, glossary, everyRule);
  for (const finding of [...found.findings, ...repairFindings(found.reading)]) {
    assertInside(finding.range, raw.length, finding.code);
    formatMessage(finding);
    for (const fix of fixesFor(finding, { ...found, glossary })) assertEdits(raw, fix.edits, finding.code);
  }
  const lines = new LineIndex(raw).lineCount;
  for (const fold of foldsOf(found))
    assert.ok(0 <= fold.startLine && fold.startLine < fold.endLine && fold.endLine < lines);
});

/** What a reader sees of a text, but for the marks of headings. */
const withoutMarks = (text: string): string => onceEach(text.replaceAll('#', ''));

/**
 * What stays of a text whatever is mended in it; page numbers and running heads inside sentences go, so of such a page neither they
 * nor figures count.
 */
function lasting(text: string, { reading }: Page): string {
  const gone = reading.repairs.filter(({ code }) => code === 'repair/page-break');
  const heads = gone.flatMap(({ start, end }) => reading.raw.slice(start, end).split(/[\r\n]+/u));
  // Longest first: a number may stand in a name.
  const sorted = heads.map((head) => head.trim() || '\0').sort((a, b) => b.length - a.length);
  const left = sorted.reduce((rest, head) => rest.replaceAll(head, ''), text);
  if (gone.length === 0) return onceEach(left.replace(/[#\u2029]/g, ''));
  return onceEach(left.replace(/[#\u2029\0\d第页版共·•]/g, '')).replace(/—/g, '');
}

const repair = fc.property(anyText, (raw) => {
  const page = readPage(raw);
  const once = assertEdits(raw, repairEdits(page), 'repair');
  assert.equal(withoutMarks(once), withoutMarks(raw), 'nothing is lost');
  const again = repairEdits(readPage(once));
  assert.deepEqual(again, [], `repaired text ${JSON.stringify(once)} is repaired again`);
  assertEdits(raw, repairEdits(readPage(raw), { paragraphIndent: 'two', dropFurniture: true }), 'repair');
  assertEdits(raw, repairEdits(readPage(raw), { paragraphIndent: 'none' }), 'repair');
});

const rewrap = fc.property(
  anyText,
  fc.integer({ min: 1, max: 60 }),
  fc.constantFrom('two' as const, 'lost' as const),
  (raw, cells, indent) => {
    const page = readPage(raw);
    const once = assertEdits(raw, rewrapEdits(page, { cells, indent }), 'rewrap');
    assert.equal(withoutMarks(once), withoutMarks(raw), 'nothing is lost');
  },
);

const structure = fc.property(anyText, fc.nat(), (raw, some) => {
  const page = readPage(raw);
  const offset = some % (raw.length + 1);
  const withoutMarks = inkOf(raw).replaceAll('#', '');
  const edits = [promoteEdit(page, offset), demoteEdit(page, offset), notAHeadingEdit(page, offset)];
  for (const edit of [...edits, ...markFixes(page, offset).flatMap((fix) => fix.edits)]) {
    if (edit) assert.equal(inkOf(assertEdits(raw, [edit], 'mark')).replaceAll('#', ''), withoutMarks);
  }
  const letters = (text: string) => inkOf(text).split('').sort().join('');
  for (const direction of ['up', 'down'] as const) {
    assert.equal(letters(assertEdits(raw, moveEdits(page, offset, direction), 'move')), letters(raw));
  }
});

const terms = fc.property(anyText, fc.nat(), anyScrap, (raw, some, name) => {
  const found = analyze(raw, glossary);
  const offset = some % (raw.length + 1);
  const card = hoverCard(offset, found, glossary);
  if (card) hoverMarkdown(card, (message, ...args) => formatMessage({ message, args }));
  for (const completion of completionsAt(raw, offset, { terms: ['三会', '两清'] }))
    assertInside(completion.range, raw.length, 'completion');
  for (const { term } of [...found.terms, ...found.definitions].slice(0, 5)) {
    for (const place of termPlaces(term, found)) assertInside(place, raw.length, term);
    if (isValidTerm(name)) assertEdits(raw, renameEdits(term, name, found), 'rename');
    termHistory(term, [{ uri: 'file:///x', definitions: found.definitions, uses: found.terms }]);
  }
  const edit = appendixEdit(found, glossary);
  if (edit) assertEdits(raw, [edit], 'appendix');
});

const gesture = fc.tuple(
  fc.nat(),
  fc.nat(12),
  fc.oneof(anyScrap, fc.constant(blockBreak), fc.constant(`甲${blockBreak}乙`), fc.constant('')),
);

const preview = fc.property(anyText, fc.array(gesture, { minLength: 1, maxLength: 3 }), (raw, gestures) => {
  const found = analyze(raw, glossary);
  const page = new PageText(found);
  const edits = editsOf(gestures, page.text.length);
  const wanted = applyEdits(page.text, edits);
  const after = assertEdits(raw, pageEditsToRaw(page, edits), 'page edit');
  assert.equal(lasting(after, found), lasting(wanted, found), 'nothing is lost and nothing else is touched');
  const blocks = buildBlocks(page, found, []);
  for (const block of blocks) for (const mark of block.marks) assertInside(mark, block.text.length, mark.kind);
  const next = analyze(after, glossary);
  const nextBlocks = buildBlocks(new PageText(next), next, []);
  assert.deepEqual(patchPage(blocks, diffPages(blocks, nextBlocks)), nextBlocks);
  assert.equal(applyEdits(page.text, diffTexts(page.text, wanted)), wanted);
  assert.equal(applyEdits(page.text, [difference(page.text, wanted)]), wanted);
});

function editsOf(gestures: readonly (readonly [number, number, string])[], length: number): TextEdit[] {
  const sorted = gestures
    .map(([at, size, text]) => ({ start: at % (length + 1), size, text }))
    .sort((a, b) => a.start - b.start);
  let end = -1;
  return sorted.flatMap(({ start, size, text }) => {
    if (start <= end) return [];
    end = Math.min(length, start + size);
    return [{ start, end, text }];
  });
}

const pasted = fc.property(anyText, (text) => {
  for (const block of cleanBlocks(text))
    assert.doesNotMatch(block, /[\0-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2060-\u206f]/);
});

/** All targets by name: properties that hold for whatever they are given. */
export const targets: Readonly<Record<string, fc.IRawProperty<unknown>>> = {
  analysis,
  findings,
  repair,
  rewrap,
  structure,
  terms,
  preview,
  pasted,
  glossary: glossaryTarget,
  host: hostTarget,
  client: clientTarget,
  editor: editorTarget,
  web: webTarget,
  docx: docxTarget,
};

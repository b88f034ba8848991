import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/core/analyze.ts';
import { termCard } from '../../src/core/features/hoverCard.ts';
import { hoverMarkdown } from '../../src/core/features/hoverMarkdown.ts';
import { addEntryEdit } from '../../src/core/glossary/addEntry.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import type { GlossaryEntry } from '../../src/core/glossary/model.ts';
import { keepLastGood, parseGlossary, renameTermEdits } from '../../src/core/glossary/parse.ts';
import { renameInGlossary } from '../../src/core/glossary/renameEntry.ts';
import { formatMessage } from '../../src/core/lint/message.ts';
import { assertEdits, assertInside } from './inspect.ts';
import { anyGlossary } from './glossaryTexts.ts';
import { anyScrap } from './texts.ts';

const added: GlossaryEntry = { term: '四新', senses: [{ items: ['甲', '乙', '丙', '丁'], verified: false }] };
const strings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '');

/** Any text as a glossary: nothing is thrown, what is taken has the shape of an entry, places lie inside the text. */
export const glossaryTarget = fc.property(anyGlossary, anyScrap, ({ text, format }, name) => {
  const parsed = parseGlossary(text, format);
  for (const problem of parsed.problems) {
    assertInside(problem.range, text.length, problem.message);
    formatMessage(problem);
  }
  for (const entry of parsed.entries) inspectEntry(entry);
  assert.deepEqual(
    parseGlossary(text, format, parsed.cache).entries,
    parsed.entries,
    'with what is kept of the last reading',
  );
  keepLastGood([added], parsed);
  assert.equal(({} as Record<string, unknown>)['term'], undefined, 'the prototype of objects');
  assertEdits(text, renameTermEdits(text, format, '三会', '四会'), 'rename');
  assertEdits(text, renameInGlossary(text, '三会', '四会'), 'rename');
  const edit = addEntryEdit(text, format, added);
  if (edit) {
    const after = parseGlossary(assertEdits(text, [edit], 'add'), format);
    if (!parsed.broken && parsed.problems.length === 0) assert.deepEqual(after.entries, [...parsed.entries, added]);
  }
  useEntries(parsed.entries, name);
});

function inspectEntry(entry: GlossaryEntry): void {
  assert.ok(typeof entry.term === 'string' && entry.term.trim() !== '', 'a term');
  assert.ok(entry.aliases === undefined || strings(entry.aliases), 'aliases');
  for (const { items, parts, explanation, year, place, verified, source } of entry.senses) {
    assert.ok(items === undefined || strings(items), 'items');
    for (const part of parts ?? []) assert.ok(typeof part.term === 'string' && strings(part.items), 'parts');
    assert.ok(explanation === undefined || typeof explanation === 'string');
    assert.ok(place === undefined || typeof place === 'string');
    assert.ok(year === undefined || Number.isSafeInteger(year), 'year');
    assert.ok(verified === undefined || typeof verified === 'boolean', 'verified');
    assert.ok(source === undefined || typeof source.title === 'string', 'source');
  }
}

function useEntries(entries: readonly GlossaryEntry[], name: string): void {
  const glossary = createGlossary([{ kind: 'workspace', id: 'x', label: name, entries }]);
  const terms = [...entries.slice(0, 3).map((entry) => entry.term), name, '__proto__', 'constructor'];
  const analysis = analyze(terms.map((term) => `青禾镇推进“${term}”。`).join('\n'), glossary);
  for (const term of terms)
    hoverMarkdown(termCard(term, analysis, glossary), (message, ...args) => formatMessage({ message, args }));
}

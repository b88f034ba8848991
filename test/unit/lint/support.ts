import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';
import type { GlossaryEntry, GlossaryLayer, LayerKind } from '../../../src/core/glossary/model.ts';
import { fixesFor, lint, type LintContext, type LintOptions } from '../../../src/core/lint/lint.ts';
import { formatMessage } from '../../../src/core/lint/message.ts';
import type { Finding } from '../../../src/core/lint/model.ts';
import { applyEdits } from '../../../src/core/text/range.ts';

/** One glossary layer for a test. */
export function layer(kind: LayerKind, entries: readonly GlossaryEntry[]): GlossaryLayer {
  return { kind, id: kind, label: `${kind} glossary`, entries };
}

/** A document under lint. */
export interface Linted {
  readonly context: LintContext;
  readonly findings: readonly Finding[];
}

/** Lints a document with the rule `code` alone turned on, whether it is on by default or not. */
export function lintWith(code: string, raw: string, layers: readonly GlossaryLayer[] = []): Linted {
  const glossary = createGlossary(layers);
  const context = { ...analyze(raw, glossary), glossary };
  const options: LintOptions = { enabled: new Set([code]) };
  return { context, findings: lint(context, options).filter((finding) => finding.code === code) };
}

/** The raw text with every finding set between `⟦` and `⟧`. */
export function marked({ context, findings }: Linted): string {
  const { raw } = context.reading;
  return applyEdits(
    raw,
    findings.map(({ range }) => ({ ...range, text: `⟦${raw.slice(range.start, range.end)}⟧` })),
  );
}

/** Asserts that the rule finds exactly what stands between `⟦` and `⟧`. */
export function assertFinds(code: string, text: string, layers: readonly GlossaryLayer[] = []): Linted {
  const linted = lintWith(code, text.replace(/[⟦⟧]/g, ''), layers);
  assert.equal(marked(linted), text);
  return linted;
}

/** What every fix of the first finding makes of the text, by title. */
export function fixed({ context, findings }: Linted): Readonly<Record<string, string>> {
  const [finding] = findings;
  assert.ok(finding, 'nothing was found');
  return Object.fromEntries(
    fixesFor(finding, context).map((fix) => [formatMessage(fix.title), applyEdits(context.reading.raw, fix.edits)]),
  );
}

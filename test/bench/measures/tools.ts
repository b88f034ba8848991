import { analyze } from '../../../src/core/analyze.ts';
import { PageText } from '../../../src/core/features/pageText.ts';
import { repairFindings, type LintOptions } from '../../../src/core/lint/lint.ts';
import { rules } from '../../../src/core/lint/rules/index.ts';
import type { Glossary } from '../../../src/core/glossary/model.ts';
import { buildBlocks } from '../../../src/shared/sync/buildBlocks.ts';
import { glossaryOf, megabyteTexts, turn } from '../material.ts';
import { loadPeer } from '../peers.ts';
import { race } from '../timing.ts';

/** Above this, `lintFor` gives up without a word. */
const longestPiece = 100_000;

/** Our checks against a linter for Chinese text, and our page against a Markdown renderer's. */
export function measureTools(): Record<string, number> {
  const texts = megabyteTexts(3);
  const glossary = glossaryOf(10_000);
  const { lintFor } = loadPeer<{ lintFor(text: string, path: string): unknown }>('autocorrect-node');
  const markdownIt = loadPeer<new () => { render(text: string): string }>('markdown-it');
  const markdown = new markdownIt();
  const everything: LintOptions = { enabled: new Set(rules.map((rule) => rule.code)), profile: 'official' };
  const times = race(
    { warmUp: 4, timed: 11 },
    {
      checks: (round) => {
        const analysis = analyze(turn(texts, round), glossary, everything);
        return [analysis.findings, repairFindings(analysis.reading)];
      },
      autocorrect: (round) => piecesOf(turn(texts, round)).map((piece) => lintFor(piece, 'page.txt')),
      preview: (round) => previewOf(turn(texts, round), glossary),
      markdown: (round) => markdown.render(turn(texts, round)),
    },
  );
  return {
    checks_vs_autocorrect: times.autocorrect / times.checks,
    analysis_vs_markdown_it: times.markdown / times.preview,
    autocorrect_ms: times.autocorrect,
    markdown_it_ms: times.markdown,
    preview_ms: times.preview,
  };
}

/** The page as the host sends it to the preview, all findings marked. */
function previewOf(text: string, glossary: Glossary): string {
  const analysis = analyze(text, glossary);
  const findings = analysis.findings.map(({ range, severity, message }) => ({ range, kind: severity, message }));
  return JSON.stringify(buildBlocks(new PageText(analysis), analysis, findings));
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += longestPiece) pieces.push(text.slice(at, at + longestPiece));
  return pieces;
}

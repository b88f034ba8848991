import type { AnalysisJson, OutlineJson } from '../core/features/analysisJson.ts';

/** The analysis of one file as a page of text for people. */
export function printForPeople(json: AnalysisJson): string {
  const quiet = json.diagnostics.filter((one) => one.code.startsWith('repair/')).length;
  return [
    `${json.file}${json.title ? ` — ${json.title}` : ''}`,
    ...section(
      'Outline',
      json.outline.flatMap((node) => outlineLines(node, 1)),
    ),
    ...section(
      'Definitions',
      json.definitions.map((one) => `  ${one.line}: ${one.term} = ${expansion(one)}`),
    ),
    ...section('Abbreviations', termLines(json)),
    ...section(
      'Findings',
      json.diagnostics
        .filter((one) => !one.code.startsWith('repair/'))
        .map((one) => `  ${one.line}:${one.column} ${one.severity} ${one.code}: ${one.message}`),
    ),
    ...(quiet ? [`Repairs: ${quiet}`] : []),
    `Statistics: ${Object.entries(json.statistics)
      .map(([key, value]) => `${key} ${String(value)}`)
      .join(', ')}`,
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]) => (lines.length ? [`${title}:`, ...lines] : []);

function outlineLines(node: OutlineJson, depth: number): string[] {
  const kind = node.kind === 'continuation' ? ' (continued)' : '';
  const why = `${node.reasons.join(', ')} ${Math.round(node.confidence * 100)} %`;
  return [
    `${'  '.repeat(depth)}${node.line}: ${node.title}${kind}  [${why}]`,
    ...node.children.flatMap((child) => outlineLines(child, depth + 1)),
  ];
}

function expansion(definition: AnalysisJson['definitions'][number]): string {
  if (!definition.parts) return (definition.items ?? []).join('、');
  return definition.parts.map((part) => `${part.term}（${part.items.join('、')}）`).join(' + ');
}

function termLines(json: AnalysisJson): string[] {
  const uses = new Map<string, { by: string; lines: number[] }>();
  for (const { term, line, explainedBy } of json.terms) {
    const known = uses.get(term);
    if (known) known.lines.push(line);
    else uses.set(term, { by: explainedBy ?? 'not explained', lines: [line] });
  }
  return [...uses].map(([term, { by, lines }]) => `  ${term}: ${by} (line ${lines.join(', ')})`);
}

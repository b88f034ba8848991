/** One figure of the benchmark, what it says, and the least or most it should be. */
export interface Goal {
  readonly key: string;
  readonly what: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** All figures in the order in which they are told. */
export const goals: readonly Goal[] = [
  { key: 'analysis_x_floor', what: 'full analysis of 1 MB, 10,000 entries, in loops over its characters', atMost: 20 },
  { key: 'match_1k_vs_peer', what: 'term search against @monyone/aho-corasick, 1,000 terms', atLeast: 8 },
  { key: 'match_10k_vs_peer', what: 'the same with 10,000 terms', atLeast: 8 },
  { key: 'match_100k_vs_peer', what: 'the same with 100,000 terms', atLeast: 6 },
  { key: 'index_100k_vs_peer', what: 'building the index of 100,000 terms', atLeast: 25 },
  { key: 'checks_vs_autocorrect', what: 'full analysis with all checks against autocorrect-node', atLeast: 3 },
  { key: 'analysis_vs_markdown_it', what: 'analysis with the preview’s page against markdown-it', atLeast: 3 },
  { key: 'keystroke_share_p99', what: 'a typed character as a share of a full analysis, p99', atMost: 0.05 },
  { key: 'growth', what: 'time per character at 8 MB over that at 1 MB', atMost: 1.15 },
  { key: 'page_cold_x_warm', what: 'the very first page of 15 KB against a warm one', atMost: 30 },
  { key: 'memory_x_text', what: 'heap of an open document of 1 MB over its text', atMost: 12 },
  { key: 'bundle_kb', what: 'minified desktop bundle, glossary aside', atMost: 250 },
  { key: 'activation_ms', what: 'activation in VS Code; goal: less than the Markdown extension’s' },
];

/** True where a figure meets its goal; activation is held against what was measured in the same windows. */
export function meets(goal: Goal, figures: Readonly<Record<string, number>>): boolean {
  const figure = figures[goal.key] ?? NaN;
  const most = goal.key === 'activation_ms' ? figures['activation_markdown_ms'] : goal.atMost;
  return (most === undefined || figure <= most) && (goal.atLeast === undefined || figure >= goal.atLeast);
}

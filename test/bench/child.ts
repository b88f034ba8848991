// Runs one measure in a process of its own and prints its figures as one line of JSON.
import { measureAnalysis } from './measures/analysis.ts';
import { measureKeystroke } from './measures/keystroke.ts';
import { measureMatch } from './measures/match.ts';
import { measureMemory } from './measures/memory.ts';
import { measurePage } from './measures/page.ts';
import { measureTools } from './measures/tools.ts';

const measures: Readonly<Record<string, () => Record<string, number>>> = {
  analysis: measureAnalysis,
  match: measureMatch,
  tools: measureTools,
  keystroke: measureKeystroke,
  page: measurePage,
  memory: measureMemory,
};

const measure = measures[process.argv[2] ?? ''];
if (!measure) throw new Error(`There is no measure "${process.argv[2]}".`);
console.log(JSON.stringify(measure()));

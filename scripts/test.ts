// npm test: every kind of test, one after the other, each counted; the last line is the sum.
import { parseArgs } from 'node:util';
import { buildExtension } from './build.ts';
import { runChecks } from './testing/checks.ts';
import { runGrammarTests } from './testing/grammar.ts';
import { runIntegration } from './testing/integration.ts';
import { runMocha } from './testing/mochaStage.ts';
import { failureText, type Count, type Failure } from './testing/report.ts';

interface Stage {
  readonly key: string;
  readonly title: string;
  readonly run: () => Promise<Count>;
  /** Needs the bundles in `dist/`. */
  readonly built?: true;
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, host: { type: 'string' }, vscode: { type: 'string' }, grep: { type: 'string' } },
});
const { grep, vscode: release = process.env['POLICY_NEWSLETTER_VSCODE'] } = values;

const stages: readonly Stage[] = [
  { key: 'check', title: 'Types, lint and format', run: runChecks },
  { key: 'unit', title: 'Unit and property tests', run: () => runMocha('.mocharc.json', 'dot', { grep }) },
  { key: 'fuzz', title: 'Fuzzers, a short run', run: () => runMocha('.mocharc.fuzz.json', 'spec', { grep }) },
  { key: 'grammar', title: 'Grammar', run: runGrammarTests },
  {
    key: 'integration',
    title: 'Integration tests in the Node extension host of VS Code',
    run: () => runIntegration('node', { release, grep }),
    built: true,
  },
  {
    key: 'integration',
    title: 'Integration tests in the web worker extension host of VS Code',
    run: () => runIntegration('web', { release, grep }),
    built: true,
  },
  {
    key: 'e2e',
    title: 'End-to-end tests in the window of VS Code',
    run: () => runMocha('.mocharc.e2e.json', 'spec', { grep, env: { POLICY_NEWSLETTER_VSCODE: release } }),
    built: true,
  },
];

async function main(): Promise<void> {
  const chosen = chooseStages();
  let passed = 0;
  const failures: { readonly stage: string; readonly failure: Failure }[] = [];
  let built: Promise<void> | undefined;
  for (const { title, built: needsBuild, run } of chosen) {
    console.log(`\n${title}`);
    const started = Date.now();
    let count: Count;
    try {
      if (needsBuild) await (built ??= buildExtension());
      count = await run();
    } catch (error) {
      const failure = { title: 'This stage could not run', message: (error as Error).message };
      console.log(failureText(failure));
      count = { passed: 0, failed: 1, failures: [failure] };
    }
    console.log(`  ${count.passed} passed, ${count.failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
    passed += count.passed;
    failures.push(...count.failures.map((failure) => ({ stage: title, failure })));
  }
  // Once more at the end: of a long log often only the end is kept.
  if (failures.length > 0) console.log('\nFailed');
  for (const { stage, failure } of failures) {
    console.log(failureText({ ...failure, title: `${stage}: ${failure.title}` }));
  }
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
}

function chooseStages(): readonly Stage[] {
  const { only, host } = values;
  const chosen = stages.filter(
    ({ key, title }) =>
      (only === undefined || only.split(',').includes(key)) &&
      (host === undefined || title.includes(host === 'web' ? 'web worker' : 'Node extension')),
  );
  if (chosen.length > 0) return chosen;
  console.error(
    'npm test -- [--only check|unit|fuzz|grammar|integration|e2e] [--host node|web] [--vscode oldest|newest] [--grep PATTERN]',
  );
  process.exit(2);
}

await main();

import { root, tool } from '../paths.ts';
import { run } from '../processes.ts';
import { failureText, type Count, type Failure } from './report.ts';

const checks: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['types', tool('typescript/bin/tsc'), '-p', 'tsconfig.json'],
  ['types of the core, without DOM, Node and vscode', tool('typescript/bin/tsc'), '-p', 'tsconfig.core.json'],
  ['lint', tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
  ['format', tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
];

/** Type check, lint and format check; each is one. */
export function runChecks(): Promise<Count> {
  return countPrograms(checks);
}

/** Runs programs of `node_modules` one after the other; each that ends well counts as passed, the others show what they said. */
export async function countPrograms(programs: typeof checks): Promise<Count> {
  const failures: Failure[] = [];
  for (const [name, program, ...args] of programs) {
    const { code, output } = await run(process.execPath, [program, ...args], { cwd: root });
    if (code === 0) {
      console.log(`  ✓ ${name}`);
      continue;
    }
    const failure = { title: name, message: output };
    failures.push(failure);
    console.log(failureText(failure));
  }
  return { passed: programs.length - failures.length, failed: failures.length, failures };
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from '../core/analyze.ts';
import { analysisToJson } from '../core/features/analysisJson.ts';
import { printForPeople } from './print.ts';
import { readText } from './readText.ts';
import { loadGlossary } from './loadGlossary.ts';

const usage = `Usage: npm run -s analyze -- [--jsonl] [--glossary FILE]… [--encoding NAME] FILE|FOLDER…

  --jsonl          one JSON object per file, in the order given
  --glossary FILE  adds a glossary (.json, .yaml); may be given more than once
  --encoding NAME  how the files are encoded (default: as its byte order mark or its
                   zero bytes say, else UTF-8, else GB18030)`;

const extensions = /\.(?:txt|newsletter|jianbao)$/i;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean', default: false },
      glossary: { type: 'string', multiple: true, default: [] },
      encoding: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || !positionals.length) {
    console.log(usage);
    return values.help ? 0 : 1;
  }
  let failed = false;
  const report = (file: string, error: unknown) => {
    failed = true;
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  };
  const glossary = await loadGlossary(values.glossary, report);
  for (const file of await listFiles(positionals, report)) {
    try {
      const analysis = analyze(await readText(file, values.encoding), glossary);
      const json = analysisToJson(file, analysis);
      console.log(values.jsonl ? JSON.stringify(json) : printForPeople(json));
    } catch (error) {
      report(file, error);
    }
  }
  return failed ? 1 : 0;
}

/** Files in the order given; a folder stands for the newsletters in it and below. */
async function listFiles(paths: readonly string[], report: (file: string, error: unknown) => void): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) files.push(path);
      else {
        const names = await readdir(path, { recursive: true });
        files.push(
          ...names
            .filter((name) => extensions.test(name))
            .sort()
            .map((name) => join(path, name)),
        );
      }
    } catch (error) {
      report(path, error);
    }
  }
  return files;
}

// Whoever reads the output may have seen enough: `analyze … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 1;
}

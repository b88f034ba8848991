// npm start: the real VS Code in the person's browser, with the extension, a folder of newsletters and the first page's preview.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from './build.ts';
import { openInBrowser } from './openInBrowser.ts';
import { cache, root } from './paths.ts';
import { windowAddress } from './vscode/address.ts';
import { installVSCode } from './vscode/install.ts';
import { releaseNamed } from './vscode/releases.ts';
import { placeExtension, startVSCode } from './vscode/server.ts';

const usage = `npm start -- [--port N] [--no-open] [--folder DIR] [--vscode oldest|newest]`;

const whatToTry = `
  Try:
    · hover over an abbreviation in quotation marks, such as “三会一课”
    · look at the Outline in the side bar, and click into the preview to edit a paragraph or a heading
    · Ctrl+K V opens the preview beside any newsletter
  试一试：
    · 把鼠标停在引号里的缩略语上，看它由哪几项组成
    · 看侧栏的“大纲”；在预览里点进段落或标题，直接修改
    · Ctrl+K V 在旁边打开任何一份简报的预览

  Ctrl+C ends it.  按 Ctrl+C 结束。
`;

async function main(): Promise<void> {
  const options = readOptions();
  const folder = resolve(options.folder ?? join(root, 'samples'));
  if (options.folder === undefined) await mkdir(folder, { recursive: true });
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const tell = (line: string): void => console.log(line);
  const [vscode] = await Promise.all([installVSCode(releaseNamed(options.vscode), tell), buildExtension()]);
  const home = join(cache, 'start');
  await placeExtension(home, join(root, 'scripts/vscode/opener'));
  const server = await startVSCode(vscode, {
    home,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  const address = windowAddress(server.port, { folder, extension: root });
  console.log(`\n  Policy Newsletter · 政策简报\n\n  ${address}\n${whatToTry}`);
  if (options.open && !(await openInBrowser(address))) {
    console.log('  No browser could be opened from here: open the address above.  请在浏览器中打开上面的地址。\n');
  }
}

interface Options {
  readonly port?: number;
  readonly open: boolean;
  readonly folder?: string;
  readonly vscode?: string;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      folder: { type: 'string' },
      vscode: { type: 'string' },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error(`--port needs a number from 1 to 65535, not "${values.port}".`);
  }
  return {
    open: !values['no-open'],
    ...(port === undefined ? {} : { port }),
    ...(values.folder === undefined ? {} : { folder: values.folder }),
    ...(values.vscode === undefined ? {} : { vscode: values.vscode }),
  };
}

main().catch((error: Error) => {
  console.error(`${error.message}\n${usage}`);
  process.exit(1);
});

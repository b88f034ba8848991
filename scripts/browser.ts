import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { cache, tool } from './paths.ts';
import { run } from './processes.ts';
import { installOnce } from './vscode/install.ts';

/** A Chromium that can be started on this machine. */
interface Program {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts an installed Chrome, Edge or Chromium, or else the one from the npm registry, without a window. */
export async function launchBrowser(tell: (line: string) => void): Promise<Browser> {
  const { path, env } = installedBrowser() ?? (await unpackedBrowser(tell));
  try {
    return await chromium.launch({
      executablePath: path,
      env: Object.fromEntries(Object.entries(env).filter((one): one is [string, string] => one[1] !== undefined)),
      // The sandbox cannot start as root, nor in most containers; only our own local VS Code is opened here.
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    });
  } catch (error) {
    throw new Error(
      `The browser ${path} did not start. Set POLICY_NEWSLETTER_BROWSER to the program of a Chrome, Edge or Chromium.\n${(error as Error).message}`,
    );
  }
}

function installedBrowser(): Program | undefined {
  const asked = process.env['POLICY_NEWSLETTER_BROWSER'];
  if (asked !== undefined && asked !== '') return { path: asked, env: process.env };
  const path = usualPlaces().find((place) => existsSync(place));
  return path === undefined ? undefined : { path, env: process.env };
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.flatMap((program) => bases.map((base) => join(base, program)));
  }
  // Snap's chromium is a wrapper that cannot see files outside the home folder; it comes last.
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser'];
  return [...names.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium'];
}

async function unpackedBrowser(tell: (line: string) => void): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Edge or Chromium is installed, and for this system none comes from the npm registry.');
  }
  const manifest = JSON.parse(await readFile(tool('@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const home = await installOnce(`chromium-${manifest.version}`, tell, unpack);
  const path = join(home, 'chromium');
  const env: NodeJS.ProcessEnv = { ...process.env };
  // Without a fontconfig of its own the machine has no fonts at all; the package brings one Latin family.
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(home, 'fonts');
  if ((await run(path, ['--version'], { env })).code !== 0) {
    // A bare machine lacks NSS; the package brings the few libraries that are missing there.
    env['LD_LIBRARY_PATH'] = [join(home, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  return { path, env };
}

/** The package unpacks into the temporary folder, and its libraries only where it takes the machine for an AWS Lambda. */
async function unpack(folder: string): Promise<void> {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const { code, output } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(cache, '..'),
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  if (code !== 0) throw new Error(`The browser of @sparticuz/chromium could not be unpacked:\n${output}`);
}

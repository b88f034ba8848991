// npm run screenshots: pictures for the README, taken from the real thing; with --layouts those of all layouts and themes. Chinese needs a CJK font on this machine.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSession } from '../test/e2e/support/session.ts';
import { Window } from '../test/e2e/support/window.ts';
import { buildExtension } from './build.ts';
import { takeLayouts } from './layoutGallery.ts';
import { root } from './paths.ts';

interface Shot {
  /** File name in `images/`, without ending. */
  readonly name: string;
  /** What a person does before the picture is taken. */
  readonly prepare: (window: Window, text: string) => Promise<unknown>;
}

const shots: readonly Shot[] = [
  { name: 'overview', prepare: overview },
  { name: 'hover', prepare: (window, text) => hoverOver(window, text, '三美两清') },
  { name: 'preview', prepare: (window) => window.openPreview() },
];

const largestKilobytes = 300;
const size = { width: 1280, height: 780 };

async function main(): Promise<void> {
  warnWithoutChineseFont();
  const { layouts } = parseArgs({ options: { layouts: { type: 'boolean' } } }).values;
  const samples = readSamples();
  const [first] = Object.keys(newslettersOf(samples));
  if (first === undefined) throw new Error('samples/ has no newsletter to show.');
  await buildExtension();
  await mkdir(join(root, 'images'), { recursive: true });
  const session = await startSession({
    size: layouts ? { width: 1200, height: 1300 } : size,
    settings: { 'editor.minimap.enabled': false, 'workbench.colorTheme': 'Default Light Modern' },
  });
  try {
    if (layouts) {
      console.log(await takeLayouts(session, newslettersOf(samples)));
      return;
    }
    for (const { name, prepare } of shots) {
      const window = await Window.open(session, { files: samples, open: first });
      await window.untilLanguage(/newsletter/i);
      await prepare(window, new TextDecoder().decode(samples[first]));
      // Highlights and the last layout come a moment after what was waited for.
      await window.page.waitForTimeout(1000);
      await save(window, join(root, 'images', `${name}.png`));
      await window.close();
    }
  } finally {
    await session.stop();
  }
}

/** The outline, an explanation and the preview in one window. */
async function overview(window: Window, text: string): Promise<void> {
  await window.openPreview();
  await window.outline();
  await hoverOver(window, text, '三美两清');
}

/** Shows a term that a line break splits, in the middle of the window. */
async function hoverOver(window: Window, text: string, firstHalf: string): Promise<void> {
  const before = text.slice(0, text.indexOf(firstHalf));
  await window.goTo(before.split('\n').length + 12);
  await window.hover(firstHalf, [], 1);
}

function readSamples(): Record<string, Uint8Array> {
  const folder = join(root, 'samples');
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder)
    .sort()
    .filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]));
}

function newslettersOf(samples: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(samples).filter(([name]) => /\.(txt|newsletter)$/.test(name)));
}

async function save(window: Window, path: string): Promise<void> {
  const { length } = await window.page.screenshot({ path });
  const kilobytes = Math.ceil(length / 1024);
  console.log(`${path}: ${kilobytes} KB`);
  if (kilobytes > largestKilobytes) throw new Error(`${path} is larger than ${largestKilobytes} KB.`);
}

/** Only Linux may be without one; without fc-list nothing is known. */
function warnWithoutChineseFont(): void {
  if (process.platform !== 'linux') return;
  try {
    if (execFileSync('fc-list', [':lang=zh']).length > 0) return;
  } catch (error) {
    console.warn(`It is not known whether there is a Chinese font (${(error as Error).message}).`);
    return;
  }
  console.warn('This machine has no Chinese font: install one first (Debian and Ubuntu: fonts-noto-cjk).');
}

await main();

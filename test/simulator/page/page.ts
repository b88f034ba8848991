import { other, type PageSource, type SourceBlock } from './model.ts';
import { print, type PrintedPage } from './print.ts';
import { seeded, type Random } from './random.ts';
import { interleaved, sources } from './sources/index.ts';
import { drawStyle, type PrintStyle } from './style.ts';
import { Writer } from './writer.ts';

/** A page as the extraction gives it, with what its author meant. */
export interface SimulatedPage extends PrintedPage {
  readonly seed: number;
  readonly kind: string;
  readonly style: PrintStyle;
  readonly source: PageSource;
}

/** What can be asked of a page; the rest is drawn from the seed. */
export interface PageRequest {
  readonly kind?: string;
  readonly style?: Partial<PrintStyle>;
}

/** The names of all kinds of page. */
export const pageKinds: readonly string[] = Object.keys(sources);

/** Writes and prints one page; the same seed and request give the same page. */
export function simulatePage(seed: number, request: PageRequest = {}): SimulatedPage {
  const random = seeded(seed);
  const kind = request.kind ?? random.pick(pageKinds);
  const style = { ...drawStyle(random), ...request.style };
  const source = writePage(kind, style, random);
  return { ...print(source.blocks, style, random), seed, kind, style, source };
}

function writePage(kind: string, style: PrintStyle, random: Random): PageSource {
  const writer = new Writer(random);
  const write = sources[kind] as (writer: Writer) => SourceBlock[];
  let blocks = write(writer);
  if (style.interleaved && (interleaved as readonly string[]).includes(kind)) {
    blocks = mixed(blocks, (sources[random.pick(interleaved)] as typeof write)(writer), style, random);
  } else if (style.jumps !== 'none' && blocks.at(-1)?.kind === 'byline') blocks = withJumps(blocks, random);
  if (style.furniture) blocks = [...head(random), ...blocks, ...foot(writer)];
  const { definitions, mismatches } = writer;
  return { blocks, definitions, mismatches };
}

const isHeadline = (block: SourceBlock) => block.kind === 'heading' && block.level === 1;

/** The first article's headline, the second article up to its byline, the rest of the first. */
function mixed(
  first: readonly SourceBlock[],
  second: readonly SourceBlock[],
  style: PrintStyle,
  random: Random,
): SourceBlock[] {
  const cut = first.findIndex(isHeadline) + 1;
  const jump = style.jumps === 'none' ? [] : [other('jump', `（上接${random.int(1, 4)}版）`)];
  const closed = second.at(-1)?.kind === 'byline' ? second : [...second, other('byline', '（综合信息办）')];
  return [...first.slice(0, cut), ...jump, ...closed, ...first.slice(cut)];
}

/** An article that came from another page, or goes on on one. */
function withJumps(blocks: readonly SourceBlock[], random: Random): SourceBlock[] {
  const cut = blocks.findIndex(isHeadline) + 1;
  const from = random.chance(0.5) ? [other('jump', `（上接${random.int(1, 3)}版）`)] : [];
  const to = random.chance(0.6) ? [other('jump', `（下转${random.int(2, 8)}版）`)] : [];
  const body = to.length > 0 ? blocks.slice(cut, -1) : blocks.slice(cut);
  return [...blocks.slice(0, cut), ...from, ...body, ...to];
}

function head(random: Random): SourceBlock[] {
  const page = random.int(1, 8);
  return random.pick([
    [
      other(
        'furniture',
        `2026年${random.int(1, 12)}月${random.int(1, 28)}日 星期${random.pick([...'一二三四五六日'])}`,
      ),
    ],
    [
      other('furniture', `第${page}版`),
      other('furniture', `2026年${random.int(1, 12)}月${random.int(1, 28)}日 第${random.int(3, 200)}期`),
    ],
    [other('furniture', `${page}版 要闻`)],
    [other('furniture', `青禾报  2026年${random.int(1, 12)}月${random.int(1, 28)}日  第${page}版  责任编辑：周 敏`)],
  ]);
}

function foot(writer: Writer): SourceBlock[] {
  const name = writer.person();
  return writer.pick([
    [other('furniture', `责任编辑：${name}`)],
    [other('furniture', `- ${writer.int(1, 30)} -`)],
    [other('furniture', `本版编辑：${name} 校对：${writer.person()}`)],
  ]);
}

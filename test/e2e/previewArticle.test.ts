import assert from 'node:assert/strict';
import { useVSCode } from './support/app.ts';
import { pasteHtml, placeCursor, until, untilFile, untilFocused } from './support/preview.ts';

const name = '青禾.newsletter';

/** A page with what an extracted one has: bold printed twice, stray spaces, lost indents, words over line ends, CR LF. */
const original = [
  '青禾镇召开“四责协同”工作推进会',
  '（上接 1 版）',
  '',
  '““小小切切口口””撬撬动动““大大民民生生””',
  '今年以来，青禾镇坚持党建引',
  '领社区治理，聚焦居民家门口的急',
  '事难事，推进“三治四清”专项行',
  '动， 一批看得见、摸得着的变化正',
  '在村居楼组里发生。',
  '',
  '柳湾居民区把闲置多年的车棚',
  '改成邻里客厅，老人在这里下棋、',
  '孩子在这里看书，常常坐得满满当',
  '当。 居民们说，过去是“各家关门',
  '过日子”，如今是“开门就是一家',
  '人”。',
  '',
  '同绘水乡新画卷',
  '共谱青禾幸福曲',
  '',
  '旧里更新、河道整治、物业提',
  '升，是居民盼了多年的事。今年，',
  '全镇组织实施了环境提升行动，完',
  '成 86 个点位改造，居民满意率达到',
  '97.5%，把群众的事办到了心坎上。',
  '',
  '共商共治解难题',
  '聚力打造好家园',
  '',
  '社区治理重在方法、贵在坚持。',
  '要从群众最关心、 最直接的小事做',
  '起，用绣花功夫代替大拆大建，让老',
  '街区有新气象，让小楼组有大温度。',
  '（青禾镇融媒体中心）',
  '',
].join('\r\n');

describe('An article corrected from beginning to end in the preview only', function () {
  this.timeout(240_000);
  const openWindow = useVSCode();

  it('leaves the file as it should be after each step, and as it was after as many undos as gestures', async () => {
    const window = await openWindow({ files: { [name]: original }, open: name });
    const preview = await window.openPreview();
    const { keyboard } = window.page;
    const states = [original];
    const now = (): string => states.at(-1) as string;
    /** The file after a gesture. */
    const becomes = async (text: string): Promise<void> => {
      await untilFile(window, name, text);
      states.push(text);
    };

    // A digit in a line that is wrapped.
    await placeCursor(preview, '86个', 2);
    await window.press('Backspace');
    await becomes(now().replace(' 86 ', ' 8 '));
    await keyboard.type('8');
    await becomes(now().replace(' 8 ', ' 88 '));

    // Pinyin with its candidates; nothing leaves the page before one is chosen.
    await placeCursor(preview, '组织实施', 0);
    await window.compose(['g', 'ga', 'gao', 'gao zh', 'gao zhi liang'], '高质量');
    await becomes(now().replace('组织', '高质量组织'));

    // Enter splits, Backspace merges.
    await placeCursor(preview, '居民们说', 0);
    await window.press('Enter');
    await becomes(now().replace('当。 居民', '当。\r\n\r\n 居民'));
    await window.press('Backspace');
    await becomes(now().replace('当。\r\n\r\n 居民', '当。居民'));

    // A letter of a headline that is printed twice.
    await placeCursor(preview, '撬动', 1);
    await window.press('Backspace');
    await becomes(now().replace('撬撬', ''));
    await keyboard.type('带');
    await becomes(now().replace('””动', '””带动'));

    // Web text: its first paragraph goes on where the cursor stands.
    await placeCursor(preview, '楼组里发生。', 6);
    await pasteHtml(preview, '<div><p>第一段<b>粗体</b>。</p>\n<script>alert(1)</script><p>第二段。</p></div>');
    await becomes(now().replace('楼组里发生。', '楼组里发生。第一段粗体。\r\n\r\n第二段。'));

    // A heading: words over a selection, then its section past the one before, then its level.
    await placeCursor(preview, '解难题', 0);
    for (let i = 0; i < 3; i++) await window.press('Shift+ArrowRight');
    await window.compose(['k', 'kai', 'kai xin ju'], '开新局');
    await becomes(now().replace('解难题', '开新局'));
    await window.press('Alt+ArrowUp');
    await becomes(swapSections(now()));
    await window.press('ControlOrMeta+Alt+3');
    await becomes(now().replace('共商', '### 共商'));
    assert.equal(await preview.locator('h3', { hasText: '共商共治开新局' }).count(), 1);

    await untilFocused(preview);
    for (const before of states.slice(0, -1).reverse()) {
      await window.press('ControlOrMeta+Z');
      await untilFile(window, name, before);
      await untilFocused(preview);
    }
    await until(async () => (await preview.locator('.page').innerText()).includes('完成86个点位'));
  });
});

/** The second section in front of the first; the byline stays at the end. */
function swapSections(text: string): string {
  const first = text.indexOf('同绘水乡');
  const second = text.indexOf('共商共治');
  const end = text.indexOf('（青禾镇融');
  const upper = text.slice(first, second).trimEnd();
  const lower = text.slice(second, end).trimEnd();
  return `${text.slice(0, first)}${lower}\r\n\r\n${upper}\r\n${text.slice(end)}`;
}
